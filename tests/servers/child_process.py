"""Processes that tests start, none of which outlives the test process."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from advisor.bound_process import die_with_parent

PATIENCE = 30.0  # seconds; all start in far fewer on an idle machine


class ChildProcess:
    """A running command, leader of a process group of its own, that appends its words to a log."""

    def __init__(self, command: Sequence[str | Path], *, log: Path, **options: Any) -> None:
        self.log = log
        with log.open("ab") as out:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                preexec_fn=die_with_parent,
                **options,
            )

    def wait_until(self, answers: Callable[[], Any]) -> None:
        """Wait until the process answers. Raises RuntimeError with its log if it does not."""
        deadline = time.monotonic() + PATIENCE
        while not answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"It did not start:\n{self.log.read_text(errors='replace')}")
            time.sleep(0.01)

    def stop(self, by: signal.Signals = signal.SIGTERM) -> None:
        """Ask it to end its work, and wait for that."""
        self._process.send_signal(by)
        self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it and its children at once, as a power cut does."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(PATIENCE)


@contextmanager
def running(
    command: Sequence[str | Path],
    answers: Callable[[], Any],
    *,
    log: Path,
    stop_by: signal.Signals = signal.SIGTERM,
    **options: Any,
) -> Iterator[ChildProcess]:
    """Run a command from when it answers until the block ends."""
    child = ChildProcess(command, log=log, **options)
    try:
        child.wait_until(answers)
        yield child
        child.stop(stop_by)
    finally:
        child.kill()
