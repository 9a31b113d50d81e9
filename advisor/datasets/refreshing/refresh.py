"""One refresh: look whether the feed's address has something new, and take that in.

Most looks find nothing, so what reads and examines is loaded only where something came.
"""

import hashlib
import json
from typing import Any

from django.db import transaction

from advisor.datasets.models import Feed
from advisor.datasets.refreshing.fetching import answer_of
from advisor.datasets.refreshing.marks import marks
from advisor.datasets.runs import Running
from advisor.sources.http import Answer


def refresh(running: Running) -> None:
    """Take in what the feed's address gives, and end the run. Raises SourceError, RunLostError."""
    feed, settled = running.feed, running.settled
    reading = reading_key(feed)
    is_read_alike = settled is not None and settled.reading == reading
    running.enter("fetching")
    answer = answer_of(feed, running, is_conditional=is_read_alike)
    raw = answer.content
    sha256 = feed.sha256 if raw is None else hashlib.sha256(raw).hexdigest()
    running.keep(response=_response(answer, reading), sha256=sha256)
    if raw is None or (is_read_alike and sha256 == feed.sha256):
        _end_unchanged(running, answer)
        return
    from advisor.datasets.refreshing.taking_in import take_in  # noqa: PLC0415  brings pandas

    take_in(running, answer, raw)


def reading_key(feed: Feed) -> str:
    """Stands for how the feed is read: the same content read otherwise is something new."""
    parts = [
        *(feed.address, feed.format, feed.publisher_module, feed.source_id, feed.dataset_id),
        *(feed.whole, feed.mapping),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


def _end_unchanged(running: Running, answer: Answer) -> None:
    """Close the run in one statement, unless there are new marks to remember."""
    draft = running.settled.draft if running.settled else None
    outcome, params = ("unchanged_waits", {"version": draft}) if draft else ("unchanged", {})
    feed, new = running.feed, marks(running.feed, answer)
    if new == {"etag": feed.etag, "last_modified": feed.last_modified}:
        running.end(outcome, params)
        return
    with transaction.atomic():
        running.end(outcome, params)
        Feed.objects.filter(pk=feed.pk).update(**new)


def _response(answer: Answer, reading: str) -> dict[str, Any]:
    return {
        "address": answer.address,
        "status": answer.status,
        "content_type": answer.content_type,
        "etag": answer.etag,
        "last_modified": answer.last_modified,
        "reading": reading,
    }
