"""The list of cities: filtered by name, tier and province."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from advisor.datasets.models import Place as PlaceRow
from advisor.datasets.naming import Gazetteer
from advisor.datasets.place_keys import comparable, full_keys, short_keys
from advisor.engine.reference import Level, Place, stands_at


@dataclass(frozen=True, slots=True)
class TierScheme:
    """Whose list a city's tier is taken from, and of which year."""

    source: str
    year: str


def cities_found(
    gazetteer: Gazetteer, *, text: str | None, tier: str | None, province: Place | None
) -> tuple[Place, ...]:
    """The cities that pass every filter given: best match first where a text is, else by code."""
    found: Iterable[Place] = gazetteer.cities
    if text:
        found = gazetteer.search(text, len(gazetteer.cities))
    return tuple(
        city
        for city in found
        if (tier is None or city.tier == tier)
        and (province is None or province.adcode in (city.parent, city.adcode))
    )


def province_named(gazetteer: Gazetteer, text: str) -> Place | None:
    """The province of that code or name; a municipality is its own. None where none is clear."""
    places = {place.adcode: place for place in gazetteer.places}
    key = comparable(text)
    provinces = [place for place in gazetteer.places if stands_at(place, Level.PROVINCE)]
    beyond_doubt = [one for one in provinces if key in map(comparable, full_keys(one, places))]
    named = beyond_doubt or [one for one in provinces if key in map(comparable, short_keys(one))]
    return named[0] if len(named) == 1 else None


def listed(cities: Iterable[Place], gazetteer: Gazetteer, edition: str) -> list[dict[str, Any]]:
    """The cities as the list shows them."""
    places = {place.adcode: place for place in gazetteer.places}
    schemes = _tier_schemes(edition)
    return [_listed(city, places, schemes.get(city.adcode)) for city in cities]


def _listed(city: Place, places: Mapping[str, Place], scheme: TierScheme | None) -> dict[str, Any]:
    is_its_own_province = stands_at(city, Level.PROVINCE)
    return _names(city) | {
        "slug": city.slug,
        "short_zh": city.short_zh,
        "province": _names(city if is_its_own_province else places[city.parent or ""]),
        "tier": city.tier,
        "tier_source": scheme.source if scheme else None,
        "tier_year": scheme.year if scheme else None,
        "lat": city.lat,
        "lon": city.lon,
    }


def _names(place: Place) -> dict[str, str]:
    return {"adcode": place.adcode, "name_en": place.name_en, "name_zh": place.name_zh}


@lru_cache(maxsize=4)
def _tier_schemes(edition: str) -> Mapping[str, TierScheme]:
    """Where the tier of each city comes from; read anew with each edition."""
    rows = PlaceRow.objects.exclude(tier="").values_list("adcode", "tier_scheme", "tier_year")
    return {adcode: TierScheme(source, year) for adcode, source, year in rows}
