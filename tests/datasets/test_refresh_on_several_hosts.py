"""Two workers that share nothing but a Redis and a PostgreSQL over TCP, as on two hosts."""

import os
import shutil
import socket
import time
from pathlib import Path

import pytest
from django.db import connection

from advisor.datasets import runs
from advisor.datasets.models import Feed, RefreshRun, Version
from tests.datasets.feeds import feed_of, price_dataset, prices
from tests.datasets.mortal_worker import worker
from tests.servers.tcp_forward import forwarded
from tests.sources.misbehaving_server import Asked, Server, page
from tests.web.run_of_up import ROOT

pytestmark = pytest.mark.django_db(transaction=True)

SOURCES = 20


def host(folder: Path) -> Path:
    """A folder with a copy of the product and nothing else."""
    shutil.copytree(
        Path(ROOT, "advisor"), folder / "advisor", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder


def slowly(asked: Asked, connection: socket.socket) -> None:
    time.sleep(0.05)
    page(prices(1.01, 20, dataset=asked.path.strip("/").partition(".")[0]))(asked, connection)


def test_one_refresh_of_twenty_sources_is_done_once_by_two_hosts(
    server: Server, tmp_path: Path
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is a file: hosts can't share it")
    feeds = [
        feed_of(price_dataset(f"toys{number}"), server.serve(f"/toys{number}.csv", slowly))
        for number in range(SOURCES)
    ]
    for feed in feeds:
        runs.ask(feed)
    postgresql = Path(connection.settings_dict["HOST"], ".s.PGSQL.5432")
    redis = Path(os.environ["REDIS_URL"].removeprefix("unix://"))
    with forwarded(postgresql) as database_port, forwarded(redis) as redis_port:
        shared = {
            "DATABASE_URL": f"postgresql://postgres@127.0.0.1:{database_port}/quliu",
            "REDIS_URL": f"redis://127.0.0.1:{redis_port}/0",
        }
        folders = {name: host(tmp_path / name) for name in ("one", "two")}
        with (
            worker(
                tmp_path,
                cwd=folders["one"],
                name="one",
                VAR_DIR=str(folders["one"] / "var"),
                **shared,
            ),
            worker(
                tmp_path,
                cwd=folders["two"],
                name="two",
                VAR_DIR=str(folders["two"] / "var"),
                **shared,
            ),
        ):
            wait_until_all_ended()
    ended = RefreshRun.objects.all()
    assert [run.outcome for run in ended] == ["waits"] * SOURCES
    assert len({run.worker for run in ended}) == 2
    assert len(server.asked) == SOURCES
    assert Version.objects.filter(runs__in=ended).distinct().count() == SOURCES
    assert Feed.objects.exclude(sha256="").count() == SOURCES


def wait_until_all_ended(seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while RefreshRun.objects.open().exists():
        assert time.monotonic() < deadline
        time.sleep(0.1)
