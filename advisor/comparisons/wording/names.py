"""Names of places and texts that the data holds in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import get_language

from advisor.engine.reference import Level, Place


def language_text(*, en: str, zh: str) -> str:
    """The text in the active language; the other one where it is missing."""
    is_chinese = (get_language() or "").startswith("zh")
    return (zh or en) if is_chinese else (en or zh)


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other; Chinese puts no space between them."""
    is_chinese = (get_language() or "").startswith("zh")
    return ("" if is_chinese else " ").join(sentences)


def place_name(place: Place) -> str:
    """The place's name in the active language, in Chinese without 市 or 省."""
    return language_text(en=place.name_en, zh=place.short_zh or place.name_zh)


def place_name_with_parent(place: Place, places: Mapping[str, Place]) -> str:
    """The name with the place it lies in, to tell two of the same name apart."""
    parent = places.get(place.parent or "")
    if parent is None or parent.level in {Level.NATION, Level.REGION}:
        return place_name(place)
    return language_text(
        en=f"{place.name_en}, {parent.name_en}", zh=f"{parent.name_zh}{place.name_zh}"
    )
