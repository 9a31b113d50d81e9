"""Verdicts and chances in calm words: tenths, never invented precision (model §7, §8)."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.engine.projection.outcome import Projected, Verdict
from advisor.engine.projection.verdict import MIDDLE, is_on_edge

VERDICTS: dict[Verdict, str] = {
    Verdict.GO: gettext_noop("The figures speak for going to {city}."),
    Verdict.LEAN_GO: gettext_noop("The figures lean towards going to {city}."),
    Verdict.TOO_CLOSE: gettext_noop("Between {home} and {city} it is too close to call."),
    Verdict.LEAN_STAY: gettext_noop("The figures lean towards staying in {home}."),
    Verdict.STAY: gettext_noop("The figures speak for staying in {home}."),
    Verdict.NOT_FUNDABLE: gettext_noop("The move to {city} cannot be funded yet."),
    Verdict.NOT_ENOUGH_DATA: gettext_noop("There is not enough data to judge {city}."),
}


def verdict_words(verdict: Verdict, home: str, city: str) -> str:
    """The verdict in a sentence."""
    return _(VERDICTS[verdict]).format(home=home, city=city)


def chance(share: float) -> str:
    """A chance in tenths: `about 7 in 10`."""
    tenths = round(share * 10)
    if tenths == 0:
        return _("hardly ever")
    if tenths == 10:
        return _("nearly always")
    return _("about {tenths} in 10").format(tenths=tenths)


def chance_sentence(projected: Projected, home: str, city: str) -> str:
    """How often the move leaves one better off at the horizon, and whether it is on an edge."""
    last = projected.years[-1]
    better = last.net_worth.better_off
    said = _(
        "After {years} years you would own more by moving to {city} than by staying in {home}:"
        " {chance}."
    ).format(years=last.year, city=city, home=home, chance=chance(better))
    if is_on_edge(better):
        said += " " + _("That is on the edge between two verdicts.")
    return said


def fund_sentence(projected: Projected) -> str:
    """Said where only the housing fund makes the move the better life."""
    last = projected.years[-1]
    if not last.cash.better_off < MIDDLE <= last.net_worth.better_off:
        return ""
    return _(
        "Better only as far as the housing fund counts as money: on cash alone, {chance}."
    ).format(chance=chance(last.cash.better_off))


def pay_back_sentence(projected: Projected) -> str:
    """When the move has paid back, and how often it has not by the horizon."""
    found, years = projected.pay_back, projected.years[-1].year
    if found.months.p50 is None:
        return _("Within {years} years the move does not pay back in most cases ({never}).").format(
            years=years, never=chance(found.never)
        )
    if found.months.p50 == 0:
        return _("Nothing has to be paid back.")
    return _("The move has paid back after {months} months in the middle case.").format(
        months=round(found.months.p50)
    )
