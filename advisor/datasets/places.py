"""The places as the engine knows them."""

from functools import lru_cache

from django.utils.translation import get_language

from advisor.datasets.models import Place as PlaceRow
from advisor.datasets.naming import Gazetteer
from advisor.engine.reference import Level, Place


def all_places() -> tuple[Place, ...]:
    """All places, in the order of their codes."""
    return tuple(_place(row) for row in PlaceRow.objects.order_by("adcode"))


def gazetteer() -> Gazetteer:
    """The index of place names. Read once a process: places come with a release."""
    found = _gazetteer()
    if not found.places:  # before the first edition was loaded
        _gazetteer.cache_clear()
    return found


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer(all_places())


def place_name(adcode: str) -> str:
    """The place in words of the active language, with its code, as staff read it."""
    place = gazetteer().by_adcode.get(adcode)
    if place is None:
        return adcode
    name = place.name_zh if (get_language() or "").startswith("zh") else place.name_en
    return f"{name} ({adcode})"


def _place(row: PlaceRow) -> Place:
    return Place(
        adcode=row.adcode,
        name_zh=row.name_zh,
        name_en=row.name_en,
        level=Level(row.level),
        parent=row.parent_id,
        lat=None if row.lat is None else float(row.lat),
        lon=None if row.lon is None else float(row.lon),
        tier=row.tier or None,
        short_zh=row.short_zh,
        slug=row.slug,
        pinyin=row.pinyin,
        initials=row.initials,
    )
