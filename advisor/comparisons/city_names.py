"""Cities as documents name them: the one meant, or what is wrong with the name."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from advisor.comparisons.faults import Fault
from advisor.comparisons.households import CityNamed, NamedCity
from advisor.comparisons.wording import place_name_with_parent
from advisor.datasets.naming import Ambiguous, Found, Gazetteer, NotACity, Unknown
from advisor.engine.reference import Place
from advisor.engine.trail import Sentence, say

MOST_CANDIDATES = 5


def city_named(gazetteer: Gazetteer) -> CityNamed:
    """How documents' names are read with that gazetteer: never one city in place of another.

    Faults name their candidates in the language that is active when a name is read.
    """
    places = {place.adcode: place for place in gazetteer.places}

    def candidates(found: Sequence[Place]) -> str:
        named = [
            f"{place_name_with_parent(place, places)} ({place.adcode})"
            for place in found[:MOST_CANDIDATES]
        ]
        return _(", ").join(named) + (" …" if len(found) > MOST_CANDIDATES else "")

    def named(text: str) -> NamedCity | Fault:
        match gazetteer.named(text):
            case Found(place=place, others=others):
                return NamedCity(place.adcode, _shared(text, place, others))
            case Ambiguous(candidates=found):
                return _fault("city_ambiguous", text, candidates(found))
            case NotACity(candidates=found):
                return _fault("not_a_city" if found else "city_unknown", text, candidates(found))
            case Unknown(nearest=found):
                return _fault(
                    "city_not_found" if found else "city_unknown", text, candidates(found)
                )

    return named


def _shared(text: str, place: Place, others: Sequence[Place]) -> Sentence | None:
    if not others:
        return None
    return say("note.name_shared", name=text, city_place=place.adcode, other_place=others[0].adcode)


def _fault(code: str, text: str, candidates: str) -> Fault:
    return Fault("", code, {"name": text, "candidates": candidates})
