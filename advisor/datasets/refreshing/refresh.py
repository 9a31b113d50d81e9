"""One refresh: fetch, read, examine, draft, and publish or leave it to a person.

Whatever happens, what is published stays until the one short transaction that publishes the new
version and closes the run together.
"""

import hashlib
from dataclasses import replace
from typing import Any

from django.db import transaction

from advisor.datasets import editions
from advisor.datasets.drafting import Making
from advisor.datasets.edition_content import edition_content
from advisor.datasets.editions import OutdatedDraftError
from advisor.datasets.importing import TRIES, drafted, examined
from advisor.datasets.models import Dataset, Edition, Feed, Origin, Status, Version
from advisor.datasets.outcomes import settled_run
from advisor.datasets.publishing_alone import may_publish_alone
from advisor.datasets.refreshing.fetching import answer_of
from advisor.datasets.refreshing.reading import feed_rows, reading_key
from advisor.datasets.runs import Running
from advisor.datasets.validation.examination import Examination
from advisor.datasets.validation.found import warning
from advisor.datasets.validation.tidy import FileRows
from advisor.sources.http import Answer

FEWER = 0.8  # of the rows of the last time


def refresh(running: Running) -> None:
    """Take in what the feed's address gives, and end the run. Raises SourceError, RunLostError."""
    feed = running.feed
    last = settled_run(feed)
    reading = reading_key(feed)
    is_read_alike = last is not None and last.response.get("reading") == reading
    running.enter("fetching")
    answer = answer_of(feed, running, is_conditional=is_read_alike)
    raw = answer.content
    sha256 = feed.sha256 if raw is None else hashlib.sha256(raw).hexdigest()
    running.note(response=_response(answer, reading), sha256=sha256)
    if raw is None or (is_read_alike and sha256 == feed.sha256):
        _end_unchanged(running, answer, last.version if last else None)
        return
    running.enter("reading", bytes=len(raw))
    rows = feed_rows(feed, raw)
    _take_in(running, rows, raw, answer, rows_before=last.progress.get("rows") if last else None)


def _take_in(
    running: Running, rows: FileRows, raw: bytes, answer: Answer, *, rows_before: int | None
) -> None:
    """Draft and, where nobody needs to look, publish; again where another version came between."""
    for _ in range(TRIES):
        dataset = Dataset.objects.select_related("head").get(pk=running.feed.dataset_id)
        running.enter("examining", rows=rows.count)
        found = _examined(rows, dataset, running.feed, rows_before)
        if found.accepted and not found.change:
            _end(running, answer, "nothing_new", rows=rows.count)
            return
        running.enter("drafting", accepted=found.accepted, set_aside=len(found.set_aside))
        version = _drafted(running, found, dataset, raw)
        if not may_publish_alone(found, running.feed):
            outcome = "waits" if found.is_publishable else "blocked"
            _end(running, answer, outcome, version=version.pk, **_counts(found))
            return
        running.enter("publishing")
        try:
            _publish(running, answer, version, found)
        except OutdatedDraftError:
            continue
        return
    _end(running, answer, "waits", version=version.pk, **_counts(found))


def _examined(rows: FileRows, dataset: Dataset, feed: Feed, rows_before: int | None) -> Examination:
    found = examined(rows, dataset=dataset, whole=feed.whole)
    if rows_before and rows.count < FEWER * rows_before:
        fewer = warning("fewer_rows", rows.count, before=rows_before)
        return replace(found, findings=(*found.findings, fewer))
    return found


@transaction.atomic
def _drafted(running: Running, found: Examination, dataset: Dataset, raw: bytes) -> Version:
    """The draft, in the place of one that waited from an earlier run of the feed."""
    waiting = list(Version.objects.drafts().filter(runs__feed=running.feed).distinct())
    making = Making(
        origin=Origin.REFRESH,
        file_name=running.feed.address.rpartition("/")[2][:200] or running.feed.name,
        file=raw,
        reason=running.feed.name,
    )
    version = drafted(found, dataset=dataset, whole=running.feed.whole, making=making)
    running.note(version=version)
    for older in waiting:
        editions.withdraw(version=older, by=None, why="a newer refresh took its place")
    return version


@transaction.atomic
def _publish(running: Running, answer: Answer, version: Version, found: Examination) -> None:
    edition = editions.publish(drafts=[version], by=None, why=running.feed.name)
    transaction.on_commit(lambda: _put_into_cache(edition), robust=True)
    _end(running, answer, "published", edition=edition.id, **_counts(found))


def _put_into_cache(edition: Edition) -> None:
    """Spare the visitor who comes first the gathering of the new edition."""
    edition_content(edition)


def _end_unchanged(running: Running, answer: Answer, version: Version | None) -> None:
    if version is not None and version.status == Status.DRAFT:
        _end(running, answer, "unchanged_waits", version=version.pk)
    else:
        _end(running, answer, "unchanged")


@transaction.atomic
def _end(running: Running, answer: Answer, outcome: str, **params: Any) -> None:
    """Close the run, and remember the content so that the same is not taken in again."""
    running.end(outcome, params)
    feed = running.feed
    is_same = answer.content is None  # then an answer may leave out what it said before
    Feed.objects.filter(pk=feed.pk).update(
        etag=answer.etag or (feed.etag if is_same else ""),
        last_modified=answer.last_modified or (feed.last_modified if is_same else ""),
        sha256=running.run.sha256,
    )


def _counts(found: Examination) -> dict[str, int]:
    return {
        **found.change.counts,
        "set_aside": len(found.set_aside),
        "findings": len(found.findings),
    }


def _response(answer: Answer, reading: str) -> dict[str, Any]:
    return {
        "address": answer.address,
        "status": answer.status,
        "content_type": answer.content_type,
        "etag": answer.etag,
        "last_modified": answer.last_modified,
        "reading": reading,
    }
