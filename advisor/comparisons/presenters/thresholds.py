"""The pay at which an answer turns, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.engine.result import Comparison, Prospect
from advisor.web.money import yuan


@dataclass(frozen=True, kw_only=True, slots=True)
class ThresholdView:
    """`pay` is empty where there is no such pay; a note of the picture says why."""

    code: str
    label: str
    pay: str
    meaning: str


def threshold_views(
    comparison: Comparison, prospect: Prospect, book: Book
) -> tuple[ThresholdView, ...]:
    """Gross pay a month for as much money left, for the same standard, and to break even."""
    found = prospect.thresholds
    if found is None:
        return ()
    home, away = book.place(comparison.home.city), book.place(prospect.picture.city)
    return (
        _view(
            "equal_money_left",
            found.equal_money_left,
            _("As much left as in {home}").format(home=home),
            _("From this gross pay on you have at least as much left each month."),
        ),
        _view(
            "equal_standard",
            found.equal_standard,
            _("Equal-standard pay"),
            _(
                "From this pay on what is left after housing and fixed commitments buys as much"
                " at the prices of {away}. Housing itself is not made equal."
            ).format(away=away),
        ),
        _view(
            "break_even_pay",
            found.break_even_pay,
            _("Break-even pay"),
            _("From this pay on nothing is missing at the end of the month."),
        ),
    )


def _view(code: str, fen: int | None, label: str, meaning: str) -> ThresholdView:
    pay = "" if fen is None else yuan(fen)
    return ThresholdView(code=code, label=label, pay=pay, meaning=meaning)
