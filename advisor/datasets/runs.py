"""Runs of refreshes as rows: asked for, claimed by one worker, kept alive, and always ended.

The row is the truth. Every step of a worker is made on the condition that the run is still open
and its own; a worker that was taken for dead, and is not, finds out before it changes anything.
"""

import logging
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from celery import current_app
from celery.exceptions import OperationalError as QueueError
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.datasets.locks import (
    FEED_SECONDS,
    HOST_SECONDS,
    extend,
    feed_key,
    host_key,
    release,
    take,
)
from advisor.datasets.models import Feed, RefreshRun

log = logging.getLogger(__name__)

TASK = "advisor.datasets.tasks.refresh_feed"
QUEUE = "refresh"
DEAD_AFTER = timedelta(seconds=FEED_SECONDS)  # without a sign of life
BEAT = 2.0  # seconds between signs of life
STAGES = ("waiting", "fetching", "reading", "examining", "drafting", "publishing")


class RunLostError(Exception):
    """The run was closed while this worker was at it: it must not change anything any more."""


def ask(feed: Feed, *, by: AbstractBaseUser | None = None) -> RefreshRun:
    """The open run of the feed; a new one, whose task is sent, where there is none."""
    try:
        with transaction.atomic():
            run = RefreshRun.objects.create(
                feed=feed,
                asked_at=timezone.now(),
                asked_by_id=by.pk if by else None,
                stage="waiting",
            )
            transaction.on_commit(lambda: send(run))
            return run
    except IntegrityError:  # one is open, or was until a moment ago
        open_run = RefreshRun.objects.open().filter(feed=feed).first()
        return open_run or ask(feed, by=by)


def send(run: RefreshRun) -> bool:
    """Send the run's task; False where the queue does not answer, and beat will send it."""
    try:
        current_app.send_task(
            TASK, kwargs={"run_id": run.pk}, queue=QUEUE, retry=False, ignore_result=True
        )
    except QueueError:
        log.warning("the task queue does not answer", extra={"run": run.pk})
        return False
    return True


@contextmanager
def claimed(run_id: int, *, worker: str) -> "Iterator[Running | None]":
    """The run in the hands of this worker; None where it ended, or another has it or its feed."""
    run = RefreshRun.objects.open().filter(pk=run_id, started_at__isnull=True).first()
    token = uuid.uuid4().hex
    if run is None or not take(feed_key(run.feed_id), token, FEED_SECONDS):
        yield None
        return
    try:
        yield _claimed(run, token=token, worker=worker)
    finally:
        release(feed_key(run.feed_id), token)


def _claimed(run: RefreshRun, *, token: str, worker: str) -> "Running | None":
    """One worker alone changes the row from waiting to started, whatever the locks say."""
    now = timezone.now()
    changed = (
        RefreshRun.objects.open()
        .filter(pk=run.pk, started_at__isnull=True)
        .update(started_at=now, heartbeat_at=now, worker=worker[:120], task_id=token, attempts=1)
    )
    if not changed:
        return None
    return Running(RefreshRun.objects.select_related("feed__dataset__head").get(pk=run.pk))


class Running:
    """A run that a worker has claimed."""

    def __init__(self, run: RefreshRun) -> None:
        self.run = run
        self.feed: Feed = run.feed
        self.token = run.task_id
        self._host = ""
        self._told = time.monotonic()

    def enter(self, stage: str, **progress: Any) -> None:
        """Begin a stage. Raises RunLostError."""
        self.run.stage = stage
        self._write(stage=stage, **self._with(progress))

    def beat(self, **progress: Any) -> None:
        """Show life, and how far the stage is; written every two seconds at most.

        Raises RunLostError.
        """
        if time.monotonic() - self._told >= BEAT:
            self._write(**self._with(progress))

    def failed_attempt(self, number: int) -> None:
        """Note that the publisher is asked once more."""
        self._write(attempts=number + 1)

    def note(self, **parts: Any) -> None:
        """Keep what came out so far, such as `response` or `version`. Raises RunLostError."""
        for name, value in parts.items():
            setattr(self.run, name, value)
        self._write(**parts)

    def end(self, outcome: str, params: dict[str, Any] | None = None, **parts: Any) -> None:
        """Close the run. Raises RunLostError where somebody closed it before."""
        self._write(outcome=outcome, params=params or {}, finished_at=timezone.now(), **parts)

    def asks(self, host: str) -> None:
        """Remember the host whose lock is held, so that it is held on while there is life."""
        self._host = host

    def _with(self, progress: dict[str, Any]) -> dict[str, Any]:
        if not progress:
            return {}
        self.run.progress = {**self.run.progress, **progress}
        return {"progress": self.run.progress}

    def _write(self, **parts: Any) -> None:
        self._told = time.monotonic()
        extend(feed_key(self.feed.pk), self.token, FEED_SECONDS)
        if self._host:
            extend(host_key(self._host), self.token, HOST_SECONDS)
        parts["heartbeat_at"] = timezone.now()
        if not _own(self.run).update(**parts):
            raise RunLostError(self.run.pk)


def _own(run: RefreshRun) -> "QuerySet[RefreshRun]":
    return RefreshRun.objects.open().filter(pk=run.pk, task_id=run.task_id)
