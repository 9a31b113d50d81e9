"""Figures of places that had none: held against those of the other places."""

from collections import defaultdict

from advisor.datasets.canonical import Key
from advisor.datasets.differences import Difference
from advisor.datasets.validation.found import Found, warning
from advisor.datasets.validation.history import History
from advisor.datasets.validation.registry import Registry

ENOUGH = 10  # other places that say what is usual
BEYOND = 2.0  # times the largest, or part of the smallest, of the others
EXAMPLES = 5


def unlike_others(change: Difference, history: History, registry: Registry) -> list[Found]:
    """A warning where a place's first figures lie far beyond those of all places of its level."""
    span = _Spans(history, registry)
    odd: list[Key] = []
    for key, entry in change.added.items():
        place, indicator, _ = key
        if history.newest(place, indicator) or not registry.indicators[indicator].is_positive:
            continue
        lowest, highest = span.of(indicator, registry.levels[place])
        if not lowest / BEYOND <= float(entry.value) <= highest * BEYOND:
            odd.append(key)
    if not odd:
        return []
    examples = [
        {"adcode": key[0], "indicator": key[1], "period": key[2], "to": change.added[key].value}
        for key in sorted(odd)[:EXAMPLES]
    ]
    return [warning("unlike_other_places", len(odd), examples=examples)]


class _Spans:
    """The least and most of the newest figures of places, by indicator and level."""

    def __init__(self, history: History, registry: Registry) -> None:
        self._history = history
        self._registry = registry
        self._known: dict[str, dict[str, list[float]]] = {}

    def of(self, indicator: str, level: str) -> tuple[float, float]:
        """The span of an indicator at a level; everything where too few places have a figure."""
        if indicator not in self._known:
            values: dict[str, list[float]] = defaultdict(list)
            for place, series in self._history.of_indicator(indicator):
                values[self._registry.levels[place]].append(series[-1].value)
            self._known[indicator] = values
        found = self._known[indicator].get(level, [])
        return (min(found), max(found)) if len(found) >= ENOUGH else (0.0, float("inf"))
