"""Exact money: whole fen and whole parts per million, for one amount or an int64 array of them."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import overload

import numpy as np
from numpy.typing import NDArray

type FenArray = NDArray[np.int64]
type Fen = int | FenArray

FEN_PER_YUAN = 100
PPM = 1_000_000
HIGHEST_MONTHLY_PAY_FEN = 10_000_000 * FEN_PER_YUAN  # model §3.6: above it int64 is not promised

_EXACT = Context(prec=24, traps=[Inexact, InvalidOperation])  # refuses instead of rounding


class InexactNumberError(ValueError):
    """A number that whole fen, or whole parts per million, cannot hold exactly."""


@overload
def half_up_share(fen: int, ppm: int, *, unit: int = 1) -> int: ...
@overload
def half_up_share(fen: FenArray, ppm: int | FenArray, *, unit: int = 1) -> FenArray: ...
@overload
def half_up_share(fen: Fen, ppm: int, *, unit: int = 1) -> Fen: ...
def half_up_share(fen: Fen, ppm: int | FenArray, *, unit: int = 1) -> Fen:
    """That share of a non-negative amount, rounded once, half up, to whole `unit` fen.

    `unit` is 1 for fen and FEN_PER_YUAN for whole yuan.
    """
    return (fen * ppm + unit * (PPM // 2)) // (unit * PPM) * unit


@overload
def half_up_part(fen: int, parts: int) -> int: ...
@overload
def half_up_part(fen: FenArray, parts: int) -> FenArray: ...
@overload
def half_up_part(fen: Fen, parts: int) -> Fen: ...
def half_up_part(fen: Fen, parts: int) -> Fen:
    """One of so many equal parts of an amount, rounded half up to the fen: a year's month."""
    return (2 * fen + parts) // (2 * parts)


def fen_of(yuan: Decimal | int | str) -> int:
    """Fen of an amount in yuan.

    Raises InexactNumberError for what is no finite number or has more than two decimals.
    """
    return _scaled(yuan, 2, "an amount has at most two decimals")


def ppm_of(rate: Decimal | int | str) -> int:
    """Parts per million of a rate given as a fraction of 1.

    Raises InexactNumberError for what is no finite number or no whole part per million.
    """
    return _scaled(rate, 6, "a rate is a whole number of parts per million")


def yuan_of(fen: int) -> float:
    """Yuan of an amount in fen: the float whose shortest form shows exactly these fen."""
    return int(fen) / FEN_PER_YUAN


def _scaled(number: Decimal | int | str, decimals: int, rule: str) -> int:
    try:
        exact = Decimal(number)
        return int(exact.quantize(Decimal(1).scaleb(-decimals), context=_EXACT).scaleb(decimals))
    except Inexact as error:
        raise InexactNumberError(f"{number}: {rule}") from error
    except (InvalidOperation, ValueError) as error:
        raise InexactNumberError(f"{number!s:.40} is not a finite number of this size") from error
