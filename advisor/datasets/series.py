"""The figures of an edition as the engine reads them: parsed only where somebody asks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from advisor.engine.reference import Observation

SeriesKey = tuple[str, str]  # place, indicator
# Of a place and indicator the lines, ascending by period, of what follows these two in a canonical
# line: period, value, low, high, range kind, status, source and note, parted by tabs.
Blocks = Mapping[str, Mapping[str, str]]


def blocks_of(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """The figures of the datasets' canonical texts by place and indicator."""
    lines: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for text in texts:
        for line in filter(None, text.split("\n")):
            place, indicator, rest = line.split("\t", 2)
            lines[place][indicator].append(rest)
    return {
        place: {indicator: "\n".join(found) for indicator, found in by_indicator.items()}
        for place, by_indicator in lines.items()
    }


def united(parts: Iterable[Blocks]) -> Blocks:
    """The figures of several datasets together; each has its own indicators."""
    whole: dict[str, dict[str, str]] = defaultdict(dict)
    for part in parts:
        for place, by_indicator in part.items():
            whole[place].update(by_indicator)
    return dict(whole)


class SeriesAsOf(Mapping[SeriesKey, tuple[Observation, ...]]):
    """The series of an edition without the periods that had not ended on a day."""

    def __init__(self, blocks: Blocks, on: date) -> None:
        self._blocks = blocks
        tomorrow = on + timedelta(days=1)
        self._last_month = (tomorrow.replace(day=1) - timedelta(days=1)).isoformat()[:7]
        self._last_year = str(tomorrow.year - 1)
        self._parsed: dict[SeriesKey, tuple[Observation, ...]] = {}

    def __getitem__(self, key: SeriesKey) -> tuple[Observation, ...]:
        if key not in self._parsed:
            block = self._blocks[key[0]][key[1]]
            self._parsed[key] = tuple(
                _observation(key, line) for line in block.split("\n") if self._has_ended(line)
            )
        if not self._parsed[key]:
            raise KeyError(key)
        return self._parsed[key]

    def __iter__(self) -> Iterator[SeriesKey]:
        for place, by_indicator in self._blocks.items():
            for indicator, block in by_indicator.items():
                if self._has_ended(block):
                    yield place, indicator

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _has_ended(self, line: str) -> bool:
        """Whether the period at the beginning of the line had ended by the day."""
        period = line[: line.index("\t")]
        return period <= (self._last_year if len(period) == len("2026") else self._last_month)


def _observation(key: SeriesKey, line: str) -> Observation:
    period, value, low, high, range_kind, status, source, note = line.split("\t")
    return Observation(
        place=key[0],
        indicator=key[1],
        period=period,
        value=float(value),
        low=float(low) if low else None,
        high=float(high) if high else None,
        range_kind=range_kind,
        status=status,
        source=source,
        note=note,
    )
