"""All destinations at one look: pay needed, pay expected or offered, what is left, cash needed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.answers import Outlook, first_earner_pay, outlook
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.one_off import cash_needed_words
from advisor.engine.result import Comparison, Prospect
from advisor.web.charts.ranges import RangeBars, Span, range_bars
from advisor.web.money import more_or_less, yuan, yuan_range


@dataclass(frozen=True, kw_only=True, slots=True)
class OverviewRow:
    """One destination. An empty text is an answer that does not exist."""

    city: str
    name: str
    needed: str
    expected: str
    typical: str
    is_offer: bool
    difference: str
    tone: str
    cash_needed: str
    outlook: str
    outlook_words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Overview:
    rows: tuple[OverviewRow, ...]
    chart: RangeBars | None


def overview(comparison: Comparison, book: Book) -> Overview:
    """The overview of all destinations, with a chart where anything can be drawn."""
    rows = tuple(_row(one, book) for one in comparison.destinations)
    spans = [_span(one, book) for one in comparison.destinations]
    drawable = [span for span in spans if span.mark is not None and span.low is not None]
    chart = None
    if drawable:
        chart = range_bars(
            name=_("Pay needed and pay expected, gross a month"),
            summary=_summary(rows),
            spans=spans,
        )
    return Overview(rows=rows, chart=chart)


def _row(prospect: Prospect, book: Book) -> OverviewRow:
    left = prospect.difference.money_left
    view = outlook(prospect)
    return OverviewRow(
        city=prospect.picture.city,
        name=book.place(prospect.picture.city),
        needed=_needed(prospect),
        expected=_expected(prospect),
        typical=_typical(prospect),
        is_offer=first_earner_pay(prospect) is None,
        difference="" if left is None else more_or_less(left),
        tone="same" if not left else "more" if left > 0 else "less",
        cash_needed=cash_needed_words(prospect),
        outlook=view.value,
        outlook_words=_outlook_words(prospect, view),
    )


def _needed(prospect: Prospect) -> str:
    thresholds = prospect.thresholds
    return _yuan_or_empty(thresholds.equal_money_left if thresholds else None)


def _expected(prospect: Prospect) -> str:
    expected = first_earner_pay(prospect)
    if expected is None:
        return _yuan_or_empty(prospect.picture.monthly.gross)
    if expected.low == expected.high:
        return yuan(expected.typical)
    return yuan_range(expected.low, expected.high)


def _typical(prospect: Prospect) -> str:
    """What the difference is worked out with where there is no offer."""
    expected = first_earner_pay(prospect)
    return "" if expected is None else yuan(expected.typical)


def _yuan_or_empty(fen: int | None) -> str:
    return "" if fen is None else yuan(fen)


def _outlook_words(prospect: Prospect, view: Outlook) -> str:
    is_offer = first_earner_pay(prospect) is None
    words = {
        Outlook.ENOUGH: _("the offer is enough") if is_offer else _("expected pay is enough"),
        Outlook.WITHIN_RANGE: _("may be enough"),
        Outlook.NOT_ENOUGH: _("the offer is not enough")
        if is_offer
        else _("expected pay is not enough"),
        Outlook.UNKNOWN: _("can't be said"),
    }
    return words[view]


def _span(prospect: Prospect, book: Book) -> Span:
    thresholds = prospect.thresholds
    needed = thresholds.equal_money_left if thresholds else None
    expected = first_earner_pay(prospect)
    gross = prospect.picture.monthly.gross
    low, high = (gross, gross) if expected is None else (expected.low, expected.high)
    return Span(
        label=book.place(prospect.picture.city),
        text=_yuan_or_empty(needed),
        low=low,
        high=high,
        mark=needed,
    )


def _summary(rows: tuple[OverviewRow, ...]) -> str:
    return wording.joined(
        _("{city}: {outlook}.").format(city=row.name, outlook=row.outlook_words) for row in rows
    )
