"""The spellings under which a place is found, made comparable."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from advisor.engine.reference import Level, Place

ZH_ENDINGS = {"自治州": ("州", "自治州"), "自治区": ("自治区",), "自治县": ("县", "自治县")}
EN_ENDINGS = {
    Level.CITY: ("", "city", "prefecture"),
    Level.PROVINCE: ("", "province"),
    Level.DISTRICT: ("", "district"),
}
EN_ENDING = re.compile(r" (City|District|County|New Area)$")
BRACKET = re.compile(r"\s*\(.*\)$")


def comparable(text: str) -> str:
    """The text without case, accents, spaces and punctuation, full-width signs made plain."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in decomposed if sign.isalnum())


def has_bracket(place: Place) -> bool:
    """Whether the English name needs a bracket, because a better known place bears it too."""
    return bool(BRACKET.search(place.name_en))


def bare_name(place: Place) -> str:
    """The English name without bracket and without the word for its kind."""
    return EN_ENDING.sub("", BRACKET.sub("", place.name_en))


def full_keys(place: Place, places: Mapping[str, Place]) -> Iterator[str]:
    """Spellings that name the place beyond doubt: code, full names, names with its parent's."""
    yield from (place.adcode, place.slug, place.name_en, place.name_zh)
    parent = places.get(place.parent or "")
    if parent is not None:
        for above in (parent.name_zh, parent.short_zh):
            yield from (above + place.name_zh, above + place.short_zh)
        yield bare_name(place) + bare_name(parent)


def short_keys(place: Place) -> Iterator[str]:
    """Spellings that another place may share: short names and pinyin, with and without ending."""
    yield place.short_zh
    for ending, others in ZH_ENDINGS.items():
        if place.name_zh.endswith(ending):
            yield from (place.short_zh + other for other in others)
    for ending in EN_ENDINGS.get(place.level, ("",)):
        yield from (bare_name(place) + ending, place.pinyin + ending)
    if place.name_zh.endswith("市"):
        yield place.pinyin + "shi"
