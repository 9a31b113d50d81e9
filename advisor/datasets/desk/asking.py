"""Runs of the data desk: asked for by staff, done once by a worker, never repeated by itself."""

import uuid
import zlib
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from advisor.datasets import runs
from advisor.datasets.drafting import Making
from advisor.datasets.held import DEAD_AFTER, Held, hold
from advisor.datasets.models import Origin, Preview, Upload

KEPT = timedelta(days=30)  # a preview, which is of no use to anybody later
DESK = (Preview, Upload)

type DeskRow = Preview | Upload


def packed(pieces: Iterable[bytes]) -> bytes:
    """A file compressed piece by piece, as a row keeps it."""
    press = zlib.compressobj()
    return b"".join([*map(press.compress, pieces), press.flush()])


def unpacked(row: DeskRow) -> bytes:
    """The file as it was handed in."""
    return zlib.decompress(row.content or b"")


def making_of(upload: Upload, raw: bytes) -> Making:
    """How the version came about that the file of an upload becomes."""
    return Making(
        origin=Origin.UPLOAD,
        file_name=upload.file_name,
        file=raw,
        by=upload.asked_by,
        reason=upload.reason,
    )


@transaction.atomic
def ask(row: DeskRow, *, by: AbstractBaseUser | None) -> None:
    """Save the row and have its task sent."""
    row.asked_at = timezone.now()
    row.asked_by_id = by.pk if by else None
    row.stage = "waiting"
    row.save(force_insert=True)
    transaction.on_commit(lambda: runs.send(row))


class HeldAtDesk(Held):
    """A preview or an upload in a worker's hands; its file goes when it ends."""

    def end(self, outcome: str, params: dict[str, Any] | None = None, **parts: Any) -> None:
        """Close the run. Raises RunLostError where somebody closed it before."""
        super().end(outcome, params, content=None, **parts)


def claimed(table: type[Preview] | type[Upload], run_id: int, *, worker: str) -> HeldAtDesk | None:
    """The run in the hands of this worker; None where it ended, or another has it."""
    row = table._default_manager.filter(pk=run_id, finished_at__isnull=True).first()
    token = uuid.uuid4().hex
    if row is None or not hold(row, token=token, worker=worker):
        return None
    return HeldAtDesk(table._default_manager.get(pk=run_id))


def close_dead() -> int:
    """End the runs of the desk whose worker showed no life for long; return how many."""
    now = timezone.now()
    count = 0
    for table in DESK:
        for row in table._default_manager.filter(
            finished_at__isnull=True, heartbeat_at__lt=now - DEAD_AFTER
        ).defer("content"):
            unchanged = table._default_manager.filter(
                pk=row.pk, finished_at__isnull=True, heartbeat_at=row.heartbeat_at
            )
            count += unchanged.update(
                finished_at=now,
                outcome="worker_died",
                params={"stage": row.stage, "worker": row.worker},
                content=None,
            )
    return count


def forget_old_previews() -> int:
    """Delete the previews that nobody will look at again; return how many."""
    old = Preview.objects.filter(finished_at__lt=timezone.now() - KEPT)
    return old.delete()[0]
