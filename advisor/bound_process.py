"""Run a command that can't outlive the process that started it. Runs on Python 3.8."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import IO, Callable, Sequence

# What could make an interpreter or pip look for packages elsewhere than in its environment.
UNSET = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")


def run(
    command: Sequence[str], *, keep_open: IO[str], show: Callable[[str], None] | None = None
) -> tuple[int, list[str]]:
    """Status and output lines of the command; `show` gets each line as it comes.

    `keep_open` is a file that the command keeps open as well, so that a lock on it holds until
    both are gone. Ctrl-C reaches this process alone, which then kills the command.
    """
    process = subprocess.Popen(
        command,
        env={name: value for name, value in os.environ.items() if name not in UNSET},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        pass_fds=(keep_open.fileno(),),
        preexec_fn=die_with_parent,
    )
    lines: list[str] = []
    try:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if show:
                show(lines[-1])
        return process.wait(), lines
    except BaseException:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        raise


def die_with_parent(last_signal: int = signal.SIGKILL) -> None:
    """Ask Linux, in a new child, to send it this signal when its parent dies."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, last_signal)  # PR_SET_PDEATHSIG
