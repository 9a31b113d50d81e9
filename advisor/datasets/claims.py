"""How a worker takes a refresh over: one statement that claims the run and reads what it needs.

Most refreshes find nothing new, and this is a large part of what such a one costs: composed by the
ORM it would take several times as long.
"""

import json
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils import timezone

from advisor.datasets.models import Feed, RefreshRun, Status

FIRST_STAGE = "fetching"
CLAIM = """
UPDATE datasets_refreshrun
SET started_at = %s, heartbeat_at = %s, worker = %s, task_id = %s, attempts = 1, stage = %s
WHERE id = %s AND started_at IS NULL AND finished_at IS NULL
"""
# A claim that a crash of the server takes back leaves a run that waits, which beat sends again:
# it need not be on the disk before the publisher is asked.
WITHOUT_WAITING = "AND set_config('synchronous_commit', 'off', true) IS NOT NULL"
COLUMNS = (
    *("id", "name", "source_id", "dataset_id", "format", "publisher_module", "address"),
    *("mapping", "whole", "etag", "last_modified", "sha256", "settled_id"),
)
FEED = f"""
SELECT
    {", ".join(f"feed.{name}" for name in COLUMNS)},
    settled.response ->> 'reading',
    settled.progress ->> 'rows',
    settled.version_id,
    version.status
FROM claimed
JOIN datasets_feed feed ON feed.id = claimed.feed_id
LEFT JOIN datasets_refreshrun settled ON settled.id = feed.settled_id
LEFT JOIN datasets_version version ON version.id = settled.version_id
"""  # noqa: S608  own names
OF_THE_RUN = "SELECT feed_id FROM datasets_refreshrun WHERE id = %s"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """What is remembered of the run that took in the content which the feed had last.

    `reading` stands for how it was read; `draft` is the version that it left to a person, as long
    as that waits.
    """

    reading: str
    rows: int | None
    draft: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A run that is ours, with as much of its row and its feed's as a worker needs."""

    run: RefreshRun
    settled: Settled | None


def claim(run_id: int, *, token: str, worker: str) -> Claim | None:
    """The run, changed from waiting to started by us alone; None where it ended or has a worker."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    row = _claimed([now, now, worker[:120], token, FIRST_STAGE, run_id])
    if row is None:
        return None
    known = dict(zip(COLUMNS, row, strict=False))
    known |= {"mapping": json.loads(known["mapping"]), "whole": bool(known["whole"])}
    feed = Feed.from_db(connection.alias, [*known], [*known.values()])
    run = RefreshRun(id=run_id, feed=feed, task_id=token, stage=FIRST_STAGE, attempts=1)
    return Claim(run=run, settled=_settled(*row[len(COLUMNS) :]) if feed.settled_id else None)


def _claimed(values: list[Any]) -> Any:
    """The row of `FEED`; SQLite can't change and read in one statement, and need not hurry."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            change = f"{CLAIM} {WITHOUT_WAITING} RETURNING feed_id"
            cursor.execute(f"WITH claimed AS ({change}) {FEED}", values)
            return cursor.fetchone()
        cursor.execute(CLAIM, values)
        if not cursor.rowcount:
            return None
        cursor.execute(f"WITH claimed AS ({OF_THE_RUN}) {FEED}", values[-1:])
        return cursor.fetchone()


def _settled(
    reading: str | None, rows: str | int | None, version: int | None, status: str | None
) -> Settled:
    return Settled(
        reading=reading or "",
        rows=None if rows is None else int(rows),
        draft=version if status == Status.DRAFT else None,
    )
