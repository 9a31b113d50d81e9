"""Amounts and numbers in each language's habit. Money comes in fen; pages show whole yuan."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

MINUS = "−"
FEN_A_YUAN = 100
LARGE_FEN = 100_000 * FEN_A_YUAN  # from here Chinese counts in 万 (ten thousands)
FEN_A_WAN = 10_000 * FEN_A_YUAN


def yuan(fen: int) -> str:
    """Whole yuan: `8,000元`, `CNY 8,000`."""
    return _signed(fen, lambda size: _in_currency(f"{_whole_yuan(size):,}"))


def whole_yuan(fen: int) -> str:
    """Whole yuan without a unit, for tables that name it once: `8,000`."""
    return _signed(fen, lambda size: f"{_whole_yuan(size):,}")


def yuan_and_fen(fen: int) -> str:
    """The exact amount: `8,000.50元`, `CNY 8,000.50`."""
    return _signed(fen, lambda size: _in_currency(f"{size // 100:,}.{size % 100:02d}"))


def yuan_range(low: int, high: int) -> str:
    """From one amount to another: `4,500至11,900元`, `CNY 4,500 to 11,900`."""
    return _("CNY {low} to {high}").format(low=whole_yuan(low), high=whole_yuan(high))


def large_yuan(fen: int) -> str:
    """Whole yuan, from a hundred thousand on in Chinese as `12.5万元`."""
    if abs(fen) < LARGE_FEN or not _is_chinese():
        return yuan(fen)
    return _signed(fen, lambda size: f"{number(size / FEN_A_WAN)}万元")


def more_or_less(fen: int) -> str:
    """A difference with its sign in words: `多1,200元`, `CNY 1,200 more`."""
    if _whole_yuan(abs(fen)) == 0:
        return _("no difference")
    return _in_words(fen, yuan(abs(fen)))


def difference_in_words(fen: int) -> str:
    """The same without a unit, for tables that name it once: `多1,200`, `1,200 more`."""
    whole = whole_yuan(abs(fen))
    return _("same") if whole == "0" else _in_words(fen, whole)


def number(value: float, decimals: int = 2) -> str:
    """At most that many decimals, thousands set apart: `1,234.5`."""
    text = f"{abs(value):,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{MINUS}{text}" if value < 0 and text != "0" else text


def percent(share: float, decimals: int = 1) -> str:
    """A fraction of 1 as `7.5%`."""
    return f"{number(share * 100, decimals)}%"


def _in_words(fen: int, amount: str) -> str:
    if fen > 0:
        return _("{amount} more").format(amount=amount)
    return _("{amount} less").format(amount=amount)


def _signed(fen: int, amount: Callable[[int], str]) -> str:
    return MINUS + amount(-fen) if fen < 0 else amount(fen)


def _whole_yuan(fen: int) -> int:
    return (fen + FEN_A_YUAN // 2) // FEN_A_YUAN


def _in_currency(digits: str) -> str:
    return f"{digits}元" if _is_chinese() else f"CNY {digits}"


def _is_chinese() -> bool:
    return (get_language() or "").startswith("zh")
