"""Numbers as people type them: `8,000`, `8000元`, `0.8万`, `１２０００`, `8%`."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from enum import StrEnum

_CURRENCY = re.compile(r"cny|rmb|yuan|人民币|元整|元|块钱|块|¥|\$")
_MULTIPLES = {"": 1, "万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000}
_NUMBER = re.compile(
    r"(?P<sign>[-−–])?(?P<digits>\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)"
    r"(?P<fraction>\.\d*)?(?P<multiple>[万w千k]?)"
)
_LONGEST = 20  # characters; far above any amount, far below what a Decimal can hold


class Fault(StrEnum):
    """Why a typed text is no number that can be used."""

    NOT_A_NUMBER = "not_a_number"
    TOO_MANY_DECIMALS = "too_many_decimals"


class TypedNumberError(ValueError):
    """The text can't be read as a number; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def typed_amount(text: str) -> Decimal:
    """Yuan of a typed amount, exact to the fen.

    Full-width digits, thousands set apart, 元, ¥ and the like, 万 and 千 are understood.
    Raises TypedNumberError for anything else, and for parts of a fen.
    """
    amount = typed_number(_CURRENCY.sub("", _plain(text)))
    if amount != round(amount, 2):
        raise TypedNumberError(Fault.TOO_MANY_DECIMALS)
    return amount


def typed_percent(text: str) -> Decimal:
    """The fraction of 1 that a typed percentage means: `8` and `8%` are 0.08."""
    return typed_number(_plain(text).removesuffix("%")) / 100


def typed_number(text: str) -> Decimal:
    """The number itself. Raises TypedNumberError where it is none."""
    match = _NUMBER.fullmatch(_plain(text))
    if match is None:
        raise TypedNumberError(Fault.NOT_A_NUMBER)
    digits = match["digits"].replace(",", "") + (match["fraction"] or "")
    size = Decimal(digits) * _MULTIPLES[match["multiple"]]
    return -size if match["sign"] else size


def _plain(text: str) -> str:
    """Full-width signs as plain ones, no spaces, lower case; what is far too long stays unread."""
    plain = unicodedata.normalize("NFKC", text[: _LONGEST + 1])
    if len(text) > _LONGEST:
        raise TypedNumberError(Fault.NOT_A_NUMBER)
    return re.sub(r"\s", "", plain).lower()
