"""A refresh from its request to its end: what it changes, and what the next one knows."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from advisor.datasets import editions, runs, tasks, tending
from advisor.datasets.contents import content
from advisor.datasets.held import RunLostError
from advisor.datasets.models import Dataset, Edition, Feed, RefreshRun, Status, Version
from advisor.datasets.wording.sentences import sentence
from tests.datasets.feeds import PRICE, feed_of, price_dataset, prices, publish_prices
from tests.sources.misbehaving_server import Server, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset() -> Dataset:
    dataset = price_dataset()
    publish_prices(dataset)
    return dataset


def refreshed(feed: Feed) -> RefreshRun:
    """The feed's run, done in this process as a worker does it."""
    run = runs.ask(Feed.objects.get(pk=feed.pk))
    tasks.refresh_feed(run_id=run.pk)
    run.refresh_from_db()
    assert run.finished_at is not None
    return run


def published(run: RefreshRun) -> RefreshRun:
    """What the run drafted, published by a person."""
    assert run.version is not None
    editions.publish(drafts=[run.version], by=None, why="seen")
    return run


def in_force(dataset: Dataset) -> dict[str, str]:
    head = Dataset.objects.select_related("head").get(pk=dataset.pk).head
    return {f"{key[0]} {key[2]}": entry.value for key, entry in content(head).items()}


def test_the_first_draft_of_a_feed_waits_for_a_person(dataset: Dataset, server: Server) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    run = refreshed(feed)
    assert (run.outcome, run.stage) == ("waits", "drafting")
    assert run.params == {
        "version": run.version_id,
        "added": 60,
        "changed": 0,
        "gone": 0,
        "set_aside": 0,
        "findings": 0,
    }
    assert run.version.raw_file.name == "a.csv"
    assert run.progress["rows"] == 60
    assert run.response["status"] == 200
    assert len(in_force(dataset)) == 60


def test_a_small_change_without_findings_is_published_by_itself_from_then_on(
    dataset: Dataset, server: Server
) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    published(refreshed(feed))
    rest = prices(1.01).splitlines(keepends=True)[11:]
    server.serve("/a.csv", prices(1.02, 10) + b"".join(rest))
    run = refreshed(feed)
    newest = Edition.objects.all()[0]
    assert (run.outcome, run.params["edition"]) == ("published", newest.id)
    assert run.params["changed"] == 10
    assert in_force(dataset)["110000 2026-06"] == "3060"
    with translation.override("en"):
        assert sentence(run.outcome, run.params) == (
            f"Published as edition {newest.id}: 0 new, 10 changed and 0 gone figures."
        )


def test_a_feed_that_reads_from_elsewhere_is_looked_at_again(
    dataset: Dataset, server: Server
) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    published(refreshed(feed))
    rest = prices(1.01).splitlines(keepends=True)[11:]
    Feed.objects.update(address=server.serve("/b.csv", prices(1.02, 10) + b"".join(rest)))
    assert refreshed(feed).outcome == "waits"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"times": 1.03, "count": 60}, "a large change"),
        ({"times": 1.6, "count": 3}, "unusual moves"),
        ({"times": 12, "count": 3}, "slipped units"),
    ],
)
def test_what_a_person_must_see_waits(
    dataset: Dataset, server: Server, given: dict[str, Any], why: str
) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    published(refreshed(feed))
    before = in_force(dataset)
    server.serve("/a.csv", prices(**given))
    assert refreshed(feed).outcome in ("waits", "blocked"), why
    assert in_force(dataset) == before


def test_content_that_did_not_change_ends_the_run_at_once(dataset: Dataset, server: Server) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01), etag='"1"'))
    published(refreshed(feed))
    again = refreshed(feed)
    assert (again.outcome, again.stage, again.version) == ("unchanged", "fetching", None)
    server.serve("/a.csv", page(b"", status="304 Not Modified"))
    assert refreshed(feed).outcome == "unchanged"
    assert server.asked[-1].headings["if-none-match"] == '"1"'
    assert refreshed(feed).outcome == "unchanged"
    assert server.asked[-1].headings["if-none-match"] == '"1"'
    assert Version.objects.filter(dataset=dataset).count() == 2


def test_unchanged_content_says_that_its_draft_still_waits(
    dataset: Dataset, server: Server
) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    first = refreshed(feed)
    for again in (refreshed(feed), refreshed(feed)):
        assert (again.outcome, again.params) == ("unchanged_waits", {"version": first.version_id})


def test_the_same_content_read_otherwise_is_something_new(dataset: Dataset, server: Server) -> None:
    content = prices(1.01).replace(b"value", b"price", 1)
    feed = feed_of(dataset, server.serve("/a.csv", content, etag='"1"'))
    assert refreshed(feed).outcome == "blocked"
    headings = {
        "place": "adcode", "indicator": "indicator", "period": "period", "value": "price",
    }  # fmt: skip
    Feed.objects.update(mapping={"columns": headings})
    run = refreshed(feed)
    assert run.outcome == "waits"
    assert "if-none-match" not in server.asked[-1].headings


def test_content_that_says_the_same_makes_no_version(dataset: Dataset, server: Server) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    published(refreshed(feed))
    server.serve("/a.csv", prices(1.01) + b"\n\n")
    run = refreshed(feed)
    assert (run.outcome, run.version) == ("nothing_new", None)


def test_a_newer_draft_takes_the_place_of_one_that_waits(dataset: Dataset, server: Server) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    first = refreshed(feed)
    server.serve("/a.csv", prices(1.02))
    second = refreshed(feed)
    first.version.refresh_from_db()
    assert first.version.status == Status.WITHDRAWN
    assert [second.version] == [*Version.objects.drafts()]


def test_far_fewer_rows_than_the_last_time_ask_for_a_person(
    dataset: Dataset, server: Server
) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    published(refreshed(feed))
    assert refreshed(feed).outcome == "unchanged"
    server.serve("/a.csv", prices(1.011, 20))
    run = refreshed(feed)
    assert run.outcome == "waits"
    assert [one.code for one in run.version.findings.all()] == ["fewer_rows"]


def test_names_of_places_are_read_and_unclear_ones_set_aside(
    dataset: Dataset, server: Server
) -> None:
    text = "城市,月份,均价(万元)\n北京,2026年6月,0.301\n朝阳,2026年6月,0.3\n吉林,2026年6月,0.3\n"
    mapping = {
        "columns": {"place": "城市", "period": "月份", "value": "均价(万元)"},
        "constants": {"indicator": f"toys_{PRICE}"},
        "units": {"*": "万元"},
    }
    feed = feed_of(dataset, server.serve("/a.csv", text.encode("gbk")), mapping=mapping)
    run = refreshed(feed)
    assert run.params["added"] == 1
    aside = run.version.set_aside.order_by("row")
    assert [(one.row, one.code) for one in aside] == [
        (3, "place_ambiguous"),
        (4, "place_ambiguous"),
    ]
    Feed.objects.update(mapping=mapping | {"place_level": "city"})
    assert refreshed(feed).params["added"] == 3


def test_a_request_while_one_is_open_is_the_same_run(dataset: Dataset) -> None:
    feed = feed_of(dataset, "http://127.0.0.1:9/a.csv")
    assert len({runs.ask(feed).pk for _ in range(50)}) == 1


def test_a_run_is_done_once_however_often_its_task_comes(dataset: Dataset, server: Server) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    run = refreshed(feed)
    for _ in range(3):
        tasks.refresh_feed(run_id=run.pk)
    assert len(server.asked) == 1


def test_a_worker_that_was_taken_for_dead_changes_nothing_any_more(
    dataset: Dataset, server: Server
) -> None:
    feed = feed_of(dataset, server.serve("/a.csv", prices(1.01)))
    run = runs.ask(feed)
    with runs.claimed(run.pk, worker="slow") as running:
        assert running is not None
        RefreshRun.objects.update(heartbeat_at=timezone.now() - timedelta(hours=1))
        assert tending.tend()["closed"] == 1
        with pytest.raises(RunLostError):
            running.enter("publishing")
    run.refresh_from_db()
    assert (run.outcome, run.params["stage"]) == ("worker_died", "fetching")


def test_a_dead_workers_feed_is_refreshed_again_soon(dataset: Dataset) -> None:
    feed = feed_of(dataset, "http://127.0.0.1:9/a.csv", due_at=timezone.now() + timedelta(days=9))
    run = runs.ask(feed)
    with runs.claimed(run.pk, worker="doomed"):
        RefreshRun.objects.update(heartbeat_at=timezone.now() - timedelta(hours=1))
        tending.tend()
    feed.refresh_from_db()
    assert feed.due_at < timezone.now() + timedelta(minutes=11)


def test_what_is_due_is_asked_for_once_by_any_number_of_beats(dataset: Dataset) -> None:
    now = timezone.now()
    feed = feed_of(dataset, "http://127.0.0.1:9/", schedule="0 9 * * *", due_at=now)
    asked = [tending.tend()["asked"] for _ in range(3)]
    assert asked == [1, 0, 0]
    assert RefreshRun.objects.count() == 1
    feed.refresh_from_db()
    assert feed.due_at > now


@pytest.mark.parametrize(
    "given",
    [
        {"enabled": False},
        {"address": ""},
        {"due_at": None},
        {"due_at": timezone.now() + timedelta(hours=1)},
    ],
)
def test_what_is_not_due_is_left_alone(dataset: Dataset, given: dict[str, Any]) -> None:
    known = {"due_at": timezone.now(), "schedule": "0 9 * * *", "address": "http://x/"}
    feed_of(dataset, **{**known, **given})
    assert tending.tend()["asked"] == 0


def test_a_new_feed_with_a_schedule_is_due_at_its_next_time(dataset: Dataset) -> None:
    feed = feed_of(dataset, "http://127.0.0.1:9/", schedule="0 9 * * *")
    tending.tend()
    feed.refresh_from_db()
    assert feed.due_at is not None
    assert feed.due_at > timezone.now()


def test_a_task_that_was_lost_is_sent_again(dataset: Dataset) -> None:
    run = runs.ask(feed_of(dataset, "http://127.0.0.1:9/"))
    assert tending.tend()["sent_again"] == 0
    RefreshRun.objects.update(asked_at=timezone.now() - timedelta(minutes=2))
    assert [tending.tend()["sent_again"] for _ in range(2)] == [1, 0]
    assert RefreshRun.objects.get() == run
