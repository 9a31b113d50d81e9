"""pytest fixtures: every test of the database runs on SQLite and on PostgreSQL, beside a Redis.

Both databases hold what a fresh clone's holds: the bundled edition, loaded once and found by every
test, also after one that committed its changes.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from django.core.management import call_command, get_commands
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests.servers.celery_worker import CeleryWorker
from tests.servers.databases import Database, database_on
from tests.servers.redis import running_redis

VENDORS = ("sqlite", "postgresql")
PREPARED = pytest.StashKey[Database]()
COMMITTED = pytest.StashKey[bool]()  # whether the last test may have left something behind


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run what uses the database on both; a browser sees the same pages on either, so on one."""
    marked = metafunc.definition.get_closest_marker("django_db") is not None
    if not marked and not {"db", "transactional_db", "live_server"} & {*metafunc.fixturenames}:
        return
    if "database" not in metafunc.fixturenames:
        metafunc.fixturenames.append("database")
    vendors = VENDORS[:1] if "browser" in metafunc.fixturenames else VENDORS
    metafunc.parametrize("database", vendors, indirect=True, scope="session")


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """The database server that Django uses now."""
    with database_on(getattr(request, "param", VENDORS[0])) as running:
        yield running


@pytest.fixture(scope="session")
def django_db_modify_db_settings(database: Database) -> None:
    """Have the tables made in `database`; each test process has its own already."""


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    database: Database,
) -> Iterator[None]:
    """Load the bundled edition into the new tables and keep the outcome."""
    with django_db_blocker.unblock():
        if "load_bundled_data" in get_commands():
            call_command("load_bundled_data", verbosity=0)
        database.keep()
    request.session.stash[PREPARED] = database
    with pytest.MonkeyPatch.context() as patch:
        # Restoring undoes what was committed; emptying every table first takes seconds.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: None)
        yield
    del request.session.stash[PREPARED]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Undo what the test before this one committed."""
    stash = item.session.stash
    if stash.get(COMMITTED, False) and PREPARED in stash:
        stash[PREPARED].restore()
    stash[COMMITTED] = _commits(item)


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    if marker and (marker.args or marker.kwargs):
        return True
    return bool({"transactional_db", "live_server"} & {*getattr(item, "fixturenames", ())})


@pytest.fixture(autouse=True)
def redis_url(_redis: redis.Redis) -> str:
    """The address of an empty Redis-compatible server: cache, limits and queue of the tests."""
    _redis.flushall()
    return os.environ["REDIS_URL"]


@pytest.fixture(scope="session")
def _redis() -> Iterator[redis.Redis]:
    with running_redis(os.environ["REDIS_URL"]) as client:
        yield client


@pytest.fixture
def celery_worker(transactional_db: None, tmp_path: Path) -> Iterator[CeleryWorker]:
    """A worker that has not been started yet; it ends with the test."""
    worker = CeleryWorker(tmp_path / "worker.log")
    yield worker
    worker.stop()
