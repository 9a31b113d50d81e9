"""What beat does for refreshes: find dead runs, send lost tasks again, ask for what is due.

Any number of beats may do it at once: every step is a conditional change of one row.
"""

import logging
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from advisor.datasets import runs
from advisor.datasets.desk import asking
from advisor.datasets.held import DEAD_AFTER
from advisor.datasets.locks import host_key, release
from advisor.datasets.models import Feed, RefreshRun
from advisor.datasets.models.runs import Run
from advisor.datasets.outcomes import retry_later
from advisor.datasets.schedules import ScheduleError, next_due

log = logging.getLogger(__name__)

SENT_AGAIN_AFTER = timedelta(seconds=60)
SENT_AGAIN_EVERY = 300  # seconds; forgotten with the queue, if that is lost


def close_dead_runs(now: datetime) -> int:
    """End the runs whose worker showed no life for long; return how many."""
    count = 0
    dead = RefreshRun.objects.open().filter(heartbeat_at__lt=now - DEAD_AFTER)
    for run in dead.select_related("feed"):
        unchanged = RefreshRun.objects.open().filter(
            pk=run.pk, task_id=run.task_id, heartbeat_at=run.heartbeat_at
        )
        params = {"stage": run.stage, "worker": run.worker}
        if not unchanged.update(finished_at=now, outcome="worker_died", params=params):
            continue
        count += 1
        log.warning("closed the run of a dead worker", extra={"run": run.pk, "stage": run.stage})
        release(host_key(urlsplit(run.feed.address).netloc), run.task_id)
        retry_later(run.feed)
    return count


def send_lost_tasks(now: datetime) -> int:
    """Send the tasks of runs again that nobody has begun; return how many."""
    return sum(
        runs.send(run)
        for table in (RefreshRun, *asking.DESK)
        for run in _waiting(table, now)
        if cache.add(f"{run.task}:sent:{run.pk}", 1, timeout=SENT_AGAIN_EVERY)
    )


def _waiting(table: type[Run], now: datetime) -> QuerySet[Any]:
    return table._default_manager.filter(
        finished_at__isnull=True, started_at__isnull=True, asked_at__lt=now - SENT_AGAIN_AFTER
    )


def ask_due_feeds(now: datetime) -> int:
    """Ask for the feeds that are due, each once; return how many."""
    feeds = Feed.objects.filter(enabled=True).exclude(address="")
    for feed in feeds.filter(due_at__isnull=True).exclude(schedule=""):
        _move_on(feed, now)
    return sum(_ask(feed, now) for feed in feeds.filter(due_at__lte=now))


def _ask(feed: Feed, now: datetime) -> bool:
    with transaction.atomic():
        if not _move_on(feed, now):
            return False
        runs.ask(feed)
    return True


def _move_on(feed: Feed, now: datetime) -> bool:
    """Set when the feed is due next; False where another beat was first."""
    try:
        due = next_due(feed.schedule, after=now)
    except ScheduleError:
        log.exception("the schedule of a feed can not be read", extra={"feed": feed.pk})
        due = None
    return bool(Feed.objects.filter(pk=feed.pk, due_at=feed.due_at).update(due_at=due))


def tend() -> dict[str, int]:
    """All of it, now."""
    now = timezone.now()
    return {
        "closed": close_dead_runs(now),
        "sent_again": send_lost_tasks(now),
        "asked": ask_due_feeds(now),
        "closed_at_desk": asking.close_dead(),
        "previews_forgotten": asking.forget_old_previews(),
    }
