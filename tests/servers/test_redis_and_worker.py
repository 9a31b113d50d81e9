"""Tests have a Redis and, where they ask for one, a worker on the same database."""

import time
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from advisor.comparisons.models import Draft
from advisor.comparisons.tasks import delete_old_drafts
from tests.servers.celery_worker import CeleryWorker


@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_a_test_leaves_in_the_cache_is_gone_for_the_next(turn: str) -> None:
    assert cache.get("left") is None
    cache.set("left", turn)
    assert cache.get("left") == turn


def test_a_worker_does_what_was_asked_before_it_started(celery_worker: CeleryWorker) -> None:
    Draft.objects.create(visitor="somebody", document={})
    Draft.objects.update(updated_at=timezone.now() - timedelta(days=31))
    delete_old_drafts.delay()
    celery_worker.start()
    wait_until_gone()


def test_a_killed_worker_can_be_started_again(celery_worker: CeleryWorker) -> None:
    celery_worker.start()
    celery_worker.kill()
    Draft.objects.create(visitor="somebody", document={})
    Draft.objects.update(updated_at=timezone.now() - timedelta(days=31))
    delete_old_drafts.delay()
    celery_worker.start()
    wait_until_gone()


def wait_until_gone(seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while Draft.objects.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
