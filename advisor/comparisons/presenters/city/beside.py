"""Two cities side by side: each figure of both, and by how much they differ in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.days import FIGURES as DAYS
from advisor.comparisons.presenters.city.homes import BY_SIZE, MOVES, NEW_MOVES, PRICES, RENTS
from advisor.comparisons.presenters.city.living import INCOME, LEVELS, TOTAL
from advisor.comparisons.presenters.city.pairs import Pair, Why, own_pair, pair
from advisor.comparisons.presenters.city.pay import POSTED, WAGES
from advisor.comparisons.presenters.city.people import CENSUS
from advisor.comparisons.presenters.city.rules import rules_section, settlement_section
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.trails import FigureView, figure_view
from advisor.engine.question import distance_km
from advisor.engine.reference import Reference
from advisor.web.money import number, percent

LIKE = 0.05  # a difference below that share is about the same
TIMES = 2  # from here on it is said in times
MONEY = {"CNY/year", "CNY/month", "CNY/m2", "CNY/m2/month", "CNY/person/year", "CNY"}
OWN = {CENSUS, *DAYS, *LEVELS, *MOVES, *NEW_MOVES}
IN_SHORT = ("nonprivate_avg_wage", "private_avg_wage", "rent_m2", "home_price_m2")


@dataclass(frozen=True, kw_only=True, slots=True)
class PairRow:
    """A figure of both cities; None where it is not known. `ratio` says how they differ, or why
    that can't be said."""

    label: str
    here: FigureView | None
    there: FigureView | None
    ratio: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PairSection:
    key: str
    title: str
    rows: tuple[PairRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CityOfPair:
    """One of both cities with its rules."""

    slug: str
    name: str
    rules: Section
    settling: Section


@dataclass(frozen=True, kw_only=True, slots=True)
class BesideView:
    here: CityOfPair
    there: CityOfPair
    distance: str
    in_short: tuple[str, ...]
    sections: tuple[PairSection, ...]
    edition: str
    on: str


def beside_view(reference: Reference, here: str, there: str, book: Book) -> BesideView:
    """Both cities, figure by figure. Raises NoRuleYetError on a day before all pay rules."""
    km = distance_km(reference.places[here], reference.places[there])
    return BesideView(
        here=_city(reference, here, book),
        there=_city(reference, there, book),
        distance=wording.unit_amount(round(km), "km") if km else "",
        in_short=tuple(_in_short(reference, here, there, book)),
        sections=tuple(
            PairSection(key=key, title=title, rows=_rows(reference, here, there, names, book))
            for key, title, names in _groups()
        ),
        edition=reference.edition,
        on=wording.period_words(reference.on.isoformat()),
    )


def _groups() -> Iterator[tuple[str, str, Sequence[str]]]:
    yield "pay", _("What it pays"), (*WAGES, *POSTED)
    yield "homes", _("What homes cost"), (*PRICES, *MOVES[:2], *NEW_MOVES[:2])
    yield "rents", _("What rents cost"), (*RENTS[:1], *BY_SIZE)
    yield "living", _("What living costs"), (TOTAL, INCOME, LEVELS[0], "child_cost_0_17")
    yield "days", _("People, commute, air, winter"), (CENSUS, *DAYS)


def _rows(
    reference: Reference, here: str, there: str, indicators: Sequence[str], book: Book
) -> tuple[PairRow, ...]:
    pairs = (
        (name, (own_pair if name in OWN else pair)(reference, here, there, name))
        for name in indicators
    )
    return tuple(
        PairRow(
            label=book.indicator(name),
            here=None if one.here is None else figure_view(one.here, book),
            there=None if one.there is None else figure_view(one.there, book),
            ratio=_ratio(one, book.indicators[name].unit, book.place(there)),
        )
        for name, one in pairs
        if one.here is not None or one.there is not None
    )


def _ratio(one: Pair, unit: str, there: str) -> str:
    """How the figures differ in words; only of money, and only where they can be compared."""
    if unit not in MONEY:
        return ""
    reasons = {
        Why.NOT_KNOWN: _("not known for both"),
        Why.OTHER_RUNG: _("not of the same kind of place: no ratio"),
        Why.SAME_FIGURE: _("the same figure stands in for both"),
        Why.OTHER_TIME: _("of different times: no ratio"),
    }
    return reasons[one.why] if one.why else ratio_words(one.ratio, there)


def ratio_words(ratio: float, there: str) -> str:
    """How much more or less it is in that city, in words."""
    if abs(ratio - 1) < LIKE:
        return _("about the same in both")
    if ratio >= TIMES:
        return _("{times} times as much in {city}").format(times=number(ratio, 1), city=there)
    change = percent(abs(ratio - 1), 0)
    if ratio > 1:
        return _("{share} more in {city}").format(share=change, city=there)
    return _("{share} less in {city}").format(share=change, city=there)


def _in_short(reference: Reference, here: str, there: str, book: Book) -> Iterator[str]:
    for name in IN_SHORT:
        one = pair(reference, here, there, name)
        if one.why is None:
            said = ratio_words(one.ratio, book.place(there))
            yield _("{label}: {ratio}").format(label=book.indicator(name), ratio=said)


def _city(reference: Reference, city: str, book: Book) -> CityOfPair:
    return CityOfPair(
        slug=reference.places[city].slug,
        name=book.place(city),
        rules=rules_section(reference, city, book),
        settling=settlement_section(reference, city, book),
    )
