"""A run in the hands of a worker.

Every step is made on the condition that the run is still open and its own; a worker that was taken
for dead, and is not, finds out before it changes anything.
"""

import time
from datetime import timedelta
from typing import Any

from django.utils import timezone

from advisor.datasets.locks import HOST_SECONDS, extend, host_key
from advisor.datasets.models.runs import Run
from advisor.datasets.run_rows import changed

DEAD_AFTER = timedelta(seconds=180)  # without a sign of life
BEAT = 2.0  # seconds between signs of life


class RunLostError(Exception):
    """The run was closed while this worker was at it: it must not change anything any more."""


def hold(run: Run, *, token: str, worker: str) -> bool:
    """Change the row from waiting to started; False where another worker was first."""
    now = timezone.now()
    waiting = type(run)._default_manager.filter(
        pk=run.pk, started_at__isnull=True, finished_at__isnull=True
    )
    return bool(
        waiting.update(
            started_at=now, heartbeat_at=now, worker=worker[:120], task_id=token, attempts=1
        )
    )


class Held:
    """A run that this worker holds."""

    def __init__(self, run: Any) -> None:
        self.run = run
        self.token: str = run.task_id
        self._host = ""
        self._told = time.monotonic()
        self._kept: dict[str, Any] = {}

    def enter(self, stage: str, **progress: Any) -> None:
        """Begin a stage, unless the claim began it. Raises RunLostError."""
        if stage == self.run.stage and not progress:
            return
        self.run.stage = stage
        self._write(stage=stage, **self._with(progress))

    def beat(self, **progress: Any) -> None:
        """Show life, and how far the stage is; written every two seconds at most.

        Raises RunLostError.
        """
        if time.monotonic() - self._told >= BEAT:
            self._write(**self._with(progress))

    def failed_attempt(self, number: int) -> None:
        """Note that the publisher is asked once more."""
        self._write(attempts=number + 1)

    def note(self, **parts: Any) -> None:
        """Keep what came out so far, such as `response` or `version`. Raises RunLostError."""
        for name, value in parts.items():
            setattr(self.run, name, value)
        self._write(**parts)

    def keep(self, **parts: Any) -> None:
        """Like `note`, but written with the next step."""
        for name, value in parts.items():
            setattr(self.run, name, value)
        self._kept |= parts

    def end(self, outcome: str, params: dict[str, Any] | None = None, **parts: Any) -> None:
        """Close the run. Raises RunLostError where somebody closed it before."""
        self._write(outcome=outcome, params=params or {}, finished_at=timezone.now(), **parts)

    def asks(self, host: str) -> None:
        """Remember the host whose lock is held, so that it is held on while there is life."""
        self._host = host

    def again_later(self, pause: float | None = None) -> None:
        """What follows a failure that may pass: by itself nothing is repeated."""

    def _with(self, progress: dict[str, Any]) -> dict[str, Any]:
        if not progress:
            return {}
        self.run.progress = {**self.run.progress, **progress}
        return {"progress": self.run.progress}

    def _write(self, **parts: Any) -> None:
        self._told = time.monotonic()
        if self._host:
            extend(host_key(self._host), self.token, HOST_SECONDS)
        told = self._kept | parts | {"heartbeat_at": timezone.now()}
        if not changed(self.run, **told):
            raise RunLostError(self.run.pk)
        self._kept = {}
