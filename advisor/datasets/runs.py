"""Runs of refreshes as rows: asked for, claimed by one worker, kept alive, and always ended.

The row is the truth, and `advisor.datasets.held` how a worker has it in hand.
"""

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from celery import current_app
from celery.exceptions import OperationalError as QueueError
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.datasets import claims
from advisor.datasets.held import Held
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
    """The run in the hands of this worker; None where it ended, or another has it.

    A feed has one open run, and one worker alone changes that from waiting to started: the
    database sees to both.
    """
    claim = claims.claim(run_id, token=uuid.uuid4().hex, worker=worker)
    yield Running(claim) if claim else None


class Running(Held):
    """A refresh that a worker has claimed; `settled`: what its feed brought before."""

    def __init__(self, claim: claims.Claim) -> None:
        super().__init__(claim.run)
        self.feed: Feed = claim.run.feed
        self.settled = claim.settled

    def again_later(self, pause: float | None = None) -> None:
        """Have the feed refreshed again sooner than its schedule says."""
        retry_later(self.feed, pause=pause)
