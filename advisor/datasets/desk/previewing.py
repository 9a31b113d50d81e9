"""A preview: what a feed would bring, fetched or handed in, read and examined; nothing is kept."""

from typing import Any

from advisor.datasets.desk.asking import HeldAtDesk, unpacked
from advisor.datasets.importing import examined
from advisor.datasets.models import Dataset, Preview
from advisor.datasets.refreshing.fetching import answer_of
from advisor.datasets.refreshing.reading import feed_rows
from advisor.datasets.validation.examination import Examination
from advisor.datasets.validation.tidy import FileRows

MOST_ROWS = 30  # that are shown, of those read and of those set aside
LONGEST_CELL = 200  # characters


def preview(held: HeldAtDesk) -> None:
    """Read what the feed would bring, and end the run. Raises SourceError, RunLostError."""
    row: Preview = held.run
    feed = row.read_as()
    if row.content is None:
        held.enter("fetching")
        raw = answer_of(feed, held, is_conditional=False).content or b""
    else:
        raw = unpacked(row)
    held.enter("reading", bytes=len(raw))
    rows = feed_rows(feed, raw)
    held.enter("examining", rows=rows.count)
    dataset = Dataset.objects.select_related("head").get(pk=feed.dataset_id)
    found = examined(rows, dataset=dataset, whole=feed.whole)
    outcome = "previewed" if found.is_publishable else "previewed_blocked"
    counts = {**found.counts, "rows": found.rows, "accepted": found.accepted}
    held.end(outcome, counts, found=_found(rows, found))


def _found(rows: FileRows, found: Examination) -> dict[str, Any]:
    """The first rows as they were read, the first that were set aside, and all findings."""
    return {
        "rows": [
            [cell[:LONGEST_CELL] if isinstance(cell, str) else cell for cell in row]
            for row in rows.rows[:MOST_ROWS]
        ],
        "set_aside": [
            {"row": one.row, "code": one.code, "params": dict(one.params)}
            for one in found.set_aside[:MOST_ROWS]
        ],
        "findings": [
            {
                "severity": one.severity.value,
                "code": one.code,
                "rows": one.rows,
                "params": dict(one.params),
            }
            for one in found.findings
        ],
    }
