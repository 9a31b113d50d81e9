"""Numbers as they stand in cells, turned into canonical text or refused: nothing is guessed."""

import re
from decimal import Decimal, InvalidOperation

from advisor.datasets.canonical import decimal_text
from advisor.datasets.validation.row_fault import RowFaultError

# Canonical already: no needless zero, at most 14 digits before the point and 6 behind it.
CANONICAL = re.compile(r"0|-?[1-9]\d{0,13}|-?(?:0|[1-9]\d{0,13})\.\d{0,5}[1-9]", re.ASCII)
PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
SMALLEST = Decimal("0.000001")
MOST_DIGITS = 14

# What cells hold in place of a plain number, and what staff are told about it.
REFUSED = (
    ("not_finite", re.compile(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)),
    ("formula", re.compile(r"[=@].*", re.DOTALL)),
    ("thousands_separator", re.compile(r"[+-]?\d{1,3}(?:[, '_]\d{3})+(?:\.\d+)?", re.ASCII)),
    ("decimal_comma", re.compile(r"[+-]?[\d.]*,\d+", re.ASCII)),
    ("unit_in_cell", re.compile(r"[+-]?[\d.,]+\s*(?:%|‰|[万亿千百元]\D*|[A-Za-z]+\D*)")),
)


def number(text: str, column: str) -> str:
    """The number as canonical text, rounded to six decimals. Raises RowFaultError."""
    if CANONICAL.fullmatch(text):
        return text
    if not PLAIN.fullmatch(text):
        raise RowFaultError(_refusal(text), column=column, cell=text[:40])
    try:
        exact = Decimal(text)
        if exact and exact.adjusted() >= MOST_DIGITS:
            raise RowFaultError("number_too_large", column=column, cell=text[:40])
        return decimal_text(exact.quantize(SMALLEST) if exact else exact)
    except InvalidOperation as error:  # an exponent beyond any Decimal
        raise RowFaultError("number_too_large", column=column, cell=text[:40]) from error


def _refusal(text: str) -> str:
    return next(
        (code for code, pattern in REFUSED if pattern.fullmatch(text)),
        "not_a_number",
    )
