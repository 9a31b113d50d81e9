"""What runs in the background for comparisons."""

from __future__ import annotations

import logging
from datetime import timedelta

from celery import shared_task
from celery.exceptions import OperationalError
from django.utils import timezone

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.comparisons import drafts
from advisor.comparisons.models import RecomputePass
from advisor.comparisons.reports import expiring
from advisor.comparisons.saved import digests, keeping, passes

log = logging.getLogger(__name__)
RECOMPUTE = "recompute"  # the queue
HANDED_ON_AFTER = timedelta(minutes=3)


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def delete_old_drafts() -> None:
    """Delete drafts that nobody changed for 30 days."""
    deleted = drafts.delete_untouched(timezone.now())
    log.info("deleted old drafts", extra={"deleted": deleted})


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def delete_old_comparisons() -> None:
    """Remove for good what its owner deleted 30 days ago."""
    deleted = keeping.delete_for_good(timezone.now())
    log.info("deleted old comparisons", extra={"deleted": deleted})


@shared_task(ignore_result=True, soft_time_limit=50, time_limit=60)
def tend_recomputing() -> None:
    """Begin the pass for the newest edition, or have it taken up again."""
    run = passes.ask()
    if run is not None:
        _send_on(run.pk)


@shared_task(ignore_result=True, soft_time_limit=540, time_limit=600)
def recompute_saved(*, run_id: int) -> None:
    """Work on a pass block by block, a few minutes at most; then hand it on."""
    run = RecomputePass.objects.filter(pk=run_id).first()
    word = passes.claim(run) if run else ""
    if run is None or not word:
        return
    if passes.go_on(run, word, until=timezone.now() + HANDED_ON_AFTER):
        passes.let_go(run, word)
        _send_on(run.pk)


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def send_digests() -> None:
    """Write to who wants to be told of news about what they saved."""
    log.info("sent digests", extra={"letters": digests.send_digests(timezone.now())})


def _send_on(run_id: int) -> None:
    """Have a worker take the pass up; where the queue does not answer, beat asks again."""
    try:
        recompute_saved.apply_async(kwargs={"run_id": run_id}, queue=RECOMPUTE, retry=False)
    except OperationalError:
        log.warning("the task queue does not answer", extra={"run": run_id})


@shared_task(ignore_result=True, soft_time_limit=300, time_limit=360)
def forget_addresses_of_reports() -> None:
    """Empty the addresses that people left with reports of figures long ago."""
    log.info("forgot addresses", extra={"forgotten": expiring.forget_addresses(timezone.now())})
