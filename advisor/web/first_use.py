"""The database of a fresh clone: its tables made and its first edition loaded when first needed."""

import fcntl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from advisor.web import stamps

BUNDLED = Path(settings.ROOT) / "advisor" / "data"


def ensure_database() -> None:
    """Make the default SQLite database ready; one given by DATABASE_URL is its owner's affair.

    For commands that must work before the first `up`. Costs a query where nothing is to be done.
    """
    if settings.DATABASE_IS_DEFAULT:
        prepare_database()


def prepare_database() -> None:
    """Apply migrations and load the bundled edition where that is still to be done, under a lock.

    Says on standard error what takes time, and nothing on standard output.
    """
    # Without a stamp nothing is asked before the lock is held: two first connections at once would
    # both make the database write ahead, which SQLite refuses to the second.
    if stamps.kept("edition") and _is_ready():
        return
    with _lock():
        if not _is_ready():
            _prepare()


def _prepare() -> None:
    if _pending():
        _say("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=0)
    _say("Loading the figures and rules that come with Quliu …")
    call_command("load_bundled_data", verbosity=0, stdout=sys.stderr)
    stamps.keep("edition", _edition_stamp())


def _is_ready() -> bool:
    return not _pending() and stamps.kept("edition") == _edition_stamp()


def _pending() -> set[tuple[str, str]]:
    """Migrations that lie in the applications' folders and are not applied."""
    shipped = {
        (app.label, path.stem)
        for app in apps.get_app_configs()
        for path in Path(app.path, "migrations").glob("[0-9]*.py")
    }
    return shipped - MigrationRecorder(connection).applied_migrations().keys()


def _edition_stamp() -> str:
    """What the bundled files are, and which database they are in: a new one has a new birth."""
    applied = MigrationRecorder(connection).applied_migrations().values()
    birth = min((one.applied for one in applied), default=None)
    files = (path for path in BUNDLED.rglob("*") if path.is_file())
    return stamps.fingerprint(files, beside=f"{birth}")


@contextmanager
def _lock() -> Iterator[None]:
    path = Path(settings.VAR) / "first_use.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
