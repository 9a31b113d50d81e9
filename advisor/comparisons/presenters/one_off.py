"""The cost of the move: what is gone, what comes back, what must be at hand."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import LineView, line_view
from advisor.engine.result import Prospect
from advisor.engine.trail import Head
from advisor.web.money import number, yuan

ONE_OFF_HEADS = (Head.ONE_OFF, Head.RECOVERABLE)


@dataclass(frozen=True, kw_only=True, slots=True)
class OneOffView:
    """Amounts; `runway_months` is empty where savings are unknown."""

    total: str
    recoverable: str
    pay_free_cost: str
    cash_needed: str
    runway_months: str
    lines: tuple[LineView, ...]


def one_off_view(prospect: Prospect, book: Book) -> OneOffView:
    """The one-off figures of a destination with the lines behind them."""
    cost = prospect.one_off
    runway = cost.runway_months
    return OneOffView(
        total=_yuan_or_none(cost.total),
        recoverable=_yuan_or_none(cost.recoverable),
        pay_free_cost=_yuan_or_none(cost.pay_free_cost),
        cash_needed=cash_needed_words(prospect),
        runway_months="" if runway is None else number(runway, 1),
        lines=tuple(
            line_view(line, book) for line in prospect.picture.lines if line.head in ONE_OFF_HEADS
        ),
    )


def cash_needed_words(prospect: Prospect) -> str:
    """The cash to have at hand; in words where no sum would last, or none can be given."""
    left = prospect.picture.monthly.money_left
    if prospect.one_off.cash_needed is None and left is not None and left < 0:
        return _("costs exceed pay")
    return _yuan_or_none(prospect.one_off.cash_needed)


def _yuan_or_none(fen: int | None) -> str:
    return _("no answer") if fen is None else yuan(fen)
