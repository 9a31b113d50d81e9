"""Start the processes of a run, notice the first that dies, and stop them all."""

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO, Self

from advisor.bound_process import die_with_parent
from advisor.environment import ROOT
from advisor.web import watchdog

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 10.0  # seconds in which a process may end its work
LOG_LIMIT = 5_000_000  # bytes after which a log is put aside


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A process to run.

    `environment` is added to this process's own. `nice` is how far it steps back for others. One
    that `talks` has this process's standard error, until it turns that to its log itself. `told`
    is a secret that it reads as its standard input, where nobody else sees it.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    nice: int = 0
    talks: bool = False
    told: str = field(default="", repr=False)


class PartDiedError(Exception):
    """A part ended by itself; says so with its last words, or nothing where it has said it all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Running:
    part: Part
    process: subprocess.Popen[bytes]
    log: Path
    log_start: int

    def last_words(self) -> str:
        """One sentence that says how it ended, and the end of what it logged."""
        status = self.process.returncode
        logged = self.log.read_bytes()[self.log_start :].decode(errors="replace").splitlines()[-5:]
        if self.part.talks and status > 0 and not logged:
            return ""
        how = f"was ended by signal {-status}" if status < 0 else f"ended with status {status}"
        return "\n  ".join([f"The {self.part.name} {how}, so all stops ({self.log}).", *logged])


class Supervisor:
    """The processes of one run, as a context: leaving it stops them, the last started first.

    Each is the leader of its own process group, so that Ctrl-C reaches this process alone and its
    own children can be stopped with it. On Linux they die with this process by the kernel's hand;
    everywhere the watchdog sees to it.
    """

    def __init__(self, *, logs: Path, lock: IO[str]) -> None:
        self._logs = logs
        self._lock = lock
        self._running: list[_Running] = []

    def __enter__(self) -> Self:
        self._signals, self._wake = socket.socketpair()
        self._wake.setblocking(False)
        self._signals.setblocking(False)
        self._before = {one: signal.signal(one, _noted) for one in (*STOPPING, signal.SIGCHLD)}
        self._wake_before = signal.set_wakeup_fd(self._wake.fileno())
        self._watchdog = subprocess.Popen(
            [sys.executable, "-I", "-S", watchdog.__file__],
            stdin=subprocess.PIPE,
            text=True,
            start_new_session=True,
            pass_fds=(self._lock.fileno(),),  # held until the last part is gone
        )
        return self

    def __exit__(self, *exception: object) -> None:
        self._stop_all()
        self._tell_watchdog("done")
        self._watchdog.communicate()
        signal.set_wakeup_fd(self._wake_before)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        self._signals.close()
        self._wake.close()

    def start(self, part: Part) -> None:
        """Start a part; what it prints goes to its log."""
        path = self._log(part.name)
        with path.open("ab") as log:
            process = subprocess.Popen(
                part.command,
                cwd=ROOT,
                env=os.environ | part.environment,
                stdin=subprocess.PIPE if part.told else subprocess.DEVNULL,
                stdout=log,
                stderr=None if part.talks else log,
                start_new_session=True,
                preexec_fn=lambda: _prepare(part.nice),
            )
            start = log.tell()
        _tell(process, part.told)
        self._running.append(_Running(part=part, process=process, log=path, log_start=start))
        self._tell_watchdog(str(process.pid))

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for a signal to stop, at most so long; whether one came.

        Raises PartDiedError as soon as a part has ended.
        """
        ready, _, _ = select.select([self._signals], [], [], seconds)
        received = self._signals.recv(4096) if ready else b""
        if any(one in received for one in STOPPING):
            return True
        for running in self._running:
            if running.process.poll() is not None:
                raise PartDiedError(running.last_words())
        return False

    def _stop_all(self) -> None:
        """The first part goes last: the others need it to end their work."""
        processes = [running.process for running in self._running]
        _stop(processes[1:])
        _stop(processes[:1])

    def _tell_watchdog(self, line: str) -> None:
        assert self._watchdog.stdin is not None  # noqa: S101  asked for at its start
        with contextlib.suppress(BrokenPipeError):
            self._watchdog.stdin.write(f"{line}\n")
            self._watchdog.stdin.flush()

    def _log(self, name: str) -> Path:
        self._logs.mkdir(parents=True, exist_ok=True)
        log = self._logs / f"{name.lower().replace(' ', '-')}.log"
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".old.log"))
        return log


def _noted(number: int, frame: FrameType | None) -> None:
    """Handle a signal by nothing: that it came is read from the wake-up socket."""


def _tell(process: subprocess.Popen[bytes], secret: str) -> None:
    if process.stdin:
        with contextlib.suppress(BrokenPipeError), process.stdin as pipe:
            pipe.write(secret.encode())


def _prepare(nice: int) -> None:
    die_with_parent(signal.SIGTERM)
    os.nice(nice)


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    """Ask the leaders to end their work; after a while, or once they have, kill what is left."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + PATIENCE
    for process in processes:
        try:
            process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        finally:
            watchdog.send(process.pid, signal.SIGKILL)
            process.wait()
