"""The answer in a sentence: required pay first where there is no offer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.engine.result import Comparison, Prospect, Status, TypicalPay
from advisor.web.money import more_or_less, yuan, yuan_range


class Outlook(StrEnum):
    """How the pay that is offered or expected stands to the pay that is needed."""

    ENOUGH = "enough"
    WITHIN_RANGE = "within_range"
    NOT_ENOUGH = "not_enough"
    UNKNOWN = "unknown"


def first_earner_pay(prospect: Prospect) -> TypicalPay | None:
    """What we expect the earner of the thresholds to be paid there; None with an offer."""
    thresholds = prospect.thresholds
    if thresholds is None:
        return None
    return next((one for one in prospect.typical_pay if one.earner == thresholds.earner), None)


def outlook(prospect: Prospect) -> Outlook:
    """Whether expected pay reaches what keeps the money left; with an offer, whether it does."""
    needed = prospect.thresholds.equal_money_left if prospect.thresholds else None
    if needed is None:
        return Outlook.UNKNOWN
    expected = first_earner_pay(prospect)
    if expected is None:
        return _of_offer(prospect)
    if needed <= expected.low:
        return Outlook.ENOUGH
    return Outlook.WITHIN_RANGE if needed <= expected.high else Outlook.NOT_ENOUGH


def answer_sentence(comparison: Comparison, prospect: Prospect, book: Book) -> str:
    """What this destination would mean: what is left with an offer, the pay needed without."""
    away, home = book.place(prospect.picture.city), book.place(comparison.home.city)
    left = prospect.difference.money_left
    if prospect.picture.status is Status.UNKNOWN or left is None:
        return _("{away}: too little is known to say what would be left.").format(away=away)
    if prospect.picture.city == comparison.home.city:
        return _stay_sentence(home, left)
    if first_earner_pay(prospect) is None and prospect.thresholds is not None:
        return _left_sentence(away, home, left)
    return _required_sentence(comparison, prospect, away, home)


def expectation(prospect: Prospect) -> str:
    """What we expect to be paid there, beside the pay that is needed; empty with an offer."""
    expected = first_earner_pay(prospect)
    if expected is None:
        return ""
    if expected.low == expected.high:
        return _("We expect {pay}.").format(pay=yuan(expected.typical))
    return _("We expect {pay}.").format(pay=yuan_range(expected.low, expected.high))


def teaser(prospect: Prospect) -> str:
    """The answer in a few words, beside the city's name."""
    left = prospect.difference.money_left
    if left is None:
        return _("not enough data")
    if _has_offer(prospect):
        return _("{difference} left").format(difference=more_or_less(left))
    needed = prospect.thresholds.equal_money_left if prospect.thresholds else None
    return "" if needed is None else _("from {pay} gross").format(pay=yuan(needed))


def headline(comparison: Comparison, book: Book) -> str:
    """The answer over all destinations: that of the first offer, else the pay that is needed."""
    asked = next(filter(_has_offer, comparison.destinations), None)
    if len(comparison.destinations) == 1:
        asked = comparison.destinations[0]
    if asked is not None:
        return answer_sentence(comparison, asked, book)
    return _over_all(comparison.destinations, book.place(comparison.home.city), book)


def _has_offer(prospect: Prospect) -> bool:
    return prospect.thresholds is not None and first_earner_pay(prospect) is None


def _of_offer(prospect: Prospect) -> Outlook:
    left = prospect.difference.money_left
    if left is None:
        return Outlook.UNKNOWN
    return Outlook.ENOUGH if left >= 0 else Outlook.NOT_ENOUGH


def _stay_sentence(home: str, left: int) -> str:
    if left == 0:
        return _("Staying in {home} as you live now changes nothing.").format(home=home)
    return _("Changed like this, {home} leaves you {difference} each month.").format(
        home=home, difference=more_or_less(left)
    )


def _left_sentence(away: str, home: str, left: int) -> str:
    if left == 0:
        return _("In {away} you would have as much left each month as in {home}.").format(
            away=away, home=home
        )
    return _("In {away} you would have {difference} left each month than in {home}.").format(
        away=away, home=home, difference=more_or_less(left)
    )


def _required_sentence(comparison: Comparison, prospect: Prospect, away: str, home: str) -> str:
    thresholds = prospect.thresholds
    if thresholds is None:
        return ""
    if thresholds.equal_money_left is not None:
        return _(
            "In {away} you need at least {pay} gross a month to have as much left as in {home}."
        ).format(away=away, home=home, pay=yuan(thresholds.equal_money_left))
    if thresholds.break_even_pay is not None:
        return _("In {away} you need at least {pay} gross a month to make ends meet.").format(
            away=away, pay=yuan(thresholds.break_even_pay)
        )
    return _("No pay that we can name would leave you as much in {away} as in {home}.").format(
        away=away, home=home
    )


def _over_all(prospects: Sequence[Prospect], home: str, book: Book) -> str:
    """From the lowest to the highest required pay."""
    needed = sorted(
        (one.thresholds.equal_money_left, book.place(one.picture.city))
        for one in prospects
        if one.thresholds is not None and one.thresholds.equal_money_left is not None
    )
    if len(needed) < 2:
        return wording.joined(
            _("{city}: {pay} gross a month.").format(city=city, pay=yuan(pay))
            for pay, city in needed
        )
    (low, cheapest), (high, dearest) = needed[0], needed[-1]
    return _(
        "To have as much left each month as in {home} you need at least {low} gross a month in"
        " {cheapest}, and up to {high} in {dearest}."
    ).format(home=home, low=yuan(low), cheapest=cheapest, high=yuan(high), dearest=dearest)
