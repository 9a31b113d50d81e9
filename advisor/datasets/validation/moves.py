"""How far figures moved from their predecessors, held against how far such figures move."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from advisor.datasets.canonical import Entry, Key
from advisor.datasets.differences import Difference
from advisor.datasets.validation.found import Found, warning
from advisor.datasets.validation.history import History, Past
from advisor.datasets.validation.periods import months_between
from advisor.datasets.validation.registry import IndicatorRule, Registry

ENOUGH_OWN = 5  # steps of a series that say how it moves
ENOUGH_OF_OTHERS = 20  # steps of all places together
BEYOND_OWN = 2.0  # times the largest step a series ever took
BEYOND_OTHERS = 1.25  # times the largest but one in a hundred
ALWAYS_ALLOWED = math.log(1.05)
UNKNOWN = math.log(1.5)  # allowed where nothing says how such figures move
SHARE_OF_BOUNDS = 0.25  # of the plausible span, for figures that have no ratio (temperatures)
EXAMPLES = 5
BIGGEST = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A figure beside its predecessor; `size` is the distance, comparable between figures."""

    key: Key
    before: Past
    value: str
    size: float

    def as_params(self) -> dict[str, Any]:
        """The move as plain values; `change` is a fraction of the figure before."""
        place, indicator, period = self.key
        now, old = float(self.value), self.before.value
        return {
            "adcode": place,
            "indicator": indicator,
            "period": period,
            "from": float(f"{old:.10g}"),
            "from_period": self.before.period,
            "to": now,
            "change": round(now / old - 1, 4) if old else None,
        }


def moves(change: Difference, history: History, registry: Registry) -> list[Move]:
    """The moves of all figures that have a predecessor with another value."""
    found = []
    for key, entry in _numbers_of(change):
        past = history.predecessor(key)
        if past is not None and past.value != float(entry.value):
            size = _distance(past.value, float(entry.value), registry.indicators[key[1]])
            found.append(Move(key=key, before=past, value=entry.value, size=size))
    return found


def biggest(found: Iterable[Move]) -> list[dict[str, Any]]:
    """The ten largest moves."""
    ordered = sorted(found, key=lambda move: (-move.size, move.key))
    return [move.as_params() for move in ordered[:BIGGEST]]


def unusual_moves(found: Iterable[Move], history: History, registry: Registry) -> list[Found]:
    """A warning where figures moved further than they, or figures like them, ever did."""
    pace = Pace(history, registry)
    unusual = [move for move in found if move.size > pace.allowed(move)]
    if not unusual:
        return []
    unusual.sort(key=lambda move: (-move.size, move.key))
    examples = [move.as_params() for move in unusual[:EXAMPLES]]
    return [warning("unusual_moves", len(unusual), examples=examples)]


class Pace:
    """How far a figure may move in a month's square root: series wander, they don't run."""

    def __init__(self, history: History, registry: Registry) -> None:
        self._history = history
        self._registry = registry
        self._of_others: dict[str, float] = {}

    def allowed(self, move: Move) -> float:
        """The largest distance that is still usual for this figure."""
        place, indicator, period = move.key
        rule = self._registry.indicators[indicator]
        earlier, later = sorted((move.before.period, period))
        width = math.sqrt(months_between(earlier, later, rule.period_type))
        own = list(_steps(self._history.series(place, indicator), rule))
        if len(own) >= ENOUGH_OWN:
            return max(ALWAYS_ALLOWED, BEYOND_OWN * max(own) * width)
        of_others = self._others(indicator, rule)
        return max(ALWAYS_ALLOWED, of_others * width) if of_others else UNKNOWN

    def _others(self, indicator: str, rule: IndicatorRule) -> float:
        """The pace that all but one in a hundred steps of other places keep; 0 where unknown."""
        if indicator not in self._of_others:
            steps = sorted(
                step
                for _, series in self._history.of_indicator(indicator)
                for step in _steps(series, rule)
            )
            enough = len(steps) >= ENOUGH_OF_OTHERS
            rare = steps[int(len(steps) * 0.99) - 1] if enough else 0.0
            self._of_others[indicator] = BEYOND_OTHERS * rare
        return self._of_others[indicator]


def _steps(series: Iterable[Past], rule: IndicatorRule) -> Iterator[float]:
    for old, new in pairwise(series):
        width = math.sqrt(months_between(old.period, new.period, rule.period_type))
        yield _distance(old.value, new.value, rule) / width


def _distance(old: float, new: float, rule: IndicatorRule) -> float:
    """Of positive figures the logarithm of their ratio.

    Of others a measure of the same size: a quarter of the plausible span is as far as UNKNOWN.
    """
    if rule.is_positive and old > 0 and new > 0:
        return abs(math.log(new / old))
    span = float(rule.highest - rule.lowest) or 1.0
    return abs(new - old) / span * (UNKNOWN / SHARE_OF_BOUNDS)


def _numbers_of(change: Difference) -> Iterator[tuple[Key, Entry]]:
    yield from change.changed.items()
    yield from change.added.items()
