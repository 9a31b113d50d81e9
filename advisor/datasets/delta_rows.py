"""Writing and reading the rows of a version's delta."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from django.db import connection

from advisor.datasets.canonical import Content, Entry, Key, decimal_text
from advisor.datasets.differences import Difference
from advisor.datasets.models import Observation, Version

ROWS_A_BATCH = 5_000
COLUMNS = (
    "place_id",
    "indicator_id",
    "period",
    "value",
    "low",
    "high",
    "range_kind",
    "status",
    "source_id",
    "note",
    "gone",
)


def insert(version: Version, change: Difference) -> None:
    """Insert what the version changes.

    In plain SQL: `bulk_create` takes ten times as long here, nearly all of it in Python.
    """
    table = connection.ops.quote_name(Observation._meta.db_table)
    target = f"{table} ({', '.join(('version_id', *COLUMNS))})"
    rows = ((version.pk, *row) for row in _rows(change))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copying = cursor.copy(f"COPY {target} FROM STDIN")
            with connection.wrap_database_errors, copying as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join(["%s"] * (1 + len(COLUMNS)))
        statement = f"INSERT INTO {target} VALUES ({marks})"  # noqa: S608  names of our own
        for batch in batched(rows, ROWS_A_BATCH):
            cursor.executemany(statement, batch)


def lay(found: Content, rows: Iterable[tuple[Any, ...]]) -> None:
    """Change the content as these rows (of `COLUMNS`) say."""
    for place, indicator, period, value, low, high, kind, status, source, note, gone in rows:
        key = (place, indicator, period)
        if gone:
            found.pop(key, None)
        else:
            numbers = (decimal_text(value), decimal_text(low), decimal_text(high))
            found[key] = Entry(*numbers, kind, status, source, note)


def own_change(version: Version) -> Difference:
    """What the version's own rows add or change (both as `added`) and drop."""
    rows = list(version.observations.values_list(*COLUMNS))
    added: Content = {}
    lay(added, (row for row in rows if not row[-1]))
    return Difference(added=added, changed={}, gone=frozenset(row[:3] for row in rows if row[-1]))


def _rows(change: Difference) -> Iterator[tuple[Any, ...]]:
    for key, entry in (change.added | change.changed).items():
        yield _row(key, entry)
    for place, indicator, period in change.gone:
        yield (place, indicator, period, None, None, None, "", "", None, "", True)


def _row(key: Key, entry: Entry) -> tuple[Any, ...]:
    return (
        *key,
        entry.value,
        entry.low or None,
        entry.high or None,
        entry.range_kind,
        entry.status,
        entry.source,
        entry.note,
        False,
    )
