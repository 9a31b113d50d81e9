"""Passes over what was saved: one an edition, in blocks, taken up again wherever one broke off."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import batched

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from advisor.comparisons.models import RecomputePass
from advisor.comparisons.saved.recomputing import Counts, concerned, latecomers, recompute
from advisor.datasets.models import Edition

log = logging.getLogger(__name__)
BLOCK = 50  # comparisons between two signs of life
DEAD_AFTER = timedelta(seconds=300)  # without a block done


def ask() -> RecomputePass | None:
    """The pass for the newest edition, if it has not ended: made where there is none yet.

    The first edition of all has nothing before it, so nothing to examine. Passes for older editions
    end here: the newest says all that they would.
    """
    edition = Edition.objects.order_by("-published_at").first()
    if edition is None:
        return None
    run = RecomputePass.objects.filter(edition=edition.pk).first() or _begin(edition)
    older = RecomputePass.objects.open().filter(edition_at__lt=edition.published_at)
    older.update(finished_at=timezone.now(), is_superseded=True)
    return run if run.finished_at is None else None


def _begin(edition: Edition) -> RecomputePass:
    now = timezone.now()
    since = _done_last(edition)
    try:
        with transaction.atomic():
            return RecomputePass.objects.create(
                edition=edition.pk,
                edition_at=edition.published_at,
                since=since,
                asked_at=now,
                finished_at=None if since else now,
            )
    except IntegrityError:  # another beat was first
        return RecomputePass.objects.get(edition=edition.pk)


def _done_last(edition: Edition) -> str:
    """The edition up to which everything was examined; else the first of all, or none."""
    done = RecomputePass.objects.filter(
        finished_at__isnull=False, is_superseded=False, edition_at__lt=edition.published_at
    )
    last = done.values_list("edition", flat=True).first()
    if last is not None:
        return last
    earlier = Edition.objects.filter(published_at__lt=edition.published_at)
    return str(earlier.order_by("published_at").values_list("pk", flat=True).first() or "")


def claim(run: RecomputePass) -> str:
    """The word by which a worker holds the pass; empty where another is at it."""
    word, now = uuid.uuid4().hex, timezone.now()
    rows = RecomputePass.objects.open().filter(pk=run.pk)
    free = rows.filter(heartbeat_at__isnull=True) | rows.filter(heartbeat_at__lt=now - DEAD_AFTER)
    return word if free.update(worker=word, heartbeat_at=now) else ""


def go_on(run: RecomputePass, word: str, *, until: datetime) -> bool:
    """Do block after block; whether there is more when the time is over.

    False, too, for who lost the pass.
    """
    current = RecomputePass.objects.open().filter(pk=run.pk, worker=word).first()
    if current is None:
        return False
    for ids in batched(concerned(current), BLOCK):
        if timezone.now() >= until:
            return True
        if not work(current, word, ids):
            return False
    _finish(current, word)
    return False


def work(run: RecomputePass, word: str, ids: Sequence[str]) -> bool:
    """Do one block and remember it; False for who lost the pass meanwhile."""
    counts = recompute(ids, run, today=timezone.localdate())
    if not _advance(run, word, ids[-1], counts):
        return False
    run.position = ids[-1]
    return True


def _finish(run: RecomputePass, word: str) -> None:
    """Look at who was saved meanwhile, and close the pass."""
    counts = recompute(latecomers(run), run, today=timezone.localdate())
    if _advance(run, word, run.position, counts):
        held = RecomputePass.objects.open().filter(pk=run.pk, worker=word)
        held.update(finished_at=timezone.now())


def _advance(run: RecomputePass, word: str, position: str, counts: Counts) -> int:
    """Count the block, once: whoever takes the pass over begins where it was counted last."""
    rows = RecomputePass.objects.open().filter(pk=run.pk, worker=word, position=run.position)
    return rows.update(
        position=position,
        heartbeat_at=timezone.now(),
        examined=F("examined") + counts.examined,
        recomputed=F("recomputed") + counts.recomputed,
        told=F("told") + counts.told,
        failed=F("failed") + counts.failed,
    )


def let_go(run: RecomputePass, word: str) -> None:
    """Leave the pass to whoever comes next."""
    RecomputePass.objects.open().filter(pk=run.pk, worker=word).update(heartbeat_at=None)
