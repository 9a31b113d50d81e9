"""What runs in the background for comparisons."""

from __future__ import annotations

import logging

from celery import shared_task
from django.utils import timezone

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.comparisons import drafts
from advisor.comparisons.saved import keeping

log = logging.getLogger(__name__)


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
