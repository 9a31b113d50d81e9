"""A plain summary to send on: a few lines, without amounts unless they are wanted."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.outlook.words import chance_sentence, verdict_words
from advisor.engine.result import Comparison, Prospect
from advisor.web.money import more_or_less, number, yuan


def summary_lines(
    comparison: Comparison, book: Book, *, amounts: bool, late: int = 0
) -> tuple[str, ...]:
    """The answer for each destination in plain lines.

    Without amounts, pay is said as a multiple of today's pay, and nothing tells what that is.
    `late`: how many of the figures are late.
    """
    home = book.place(comparison.home.city)
    lines = [_("Go or stay? {home} compared with other cities.").format(home=home)]
    for prospect in comparison.destinations:
        lines += _city_lines(comparison, prospect, book, amounts=amounts)
    if late:
        lines.append(
            ngettext(
                "{n} of the figures behind it is older than it should be.",
                "{n} of the figures behind it are older than they should be.",
                late,
            ).format(n=late)
        )
    lines.append(
        _("An estimate by Quliu, data edition {edition}. It is not advice.").format(
            edition=comparison.edition
        )
    )
    return tuple(lines)


def _city_lines(
    comparison: Comparison, prospect: Prospect, book: Book, *, amounts: bool
) -> list[str]:
    home, city = book.place(comparison.home.city), book.place(prospect.picture.city)
    lines = [f"{city}: " + verdict_words(prospect.verdict, home, city)]
    if prospect.projected is not None:
        lines.append(chance_sentence(prospect.projected, home, city))
    needed = prospect.thresholds.equal_money_left if prospect.thresholds else None
    if needed is not None:
        lines.append(_needed(comparison, needed, amounts=amounts))
    if amounts and prospect.difference.money_left is not None:
        lines.append(
            _("Left each month: {difference}.").format(
                difference=more_or_less(prospect.difference.money_left)
            )
        )
    return lines


def _needed(comparison: Comparison, needed: int, *, amounts: bool) -> str:
    gross = comparison.home.monthly.gross
    if amounts:
        return _("Gross pay needed for as much money left: {pay}.").format(pay=yuan(needed))
    if not gross:
        return _("The pay needed depends on what is spent there.")
    return _("Gross pay needed for as much money left: {times} times today's.").format(
        times=number(needed / gross, 1)
    )
