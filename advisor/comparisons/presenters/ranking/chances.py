"""The chance in every city, as far as it is worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.outlook.words import chance
from advisor.comparisons.ranked import CityOffer, Ranked
from advisor.engine.everywhere import CityChance
from advisor.web.money import more_or_less, yuan


@dataclass(frozen=True, kw_only=True, slots=True)
class ChanceRow:
    """A city with the chance of owning more there; empty where that is unknown."""

    name: str
    chance: str
    difference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ChancesView:
    """`rows` stand by chance, unknown ones last; `done` of `count` cities are there."""

    intro: str
    rows: tuple[ChanceRow, ...]
    done: int
    count: int
    edition: str

    @property
    def is_whole(self) -> bool:
        return self.done >= self.count


def chances_view(
    found: Ranked, offer: CityOffer, known: Sequence[CityChance], book: Book
) -> ChancesView:
    """What is known so far, with that offer applied everywhere."""
    count = sum(one.place.adcode != found.household.home for one in found.ranking.cities)
    return ChancesView(
        intro=_(
            "{pay} gross a month, as offered in {city}, were it paid in every city: the chance of"
            " owning more after {years} years than by staying in {home}."
        ).format(
            pay=yuan(offer.offer.gross_fen),
            city=book.place(offer.city),
            years=found.household.horizon_years,
            home=book.place(found.household.home),
        ),
        rows=tuple(_row(one, book) for one in sorted(known, key=_order)),
        done=len(known),
        count=count,
        edition=found.reference.edition,
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
