"""Ending a run that did not end by itself: every failure gets its code, and a feed its pause."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, connection

from advisor.datasets.held import Held, RunLostError
from advisor.datasets.outcomes import parameters

log = logging.getLogger(__name__)

DATABASE_GONE = (OperationalError, InterfaceError)
PATIENCE = (0.5, 1, 2, 4, 8, 15)  # seconds between attempts to reach the database again


@contextmanager
def ended(running: Held, failures: type[Exception]) -> Iterator[None]:
    """Whatever goes wrong within the block, the run gets an end that says it.

    `failures` is the class of the outside world's errors, which this module does not import.
    """
    try:
        yield
    except RunLostError:
        log.warning("a run was closed while it was worked on", extra={"run": running.run.pk})
    except failures as error:
        _end_failed(running, error)
    except SoftTimeLimitExceeded:
        _end(running, "took_too_long", {"stage": running.run.stage})
    except DATABASE_GONE as error:
        log.warning(
            "the database went away", extra={"run": running.run.pk, "why": str(error)[:200]}
        )
        _end_when_the_database_is_back(running)
    except Exception as error:
        log.exception("a refresh failed", extra={"run": running.run.pk})
        _end(running, "unexpected", {"problem": type(error).__name__, "stage": running.run.stage})


def _end_failed(running: Held, error: Any) -> None:
    _end(running, error.code, parameters(error))
    if error.is_passing:
        running.again_later(error.retry_after)


def _end(running: Held, outcome: str, params: dict[str, Any]) -> None:
    try:
        running.end(outcome, params)
    except RunLostError:
        log.warning("a run was closed while it was worked on", extra={"run": running.run.pk})


def _end_when_the_database_is_back(running: Held) -> None:
    """Close the run once the database answers again; if that takes too long, beat closes it."""
    for pause in PATIENCE:
        connection.close()
        try:
            _end(running, "database_failed", {"stage": running.run.stage})
            running.again_later()
        except DATABASE_GONE:
            time.sleep(pause)
        else:
            return
    log.error("the database does not come back", extra={"run": running.run.pk})
