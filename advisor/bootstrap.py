"""Make `.venv` on first use and go on in it. Standard library only; parses and runs on Python 3.8.

`enter(argv)` returns where the pinned packages are at hand in this interpreter: a container, an
environment of one's own, or `.venv`. Else it finds a Python by running candidates, makes `.venv`,
installs the packages and replaces this process by the same command in it.

`.venv` is built where it stays, since its scripts hold absolute paths. While it is worked on, a
file `unfinished` lies in it, and an environment found with that file is made anew. One process
works on it at a time; the installer shares the lock, which so outlives a killed parent.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import IO, Iterator, Sequence

from advisor import interpreters
from advisor.bound_process import run

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UNFINISHED = VENV / "unfinished"
INSTALLED = VENV / "installed.json"
TO_RUN = "requirements.txt"
TO_TEST = "tests/requirements.txt"
PIP = ("-m", "pip", "install", "--require-hashes", "--only-binary", ":all:", "--compile")
PIP_STYLE = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "2")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)[ \t]*(?:;([^\\\n]*))?", re.MULTILINE)


class SetupError(Exception):
    """Why the environment can't be made: one sentence for the person who started it."""


def enter(argv: list[str]) -> None:
    """Return if this interpreter has the packages, else replace the process by one that has.

    `test` never returns: it becomes pytest with the words that follow it. What goes wrong is said
    in one sentence on standard error, and ends the process with a status other than 0.
    """
    testing = argv[1:2] == ["test"]
    needed = (TO_RUN, TO_TEST) if testing else (TO_RUN,)
    try:
        here = _at_hand(needed)
        python = sys.executable if here else _environment(needed)
    except (SetupError, interpreters.NoPythonError) as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"The set-up in {ROOT} failed: {error}.")
    except KeyboardInterrupt:
        _say("Stopped before the set-up was complete: the next start takes it up again.")
        sys.exit(130)
    if testing:
        os.chdir(ROOT)
        os.execv(python, [python, "-m", "pytest", *argv[2:]])
    elif not here:
        os.execv(python, [python, *argv])


def _at_hand(needed: Sequence[str]) -> bool:
    """Whether the running interpreter has every package that `needed` pins, in its version."""
    if sys.version_info < interpreters.LOWEST:
        return False
    if Path(sys.prefix).resolve() == VENV.resolve():
        return _complete(needed)
    present = _present()
    return all(present.get(name) == version for name, version in _pins(needed))


def _present() -> dict[str, str]:
    """Name to version of the packages on the path, read from their folders' names alone."""
    present: dict[str, str] = {}
    for folder in reversed(sys.path):
        for entry in Path(folder).glob("*.dist-info"):
            name, _, version = entry.stem.partition("-")
            present[_normal(name)] = version
    return present


def _pins(needed: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(name, version) of every pin that counts on this platform."""
    for requirements in needed:
        for name, version, marker in PIN.findall((ROOT / requirements).read_text()):
            if "win32" not in marker:
                yield _normal(name), version


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _complete(needed: Sequence[str]) -> bool:
    """Whether `.venv` is whole and holds what the files in `needed` pin now."""
    if UNFINISHED.exists() or not os.access(PYTHON, os.X_OK):
        return False
    try:
        installed = json.loads(INSTALLED.read_text())
    except (OSError, ValueError):
        return False
    return all(installed.get(name) == _digest(name) for name in needed)


def _digest(requirements: str) -> str:
    return hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()


def _environment(needed: Sequence[str]) -> str:
    """The interpreter of `.venv`, made or brought up to date where it has to be."""
    if not _complete(needed):
        with _lock() as lock:
            if not _complete(needed):
                _make(needed, lock)
    return str(PYTHON)


@contextlib.contextmanager
def _lock() -> Iterator[IO[str]]:
    import fcntl  # absent on Windows, where only this sentence can be said

    try:
        lock = (ROOT / ".venv.lock").open("a")
    except OSError as error:
        raise SetupError(
            f"Quliu keeps its packages and data in {ROOT}, where this user can't write"
            f" ({error.strerror}): give it the right to, or put the folder elsewhere."
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            _say("Another start is setting up this folder: waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock


def _make(needed: Sequence[str], lock: IO[str]) -> None:
    """Make `.venv` agree with the files in `needed`, from nothing where it is not whole."""
    if UNFINISHED.exists() or not interpreters.will_do(str(PYTHON)):
        _make_empty(interpreters.find(outside=VENV), lock)
    UNFINISHED.touch()
    for requirements in needed:
        _install(requirements, lock)
    INSTALLED.write_text(json.dumps({name: _digest(name) for name in needed}))
    UNFINISHED.unlink()


def _make_empty(python: str, lock: IO[str]) -> None:
    _say(f"Making .venv with {python} …")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    status, lines = run([python, "-m", "venv", str(VENV)], keep_open=lock)
    if status:
        raise SetupError(f"{python} can't make .venv: {lines[-1] if lines else status}")


def _install(requirements: str, lock: IO[str]) -> None:
    """Install what a file pins. Where pip gave up before it changed anything, `.venv` stays."""
    _say(f"Getting the packages of {requirements}: this happens once and may take some minutes …")
    command = [str(PYTHON), *PIP, *PIP_STYLE, "--requirement", str(ROOT / requirements)]
    status, lines = run(command, keep_open=lock, show=_show)
    if status == 0:
        return
    if not any(line.startswith("Installing collected") for line in lines):
        UNFINISHED.unlink()
    errors = [line for line in lines if line.startswith("ERROR:")] or lines or [f"status {status}"]
    raise SetupError(
        "The packages can't be installed: check the network and start again"
        f" (pip says: {errors[-1]})."
    )


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def _show(line: str) -> None:
    """Keep a person at a terminal company while packages come in, on one line."""
    if sys.stderr.isatty() and line.startswith(("Collecting", "Downloading", "Installing")):
        sys.stderr.write("\r\x1b[K" + line[:70] + ("\n" if line.startswith("Inst") else ""))
        sys.stderr.flush()
