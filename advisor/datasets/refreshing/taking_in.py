"""What a refresh does with content that is new: read, examine, draft, publish or leave it.

Whatever happens, what is published stays until the one short transaction that publishes the new
version and closes the run together.
"""

from dataclasses import replace
from typing import Any

from django.db import transaction

from advisor.datasets import editions
from advisor.datasets.drafting import Making
from advisor.datasets.edition_content import edition_content, lay_ready
from advisor.datasets.editions import OutdatedDraftError
from advisor.datasets.importing import TRIES, drafted, examined
from advisor.datasets.models import Dataset, Edition, Feed, Origin, Version
from advisor.datasets.publishing_alone import may_publish_alone
from advisor.datasets.refreshing.marks import marks
from advisor.datasets.refreshing.reading import feed_rows
from advisor.datasets.runs import Running
from advisor.datasets.validation.examination import Examination
from advisor.datasets.validation.found import warning
from advisor.datasets.validation.tidy import FileRows
from advisor.sources.http import Answer

FEWER = 0.8  # of the rows of the last time


def take_in(running: Running, answer: Answer, raw: bytes) -> None:
    """Draft and, where nobody needs to look, publish; again where another version came between.

    Raises SourceError, RunLostError.
    """
    running.enter("reading", bytes=len(raw))
    rows = feed_rows(running.feed, raw)
    rows_before = running.settled.rows if running.settled else None
    for _ in range(TRIES):
        dataset = Dataset.objects.select_related("head").get(pk=running.feed.dataset_id)
        running.enter("examining", rows=rows.count)
        found = _examined(rows, dataset, running.feed, rows_before)
        if found.accepted and not found.change:
            _end(running, answer, "nothing_new", rows=rows.count)
            return
        running.enter("drafting", accepted=found.accepted, set_aside=len(found.set_aside))
        version = _drafted(running, found, dataset, raw)
        if not may_publish_alone(found, running.run):
            outcome = "waits" if found.is_publishable else "blocked"
            _end(running, answer, outcome, version=version.pk, **found.counts)
            return
        lay_ready(version)
        running.enter("publishing")
        try:
            _publish(running, answer, version, found)
        except OutdatedDraftError:
            continue
        return
    _end(running, answer, "waits", version=version.pk, **found.counts)


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
    _end(running, answer, "published", edition=edition.id, **found.counts)


def _put_into_cache(edition: Edition) -> None:
    """Spare the visitor who comes first the gathering of what the edition consists of."""
    edition_content(edition)


@transaction.atomic
def _end(running: Running, answer: Answer, outcome: str, **params: Any) -> None:
    """Close the run, and remember the content so that the same is not taken in again."""
    running.end(outcome, params)
    Feed.objects.filter(pk=running.feed.pk).update(
        settled=running.run, sha256=running.run.sha256, **marks(running.feed, answer)
    )
