"""A Celery worker in a process of its own, as the product starts it."""

import os
from pathlib import Path

from advisor.celery import app
from advisor.web import parts
from tests.servers.child_process import ChildProcess

RUN = parts.Run(port=0, redis_socket=None)
WORKER = next(part for part in parts.behind(RUN) if part.name == "worker")


class CeleryWorker:
    """A worker on the servers that `DATABASE_URL` and `REDIS_URL` name.

    It is started by hand, so that a test may fill the queue first, and may be started again after
    it was killed. Its log is kept over restarts.
    """

    def __init__(self, log: Path) -> None:
        self.log = log
        self._child: ChildProcess | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        environment = WORKER.environment | {"DJANGO_SETTINGS_MODULE": "advisor.settings"}
        self._child = ChildProcess(WORKER.command, log=self.log, env=os.environ | environment)
        self._child.wait_until(lambda: app.control.ping(timeout=0.2))

    def stop(self) -> None:
        """Let it end the task it is at, and wait for that."""
        if self._child:
            self._child.stop()

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        if self._child:
            self._child.kill()
