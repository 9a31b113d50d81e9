"""The series of the version in force, for comparing new figures with their own past."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from advisor.datasets.canonical import Entry, Key

SeriesKey = tuple[str, str]  # place, indicator


class Past(NamedTuple):
    """A figure of the version in force."""

    period: str
    value: float


class History:
    """Series by place and indicator, each ascending by period."""

    def __init__(self, before: Mapping[Key, Entry]) -> None:
        self._before = before
        self._series: dict[SeriesKey, list[tuple[str, str]]] = defaultdict(list)
        for (place, indicator, period), entry in before.items():
            self._series[place, indicator].append((period, entry.value))
        for series in self._series.values():
            series.sort()

    def series(self, place: str, indicator: str) -> tuple[Past, ...]:
        """The figures of a series; none for one that is new."""
        found = self._series.get((place, indicator), ())
        return tuple(Past(period, float(value)) for period, value in found)

    def newest(self, place: str, indicator: str) -> str:
        """The newest period of a series, "" for one that is new."""
        found = self._series.get((place, indicator))
        return found[-1][0] if found else ""

    def of_indicator(self, indicator: str) -> Iterator[tuple[str, tuple[Past, ...]]]:
        """The series of all places for an indicator."""
        for place, known in self._series:
            if known == indicator:
                yield place, self.series(place, indicator)

    def predecessor(self, key: Key) -> Past | None:
        """What the figure was before, else that of the period before it, else of the one after."""
        place, indicator, period = key
        entry = self._before.get(key)
        if entry is not None:
            return Past(period, float(entry.value))
        series = self.series(place, indicator)
        earlier = [past for past in series if past.period < period]
        return earlier[-1] if earlier else next(iter(series), None)
