"""Runs of refreshes as rows: asked for, claimed by one worker, kept alive, and always ended.

The row is the truth, and `advisor.datasets.held` how a worker has it in hand.
"""

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from celery import current_app
from celery.exceptions import OperationalError as QueueError
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.datasets.held import Held, hold
from advisor.datasets.locks import FEED_SECONDS, extend, feed_key, release, take
from advisor.datasets.models import Feed, RefreshRun
from advisor.datasets.models.runs import Run
from advisor.datasets.outcomes import retry_later

log = logging.getLogger(__name__)

QUEUE = "refresh"
STAGES = ("waiting", "fetching", "reading", "examining", "drafting", "publishing")


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


def send(run: Run) -> bool:
    """Send the run's task; False where the queue does not answer, and beat will send it."""
    try:
        current_app.send_task(
            run.task, kwargs={"run_id": run.pk}, queue=QUEUE, retry=False, ignore_result=True
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
    if not hold(run, token=token, worker=worker):
        return None
    return Running(RefreshRun.objects.select_related("feed__dataset__head").get(pk=run.pk))


class Running(Held):
    """A refresh that a worker has claimed, with the lock of its feed."""

    def __init__(self, run: RefreshRun) -> None:
        super().__init__(run)
        self.feed: Feed = run.feed

    def again_later(self, pause: float | None = None) -> None:
        """Have the feed refreshed again sooner than its schedule says."""
        retry_later(self.feed, pause=pause)

    def _write(self, **parts: Any) -> None:
        extend(feed_key(self.feed.pk), self.token, FEED_SECONDS)
        super()._write(**parts)
