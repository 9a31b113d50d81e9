"""A progressive tax table with quick deductions (速算扣除数), exact to the fen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from advisor.engine.money import Fen, FenArray, half_up_share


class TaxTableError(ValueError):
    """A tax table whose brackets don't follow on each other."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bracket:
    """Taxable fen above the bracket before, up to and including `up_to_fen` (None: no end)."""

    up_to_fen: int | None
    rate_ppm: int
    quick_deduction_fen: int


@dataclass(frozen=True, slots=True)
class TaxTable:
    """Brackets in ascending order; raises TaxTableError where tax would jump between two."""

    brackets: tuple[Bracket, ...]
    _bounds: FenArray = field(init=False, repr=False, compare=False)
    _rates: FenArray = field(init=False, repr=False, compare=False)
    _deductions: FenArray = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _require_continuity(self.brackets)
        bounds = [bracket.up_to_fen for bracket in self.brackets[:-1]]
        columns = {
            "_bounds": bounds,
            "_rates": [bracket.rate_ppm for bracket in self.brackets],
            "_deductions": [bracket.quick_deduction_fen for bracket in self.brackets],
        }
        for name, column in columns.items():
            object.__setattr__(self, name, np.array(column, dtype=np.int64))

    @property
    def bounds_fen(self) -> tuple[int, ...]:
        """The upper bounds of all brackets but the last."""
        return tuple(self._bounds.tolist())

    def tax_on(self, taxable: Fen) -> FenArray:
        """Fen of tax on non-negative taxable fen: × rate − quick deduction, half up to the fen."""
        bracket = self._bounds.searchsorted(taxable)
        return half_up_share(np.asarray(taxable), self._rates[bracket]) - self._deductions[bracket]

    def tax_by_twelfth(self, amount: Fen) -> FenArray:
        """Fen of tax on a sum whose bracket is that of its unrounded twelfth (a year-end bonus).

        The quick deduction counts once, so tax jumps where the twelfth enters a bracket.
        Source: Caishui 2018/164, continued by announcement 2023/30.
        """
        bracket = (12 * self._bounds).searchsorted(amount)
        return half_up_share(np.asarray(amount), self._rates[bracket]) - self._deductions[bracket]


def _require_continuity(brackets: tuple[Bracket, ...]) -> None:
    if not brackets or brackets[-1].up_to_fen is not None:
        raise TaxTableError("the last bracket must have no end")
    if brackets[0].quick_deduction_fen != 0:
        raise TaxTableError("the first bracket must have no quick deduction")
    lowest = 0
    for below, above in pairwise(brackets):
        bound = below.up_to_fen
        if bound is None or bound <= lowest or above.rate_ppm <= below.rate_ppm:
            raise TaxTableError("bounds and rates must increase from bracket to bracket")
        jump = half_up_share(bound, above.rate_ppm - below.rate_ppm)
        if above.quick_deduction_fen != below.quick_deduction_fen + jump:
            raise TaxTableError(f"tax jumps at {bound} fen")
        lowest = bound
