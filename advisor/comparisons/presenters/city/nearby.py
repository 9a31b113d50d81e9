"""Neighbours by distance, and cities whose homes and rents cost about the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, log

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.engine.question import distance_km
from advisor.engine.reference import Level, Place, Reference

PRICE, RENT = "home_price_m2", "rent_m2"
MOST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherCity:
    """A city to go on to, and how far it is."""

    slug: str
    name: str
    distance: str


def neighbours(reference: Reference, city: str, book: Book) -> tuple[OtherCity, ...]:
    """The nearest cities as the crow flies between the seats of government."""
    far = sorted((km, place.adcode) for place, km in _distances(reference, city))
    return tuple(_other(reference, place, km, book) for km, place in far[:MOST])


def similar(reference: Reference, city: str, book: Book) -> tuple[OtherCity, ...]:
    """The cities nearest in price and rent a m²; none where one of the two is unknown here.

    Nearest by the ratios: a tenth dearer counts like a tenth cheaper, prices as much as rents.
    """
    here = _costs(reference, city)
    if here is None:
        return ()
    apart = []
    for place, km in _distances(reference, city):
        there = _costs(reference, place.adcode)
        if there is not None:
            apart.append(
                (hypot(*(log(a / b) for a, b in zip(here, there, strict=True))), place.adcode, km)
            )
    return tuple(_other(reference, place, km, book) for _gap, place, km in sorted(apart)[:MOST])


def _distances(reference: Reference, city: str) -> Iterable[tuple[Place, float]]:
    here = reference.places[city]
    for place in reference.places.values():
        if place.level is Level.CITY and place.adcode != city:
            km = distance_km(here, place)
            if km is not None:
                yield place, km


def _costs(reference: Reference, city: str) -> tuple[float, float] | None:
    price, rent = (reference.newest(city, indicator) for indicator in (PRICE, RENT))
    return None if price is None or rent is None else (price.value, rent.value)


def _other(reference: Reference, city: str, km: float, book: Book) -> OtherCity:
    return OtherCity(
        slug=reference.places[city].slug,
        name=book.place(city),
        distance=wording.unit_amount(round(km), "km"),
    )
