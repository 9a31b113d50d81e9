"""Workers as the product starts them, in folders and on servers of a test's choice."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.celery_worker import WORKER
from tests.servers.child_process import ChildProcess


@contextmanager
def worker(
    folder: Path, *, cwd: Path | None = None, include: str = "", name: str = "worker", **given: str
) -> Iterator[ChildProcess]:
    """Run a worker until the block ends; `given` are variables of its environment."""
    log = folder / f"{name}.log"
    words = [*WORKER.command, "--hostname", f"{name}@test"]
    environment = os.environ | WORKER.environment | {"DJANGO_SETTINGS_MODULE": "advisor.settings"}
    environment |= given
    child = ChildProcess(
        [*words, "--include", include] if include else words,
        log=log,
        env=environment,
        cwd=cwd or Path.cwd(),
    )
    try:
        child.wait_until(lambda: log.exists() and b" ready." in log.read_bytes())
        yield child
    finally:
        child.kill()
