"""One figure of two places, and whether a ratio of both may be said (model §2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from advisor.comparisons.presenters.city.rows import own, own_figure
from advisor.engine.reference import Figure, Observation, Reference

MONTHS = 12


class Why(StrEnum):
    """Why a ratio can't be said."""

    NOT_KNOWN = "not_known"
    OTHER_RUNG = "other_rung"
    SAME_FIGURE = "same_figure"
    OTHER_TIME = "other_time"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """The figures to show, and why they have no ratio; None where they have one."""

    here: Figure | None
    there: Figure | None
    why: Why | None

    @property
    def ratio(self) -> float:
        """There over here. Raises ValueError where there is none to say."""
        if self.here is None or self.there is None or self.why:
            raise ValueError(self.why)
        return self.there.value / self.here.value


def pair(reference: Reference, here: str, there: str, indicator: str) -> Pair:
    """Both figures: of the newest period that both places have themselves, else the newest."""
    common = _common(reference, here, there, indicator)
    one, other = common or (reference.figure(here, indicator), reference.figure(there, indicator))
    return Pair(here=one, there=other, why=_why(one, other))


def own_pair(reference: Reference, here: str, there: str, indicator: str) -> Pair:
    """Only what is the places' own: another place's air or winter would say nothing."""
    one, other = (own_figure(reference, place, indicator) for place in (here, there))
    return Pair(here=one, there=other, why=_why(one, other))


def _common(
    reference: Reference, here: str, there: str, indicator: str
) -> tuple[Figure, Figure] | None:
    """The newest figures of one period; none where another rung has outdated the own ones."""
    found = [reference.figure(place, indicator) for place in (here, there)]
    if not all(figure is not None and figure.is_own for figure in found):
        return None
    ours, theirs = (
        {seen.period: seen for seen in reference.series.get((place, indicator), ())}
        for place in (here, there)
    )
    period = max(ours.keys() & theirs.keys(), default=None)
    return None if period is None else (own(ours[period]), own(theirs[period]))


def _why(one: Figure | None, other: Figure | None) -> Why | None:
    if one is None or other is None or one.value <= 0:
        return Why.NOT_KNOWN
    if one.observation == other.observation:
        return Why.SAME_FIGURE
    if one.rung is not other.rung:
        return Why.OTHER_RUNG
    if abs(_months(one.observation) - _months(other.observation)) >= MONTHS:
        return Why.OTHER_TIME
    return None


def _months(seen: Observation) -> int:
    year, _dash, month = seen.period.partition("-")
    return int(year) * MONTHS + int(month or MONTHS)
