"""Names, units and sources that presenters look up by the codes of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.comparisons import wording
from advisor.engine.conventions import Convention
from advisor.engine.reference import Place, Source
from advisor.engine.trail import Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorWords:
    """What an indicator is called in both languages, its unit, and its rhythm.

    `limit_days`: the strictest limit of age that a feed of its dataset states.
    """

    label_en: str
    label_zh: str
    unit: str
    cadence: str = ""
    limit_days: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """Everything that has a code and a name."""

    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    indicators: Mapping[str, IndicatorWords]
    conventions: Mapping[str, Convention]
    assumptions: Mapping[str, float]

    def place(self, adcode: str) -> str:
        """The place's name in the active language."""
        return wording.place_name(self.places[adcode])

    def say(self, sentence: Sentence) -> str:
        """The engine's sentence in the active language."""
        return wording.sentence(sentence, self.places)

    def indicator(self, code: str) -> str:
        """The indicator's name in the active language."""
        words = self.indicators[code]
        return wording.language_text(en=words.label_en, zh=words.label_zh)
