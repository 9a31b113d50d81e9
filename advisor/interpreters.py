"""Find a Python that Quliu can run on, by running it. Runs on Python 3.8."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Iterator

LOWEST = (3, 12)
# In the order of trying: newer ones than the first may lack ready-made packages.
NAMES = ("python3.13", "python3.12", "python3.14", "python3", "python")
PROBE = """
import sys
if sys.version_info < {}: sys.exit(3)
import ctypes, ensurepip, sqlite3, ssl, venv
"""
INSTALL = (
    "install it, on Debian and Ubuntu with `apt install python3 python3-venv`,"
    " elsewhere from python.org or with your package manager"
)


class NoPythonError(Exception):
    """No interpreter will do: one sentence that says what to install."""


def find(outside: Path) -> str:
    """The path of a Python, outside that folder, that is new enough and can make an environment.

    Raises NoPythonError, which names the nearest miss where there is one.
    """
    miss = "none was found"
    for candidate in _candidates(outside):
        status, complaint = _probe(candidate)
        if status == 0:
            return candidate
        if status == 1:
            miss = f"{candidate} lacks a part of it ({complaint})"
    lowest = ".".join(map(str, LOWEST))
    raise NoPythonError(f"Quliu needs Python {lowest} or newer, and {miss}: {INSTALL}.")


def will_do(python: str) -> bool:
    """Whether this interpreter is new enough and can make an environment."""
    return os.access(python, os.X_OK) and _probe(python)[0] == 0


def _candidates(outside: Path) -> Iterator[str]:
    """Paths to try, the likeliest first, each once."""
    seen: set[Path] = set()
    for path in _places():
        if path not in seen and outside not in path.parents and os.access(path, os.X_OK):
            seen.add(path)
            yield str(path)


def _places() -> Iterator[Path]:
    if sys.version_info >= LOWEST:
        # Not an environment's, which may be taken away later.
        yield Path(getattr(sys, "_base_executable", sys.executable))
    on_path = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    for name in NAMES:
        for folder in on_path:
            yield folder / name
    for folder, pattern in _installers():
        for name in NAMES:
            yield from sorted(folder.glob(f"{pattern}{name}"), reverse=True)


def _installers() -> Iterator[tuple[Path, str]]:
    """Folders where tools put interpreters without naming them in PATH, with what is above bin."""
    home = Path(os.path.expanduser("~"))  # unlike Path.home(), no error where there is none
    pyenv = os.environ.get("PYENV_ROOT") or home / ".pyenv"
    uv = os.environ.get("UV_PYTHON_INSTALL_DIR") or home / ".local/share/uv/python"
    yield Path(pyenv), "versions/*/bin/"
    yield Path(uv), "*/bin/"
    yield home / ".local/bin", ""
    yield Path("/usr/local/bin"), ""
    yield Path("/opt"), "*/bin/"


def _probe(python: str) -> tuple[int, str]:
    """Status of the probe (0: will do, 3: too old, 1: a module is missing) and its last line."""
    try:
        done = subprocess.run(
            [python, "-I", "-c", PROBE.format(LOWEST)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return -1, ""
    return done.returncode, (done.stderr.strip().splitlines() or [""])[-1]
