"""The figures of a version as the public may take them in bulk: tidy rows, terms kept."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from advisor.datasets.canonical import Content
from advisor.datasets.contents import content
from advisor.datasets.models import Source, Version
from advisor.datasets.shared_cache import Key

COLUMNS = (
    *("adcode", "indicator", "period", "value", "low", "high", "range_kind", "status"),
    *("source_id", "note"),
)  # fmt: skip
VERSIONS_IN_PROCESS = 4
COMPUTED = ("=", "+", "-", "@")  # how text begins that a spreadsheet would compute


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkFigures:
    """What may be taken, and the series that are left out with the sources that forbid it."""

    rows: Content
    left_out: Mapping[str, tuple[str, ...]]  # by indicator


@lru_cache(maxsize=VERSIONS_IN_PROCESS)
def figures_of(version: Key) -> Content:
    """All figures of a published version, kept: it never changes."""
    number, _moment = version
    return content(Version.objects.get(pk=number))


def bulk_figures(figures: Content) -> BulkFigures:
    """The figures without those of sources whose terms forbid it."""
    forbidden = sources_without_bulk()
    rows: Content = {}
    left_out: dict[str, set[str]] = {}
    for key, entry in figures.items():
        if entry.source in forbidden:
            left_out.setdefault(key[1], set()).add(entry.source)
        else:
            rows[key] = entry
    return BulkFigures(
        rows=rows, left_out={name: tuple(sorted(found)) for name, found in left_out.items()}
    )


def csv_lines(bulk: BulkFigures, *, why: str) -> Iterator[str]:
    """A CSV file line by line, its header first; last, a row for each series that is left out."""
    yield _csv_line(COLUMNS)
    for (place, indicator, period), entry in sorted(bulk.rows.items()):
        source_and_note = (entry.source, entry.note)
        numbers = (entry.value, entry.low, entry.high)
        yield _csv_line(
            (place, indicator, period, *numbers, entry.range_kind, entry.status, *source_and_note)
        )
    for indicator, sources in sorted(bulk.left_out.items()):
        yield _csv_line(("", indicator, *[""] * 6, " ".join(sources), why))


def json_lines(figures: Content, about: Mapping[str, object]) -> Iterator[str]:
    """A JSON document piece by piece: what it is, then its rows."""
    yield json.dumps(dict(about), ensure_ascii=False)[:-1] + ', "observations": ['
    for index, ((place, indicator, period), entry) in enumerate(sorted(figures.items())):
        row = {
            "adcode": place,
            "indicator": indicator,
            "period": period,
            "value": _number(entry.value),
            "low": _number(entry.low),
            "high": _number(entry.high),
            "range_kind": entry.range_kind,
            "status": entry.status,
            "source_id": entry.source,
            "note": entry.note,
        }
        yield (",\n" if index else "\n") + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def _number(text: str) -> float | None:
    return float(text) if text else None


def _csv_line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(_safe(cell) for cell in cells)
    return line.getvalue()


def _safe(cell: str) -> str:
    """Text that a spreadsheet would compute is marked as text; numbers stay numbers."""
    if cell.startswith(COMPUTED) and not cell.lstrip("-").replace(".", "", 1).isdigit():
        return f"'{cell}"
    return cell


def sources_without_bulk() -> set[str]:
    """The sources whose terms do not allow passing their figures on in bulk."""
    return set(Source.objects.filter(allows_bulk=False).values_list("id", flat=True))
