"""Search as you type over the names of cities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisor.datasets.place_keys import bare_name, comparable
from advisor.engine.reference import Place

TIERS = ("first", "new-first", "second", "third", "fourth-and-below")
EXACT, BEGINS, OF_PROVINCE, INSIDE = range(4)


@dataclass(frozen=True, slots=True)
class Searchable:
    """A city with the spellings under which it and its province are searched."""

    city: Place
    names: tuple[str, ...]
    province_names: tuple[str, ...]


def searchable(cities: Iterable[Place], places: Mapping[str, Place]) -> tuple[Searchable, ...]:
    """The cities ready to be searched, large ones (by tier) first, then by code."""
    ordered = sorted(cities, key=lambda city: (_tier(city), city.adcode))
    return tuple(
        Searchable(city, _city_names(city), _province_names(places.get(city.parent or "")))
        for city in ordered
    )


def cities_like(text: str, found_in: Iterable[Searchable]) -> tuple[Place, ...]:
    """The cities whose name the text is, begins or is part of, or whose province it names.

    Nearer matches first, then in the order given.
    """
    key = comparable(text)
    if not key:
        return ()
    ranked = [(_rank(key, one), one.city) for one in found_in]
    found = [(rank, city) for rank, city in ranked if rank is not None]
    return tuple(city for _, city in sorted(found, key=lambda pair: pair[0]))


def _rank(key: str, one: Searchable) -> int | None:
    if key in one.names:
        return EXACT
    if any(name.startswith(key) for name in one.names):
        return BEGINS
    if key in one.province_names:
        return OF_PROVINCE
    if len(key) > 1 and key in one.city.name_zh:
        return INSIDE
    return None


def _city_names(city: Place) -> tuple[str, ...]:
    named = (city.name_zh, city.short_zh, city.name_en, bare_name(city))
    return (*map(comparable, named), city.pinyin, city.initials, city.adcode)


def _province_names(province: Place | None) -> tuple[str, ...]:
    if province is None:
        return ()
    return (province.name_zh, province.short_zh, comparable(province.name_en), province.pinyin)


def _tier(city: Place) -> int:
    return TIERS.index(city.tier) if city.tier in TIERS else len(TIERS)
