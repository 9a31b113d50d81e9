"""What runs in the background for the data, and the only door to the outside world's code.

`advisor.sources` and what builds on it bring pandas: they are imported inside functions, so that
whoever only sends a task stays light.
"""

import logging
import os
import socket
from collections.abc import Callable

from celery import shared_task

import advisor.celery  # noqa: F401  whoever sends a task needs the configured queue
from advisor.datasets import ending, runs, tending
from advisor.datasets.desk import asking
from advisor.datasets.models import Preview, Upload
from advisor.datasets.validation.tidy import FileRows

log = logging.getLogger(__name__)


def read_tidy_file(content: bytes) -> FileRows:
    """The rows of a CSV file in the tidy form; raises UnreadableError. For commands and tasks."""
    from advisor.datasets.refreshing.tidy_files import tidy_file_rows  # noqa: PLC0415

    return tidy_file_rows(content)


@shared_task(ignore_result=True, soft_time_limit=60, time_limit=90)
def tend_refreshes() -> None:
    """Close dead runs, send lost tasks again, ask for the feeds that are due."""
    log.info("tended refreshes", extra=tending.tend())


@shared_task(ignore_result=True, soft_time_limit=540, time_limit=600)
def refresh_feed(*, run_id: int) -> None:
    """Do the run that was asked for, unless it ended, or another worker is at it or at its feed."""
    from advisor.datasets.refreshing.refresh import refresh  # noqa: PLC0415
    from advisor.sources.errors import SourceError  # noqa: PLC0415

    with runs.claimed(run_id, worker=_worker()) as running:
        if running is None:
            log.info("nothing to do for this run", extra={"run": run_id})
            return
        with ending.ended(running, SourceError):
            refresh(running)


@shared_task(ignore_result=True, soft_time_limit=540, time_limit=600)
def preview_feed(*, run_id: int) -> None:
    """Show what a feed would bring, unless that run ended, or another worker is at it."""
    from advisor.datasets.desk.previewing import preview  # noqa: PLC0415

    _do(asking.claimed(Preview, run_id, worker=_worker()), preview)


@shared_task(ignore_result=True, soft_time_limit=540, time_limit=600)
def take_in_upload(*, run_id: int) -> None:
    """Draft what a file holds, unless that run ended, or another worker is at it."""
    from advisor.datasets.desk.uploading import take_in  # noqa: PLC0415

    _do(asking.claimed(Upload, run_id, worker=_worker()), take_in)


def _do(held: asking.HeldAtDesk | None, work: Callable[[asking.HeldAtDesk], None]) -> None:
    from advisor.sources.errors import SourceError  # noqa: PLC0415

    if held is None:
        log.info("nothing to do for this run")
        return
    with ending.ended(held, SourceError):
        work(held)


def _worker() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"
