"""Addresses of cities: the code is the key, the slug is made of the English name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from advisor.datasets.naming import Ambiguous, Found, Gazetteer, NotACity, Unknown
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Place

# A slug that a city had once, and the city's code: a link of long ago still leads there. Whoever
# renames a city in places.csv writes its former slug here.
OLD_SLUGS: dict[str, str] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Nowhere:
    """No city has that address; `nearest` are those it may mean, perhaps none."""

    nearest: tuple[Place, ...]


def city_at(address: str) -> Place | Nowhere:
    """The city of that slug, code, former slug, or name that only one place bears.

    Whoever shows it compares the slug: another spelling is sent on to the right one.
    """
    index = gazetteer()
    slugs = _slugs(index)
    adcode = slugs.get(address) or OLD_SLUGS.get(address)
    if adcode is not None:
        return index.by_adcode[adcode]
    match index.named(address):
        case Found(place=place, others=()):
            return place
        case Found(place=place, others=others):
            return Nowhere(
                nearest=(place, *(one for one in others if one.adcode in slugs.values()))
            )
        case Ambiguous(candidates=found) | NotACity(candidates=found) | Unknown(nearest=found):
            return Nowhere(nearest=found)


@lru_cache(maxsize=1)
def _slugs(index: Gazetteer) -> dict[str, str]:
    return {city.slug: city.adcode for city in index.cities}
