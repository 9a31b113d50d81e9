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
    """Let one run at a time use a folder; yields a lock for its parts to hold while they live.

    Raises CantStartError where another run uses the folder, or where it can't be written. The
    parts of a run that was killed live some seconds longer: those are waited for.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        run, parts = (folder / "up.lock").open("a+"), (folder / "parts.lock").open("a")
    except OSError as error:
        raise CantStartError(
            f"Quliu keeps its data in {folder}, where this user can't write ({error.strerror}):"
            " give it the right to, or name another folder in VAR_DIR."
        ) from error
    with run, parts:
        if not _locked(run):
            raise CantStartError(_in_use(run))
        run.truncate(0)
        run.write(f"{os.getpid()} {port}")
        run.flush()
        deadline = time.monotonic() + LINGERING
        while not _locked(parts):
            if time.monotonic() > deadline:
                raise CantStartError("The parts of an earlier run don't end: stop them first.")
            time.sleep(0.1)
        yield parts


def _locked(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _in_use(run: IO[str]) -> str:
    """The sentence that names the holder as it has written itself down."""
    run.seek(0)
    process, _, port = run.read().partition(" ")
    where = f" at http://127.0.0.1:{port}/ (process {process})" if port else ""
    return f"Quliu already runs in this folder{where}: stop it before starting it again."


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
