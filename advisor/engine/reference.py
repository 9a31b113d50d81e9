"""The frozen bundle of figures and rules that the engine reads, and the ladder it reads them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

NATION = "000000"
OF_RULES_ALONE = "pay_rules"  # what the cache holds under this name depends on no figure
OLDEST_OWN_FIGURE_YEARS = 3  # model §2: an own figure may be this much older than its parent's


class Level(StrEnum):
    NATION = "nation"
    REGION = "region"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class Rung(StrEnum):
    """How far down the ladder a figure was found; `OWN` is the place asked for."""

    OWN = "own"
    CITY = "city"
    PROVINCE = "province"
    REGION = "region"
    NATION = "nation"
    STAND_IN = "stand_in"
    ESTIMATE = "estimate"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place with its GB/T 2260 code (regions: R1 to R4); `parent` chains up to the nation."""

    adcode: str
    name_zh: str
    name_en: str
    level: Level
    parent: str | None
    lat: float | None = None
    lon: float | None = None
    tier: str | None = None
    short_zh: str = ""
    slug: str = ""
    pinyin: str = ""
    initials: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Who published a figure, where and when; `kind` is derived where it was computed here."""

    id: str
    publisher: str
    title: str
    url: str
    published: str
    accessed: str
    kind: str
    terms: str
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """One published or derived value. Its unit is its indicator's; `status` holds SDMX letters."""

    place: str
    indicator: str
    period: str
    value: float
    low: float | None
    high: float | None
    range_kind: str
    status: str
    source: str
    note: str

    @property
    def year(self) -> int:
        return int(self.period[:4])


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """An observation as found for a place: `rung` says whether it is that place's own."""

    observation: Observation
    rung: Rung

    @property
    def value(self) -> float:
        return self.observation.value

    @property
    def is_own(self) -> bool:
        return self.rung is Rung.OWN

    @property
    def is_approximation(self) -> bool:
        """True where the figure belongs to a parent, was imputed, or is marked unreliable."""
        return not self.is_own or bool(set(self.observation.status) & {"i", "u"})


Series = Mapping[tuple[str, str], tuple[Observation, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """All that the engine knows about the world on one date.

    `series` maps (adcode, indicator) to observations ascending by period, none later than `on`.
    `rule_files` holds the validated rule files by name, every scalar as text or None.
    """

    edition: str
    on: date
    places: Mapping[str, Place]
    series: Series
    sources: Mapping[str, Source]
    rule_files: Mapping[str, Any]
    cache: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def with_series(self, series: Series) -> Reference:
        """The same rules and places with other figures; what rules alone gave is kept."""
        return replace(self, series=series, cache=self.of_rules_alone())

    def of_rules_alone(self) -> dict[Any, Any]:
        """What the cache holds that another reference with the same rules may start with."""
        return {key: value for key, value in self.cache.items() if key == OF_RULES_ALONE}

    def chain(self, adcode: str) -> Iterator[Place]:
        """The place, then its parents up to the nation."""
        step: str | None = adcode
        while step is not None:
            place = self.places[step]
            yield place
            step = place.parent

    def newest(self, adcode: str, indicator: str) -> Observation | None:
        """The newest observation of the place itself, whatever its age."""
        rows = self.series.get((adcode, indicator))
        return rows[-1] if rows else None

    def figure(self, adcode: str, indicator: str) -> Figure | None:
        """The figure of the first rung that has one which is not outdated by its parent's.

        A figure more than three years older than the newest of the next rung that has one gives
        way to it (model §2).
        """
        key = ("figure", adcode, indicator)  # every answer reads the same hundred
        if key not in self.cache:
            self.cache[key] = self._figure(adcode, indicator)
        found: Figure | None = self.cache[key]
        return found

    def _figure(self, adcode: str, indicator: str) -> Figure | None:
        found = list(self._found(adcode, indicator))
        for own, parent in pairwise(found):
            if _year_gap(own, parent) <= OLDEST_OWN_FIGURE_YEARS:
                return own
        return found[-1] if found else None

    def figure_at(self, adcode: str, indicator: str, level: Level) -> Figure | None:
        """The newest figure of the place's parent at that level (municipalities: their own)."""
        for place in self.chain(adcode):
            observation = self.newest(place.adcode, indicator)
            if observation and stands_at(place, level):
                return Figure(observation=observation, rung=_rung(place, adcode))
        return None

    def _found(self, adcode: str, indicator: str) -> Iterator[Figure]:
        for place in self.chain(adcode):
            observation = self.newest(place.adcode, indicator)
            if observation is not None:
                yield Figure(observation=observation, rung=_rung(place, adcode))


def stands_at(place: Place, level: Level) -> bool:
    """Whether the place is of that level; a municipality is its own province (README of data)."""
    is_municipality = place.level is Level.CITY and (place.parent or "").startswith("R")
    return place.level is level or (is_municipality and level is Level.PROVINCE)


def _rung(place: Place, asked: str) -> Rung:
    return Rung.OWN if place.adcode == asked else Rung(place.level.value)


def _year_gap(own: Figure, parent: Figure) -> int:
    return parent.observation.year - own.observation.year
