"""The two databases that tests run on, each able to return to the state it was prepared in."""

import os
import runpy
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from django.conf import settings
from django.db import connections

from tests.servers.postgresql import running_postgresql
from tests.servers.private_folder import FOLDER


class Database(Protocol):
    """A database server's one test database, as `DATABASE_URL` names it."""

    url: str

    def keep(self) -> None:
        """Remember the present content."""

    def restore(self) -> None:
        """Return to the content that was kept; connections of other processes may be cut."""


class SQLite:
    """A file, copied through SQLite's own backup, which heeds the journal and open readers."""

    def __init__(self) -> None:
        self._file = FOLDER / "quliu.sqlite3"
        self._kept = FOLDER / "kept.sqlite3"
        self.url = f"sqlite:///{self._file}"

    def keep(self) -> None:
        self._copy(self._file, self._kept)

    def restore(self) -> None:
        self._copy(self._kept, self._file)

    @staticmethod
    def _copy(source: Path, target: Path) -> None:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)


class PostgreSQL:
    """A database of a private server, copied by the server as a template."""

    def __init__(self, socket_folder: Path) -> None:
        self._socket_folder = socket_folder
        self.url = f"postgresql://postgres@/{socket_folder}/quliu"

    def keep(self) -> None:
        self._run("DROP DATABASE IF EXISTS kept", *self._copy("quliu", "kept"))

    def restore(self) -> None:
        self._run("DROP DATABASE quliu WITH (FORCE)", *self._copy("kept", "quliu"))

    @staticmethod
    def _copy(source: str, target: str) -> tuple[str]:
        return (f"CREATE DATABASE {target} TEMPLATE {source} STRATEGY file_copy",)

    def _run(self, *statements: str) -> None:
        connections["default"].close()
        with psycopg.connect(
            host=str(self._socket_folder), user="postgres", dbname="postgres", autocommit=True
        ) as server:
            for statement in statements:
                server.execute(statement)


@contextmanager
def database_on(vendor: str) -> Iterator[Database]:
    """Run the named database and let Django, and every process started meanwhile, use it."""
    if vendor == "sqlite":
        with _in_use(SQLite()) as database:
            yield database
    else:
        folder = FOLDER / "postgresql"
        folder.mkdir(mode=0o711)
        with running_postgresql(folder) as sockets, _in_use(PostgreSQL(sockets)) as database:
            yield database


@contextmanager
def _in_use(database: Database) -> Iterator[Database]:
    url_before, os.environ["DATABASE_URL"] = os.environ["DATABASE_URL"], database.url
    settings_before = connections.settings
    _connect_by(runpy.run_path(str(settings.ROOT / "advisor" / "settings.py"))["DATABASES"])
    try:
        yield database
    finally:
        _connect_by(settings_before)
        os.environ["DATABASE_URL"] = url_before


def _connect_by(databases: dict[str, dict[str, Any]]) -> None:
    """Replace the connection of this thread; other threads of a test have ended by now."""
    connections.close_all()
    connections.settings = connections.configure_settings(databases)
    default = connections.settings["default"]
    default["TEST"]["NAME"] = default["NAME"]  # so that other processes find it by its URL
    connections["default"] = connections.create_connection("default")
