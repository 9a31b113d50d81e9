"""What a version covers, series by series: places, periods, sources, how many figures.

Gathered from the canonical text without making figures of it, once a version, and shared by all
processes: a page that tells of every dataset must not read them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from advisor.datasets import contents
from advisor.datasets.models import Version
from advisor.datasets.shared_cache import key_of, shared

PLACE, INDICATOR, PERIOD, STATUS, SOURCE = 0, 1, 2, 7, 8  # columns of a canonical line


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesCoverage:
    """One indicator; periods as written, the newest last in their order."""

    places: int
    figures: int
    oldest: str
    newest: str
    sources: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Coverage:
    """A whole version. `statuses` counts figures by status letters."""

    figures: int = 0
    places: int = 0
    statuses: Mapping[str, int] = field(default_factory=dict)
    series: Mapping[str, SeriesCoverage] = field(default_factory=dict)

    @property
    def newest(self) -> str:
        """The newest period of all; empty without figures."""
        return max((one.newest for one in self.series.values()), default="")

    @property
    def sources(self) -> frozenset[str]:
        return frozenset(source for one in self.series.values() for source in one.sources)


def coverage(version: Version) -> Coverage:
    """What the version covers; it never changes."""
    return _coverage(*key_of(version))


@lru_cache(maxsize=64)
def _coverage(version: int, moment: str) -> Coverage:
    found = shared(f"coverage:{version}:{moment}", lambda: _gathered(version))
    series = {
        name: SeriesCoverage(**{**one, "sources": tuple(one["sources"])})
        for name, one in found.pop("series").items()
    }
    return Coverage(**found, series=series)


def _gathered(version: int) -> dict[str, Any]:
    text = contents.text(Version.objects.get(pk=version))
    return asdict(coverage_of(text))


def coverage_of(text: str) -> Coverage:
    """What a canonical text covers."""
    rows = [line.split("\t") for line in text.split("\n") if line]
    by_series: dict[str, list[list[str]]] = {}
    for row in rows:
        by_series.setdefault(row[INDICATOR], []).append(row)
    return Coverage(
        figures=len(rows),
        places=len({row[PLACE] for row in rows}),
        statuses=dict(sorted(Counter(row[STATUS] for row in rows).items())),
        series={name: _series(some) for name, some in by_series.items()},
    )


def _series(rows: list[list[str]]) -> SeriesCoverage:
    periods = {row[PERIOD] for row in rows}
    return SeriesCoverage(
        places=len({row[PLACE] for row in rows}),
        figures=len(rows),
        oldest=min(periods),
        newest=max(periods),
        sources=tuple(sorted({row[SOURCE] for row in rows})),
    )
