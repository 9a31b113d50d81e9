"""The chance in every city, as far as it is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.late import LateFigure, late_series
from advisor.comparisons.presenters.outlook.words import chance
from advisor.comparisons.ranked import CityOffer, Ranked
from advisor.engine.everywhere import CityChance
from advisor.engine.wages import SERIES
from advisor.web.money import more_or_less, yuan

WAGES, RENTS = tuple(SERIES.values()), ("rent_m2",)  # what cities differ by here


@dataclass(frozen=True, kw_only=True, slots=True)
class ChanceRow:
    """A city with the chance of owning more there; empty where that is unknown."""

    name: str
    chance: str
    difference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChancesView:
    """`rows` stand by chance, unknown ones last; `done` of `count` cities are there.

    `others` have no wages of their own to go by; with an offer there are none.
    """

    intro: str
    caution: str
    rows: tuple[ChanceRow, ...]
    others: tuple[str, ...]
    done: int
    count: int
    edition: str
    late: tuple[LateFigure, ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.done >= self.count


def chances_view(
    found: Ranked, cities: Sequence[str], known: Sequence[CityChance], book: Book
) -> ChancesView:
    """What is known so far of these cities, and which others can't stand beside them."""
    standing = {*cities, found.household.home}
    others = (one.place.adcode for one in found.ranking.cities if one.place.adcode not in standing)
    return ChancesView(
        intro=_intro(found, book),
        caution=_caution(found.offer),
        rows=tuple(_row(one, book) for one in sorted(known, key=_order)),
        others=tuple(book.place(city) for city in others),
        done=len(known),
        count=len(cities),
        edition=found.reference.edition,
        late=late_series(found.reference, (*WAGES, *RENTS), book),
    )


def _intro(found: Ranked, book: Book) -> str:
    years, home = found.household.horizon_years, book.place(found.household.home)
    if found.offer is None:
        return _(
            "At the pay that each city's own average wage lets one expect: the chance of owning"
            " more after {years} years than by staying in {home}."
        ).format(years=years, home=home)
    return _(
        "{pay} gross a month, as offered in {city}, were it paid in every city: the chance of"
        " owning more after {years} years than by staying in {home}."
    ).format(
        pay=yuan(found.offer.offer.gross_fen),
        city=book.place(found.offer.city),
        years=years,
        home=home,
    )


def _caution(offer: CityOffer | None) -> str:
    if offer is None:
        return _(
            "Averages say little about one person: with an offer the answer is yours. Rents and"
            " prices are each city's own."
        )
    return _(
        "It does not say that such pay is to be had there. Rents and prices are each city's own."
    )


def _order(one: CityChance) -> tuple[bool, int, int]:
    """By the chance as it is said, in tenths, then by what more is owned; unknown ones last."""
    if one.better_off is None or one.difference is None:
        return (True, 0, 0)
    return (False, -round(one.better_off * 10), -one.difference)


def _row(one: CityChance, book: Book) -> ChanceRow:
    return ChanceRow(
        name=book.place(one.city),
        chance="" if one.better_off is None else chance(one.better_off),
        difference="" if one.difference is None else more_or_less(one.difference),
    )
