"""Whether a run may start here, and whether it answers."""

import errno
import fcntl
import http.client
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

HEALTH = "/healthz"
LINGERING = 8.0  # seconds in which the parts of a killed run are cleared away


class CantStartError(Exception):
    """Why a run can't start here: one sentence."""


@contextmanager
def only_one(folder: Path, port: int) -> Iterator[IO[str]]:
    """The lock of the one run that a folder's state allows; the file tells who holds it.

    Raises CantStartError where another run holds it or the folder can't be written. The parts of a
    run that was killed hold it for some seconds more: those are waited for.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (folder / "up.lock").open("a+")
    except OSError as error:
        raise CantStartError(
            f"Quliu keeps its data in {folder}, where this user can't write ({error.strerror}):"
            " give it the right to, or name another folder in VAR_DIR."
        ) from error
    with lock:
        _acquire(lock)
        lock.truncate(0)
        lock.write(f"{os.getpid()} {port}")
        lock.flush()
        yield lock


def _acquire(lock: IO[str]) -> None:
    deadline = time.monotonic() + LINGERING
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = _holder(lock)
            if (holder and _is_alive(holder[0])) or time.monotonic() > deadline:
                where = f" at http://127.0.0.1:{holder[1]}/ (process {holder[0]})" if holder else ""
                raise CantStartError(
                    f"Quliu already runs in this folder{where}: stop it before starting it again."
                ) from None
            time.sleep(0.1)
        else:
            return


def _holder(lock: IO[str]) -> tuple[int, int] | None:
    """Process and port that the holder has written."""
    lock.seek(0)
    words = lock.read().split()
    return (int(words[0]), int(words[1])) if len(words) == 2 else None


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def refuse_taken(port: int) -> None:
    """Raise CantStartError where something else listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError) as error:
            raise CantStartError(_why_not(port, error)) from error


def _why_not(port: int, error: OSError | OverflowError) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken by another program: stop that, or choose another port,"
            f" for example `python3 manage.py up --port {port + 1}`."
        )
    return f"Port {port} can't be used ({error}): choose one from 1024 to 65535 with --port."


def wait_for_answer(port: int, wait: Callable[[float], bool]) -> bool:
    """Wait until the web server is healthy; whether a signal to stop came before that.

    `wait` waits some seconds and tells whether such a signal came meanwhile.
    """
    while not answers(port):
        if wait(0.03):
            return True
    return False


def answers(port: int) -> bool:
    """Whether /healthz on this machine answers with 200."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", HEALTH)
        return connection.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        connection.close()
