"""How long a down payment takes, here and there."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import FigureView, figure_view
from advisor.engine.projection.outcome import Band
from advisor.engine.result import Comparison, DownPayment, Prospect
from advisor.web.money import large_yuan, number


@dataclass(frozen=True, kw_only=True, slots=True)
class DownPaymentRow:
    """A place, the sum it takes there and the time; `price` is the figure it rests on.

    `range`: the time in 8 of 10 cases; empty where there is none.
    """

    place: str
    needed: str
    time: str
    range: str
    price: FigureView | None


def down_payment_rows(
    comparison: Comparison, prospect: Prospect, book: Book
) -> tuple[DownPaymentRow, ...]:
    """Home and the destination; none where the destination is home."""
    if prospect.picture.city == comparison.home.city:
        return ()
    both = (comparison.home_down_payment, prospect.down_payment)
    projected = prospect.projected
    ranges = (None, None) if projected is None else projected.what_ifs.years_to_save
    return tuple(_row(one, range_, book) for one, range_ in zip(both, ranges, strict=True))


def _row(found: DownPayment, range_: Band | None, book: Book) -> DownPaymentRow:
    return DownPaymentRow(
        place=book.place(found.city),
        needed=_("no price is known") if found.needed is None else large_yuan(found.needed),
        time=_time(found),
        range="" if found.owns_already or range_ is None else _range(range_),
        price=None if found.price is None else figure_view(found.price, book),
    )


def _time(found: DownPayment) -> str:
    if found.needed is None:
        return "—"
    if found.owns_already:
        return _("you own a home there")
    if found.years is None:
        return _("not within thirty years")
    if found.years == 0:
        return _("at once")
    return _("{years} years").format(years=number(found.years, 1))


def _range(years: Band) -> str:
    if years.p10 is None:
        return _("not within thirty years")
    if years.p90 is None:
        return _("{low} years to never").format(low=number(years.p10, 1))
    if years.p90 == 0:
        return _("at once")
    return _("{low} to {high} years").format(low=number(years.p10, 1), high=number(years.p90, 1))
