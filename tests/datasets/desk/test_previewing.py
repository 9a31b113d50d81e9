"""Previews: a worker reads what an unsaved feed would bring; each ends, and nothing is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from advisor.datasets import tasks, tending
from advisor.datasets.desk import asking
from advisor.datasets.models import Dataset, Edition, Preview, Version
from advisor.datasets.refreshing import fetching
from advisor.datasets.wording.sentences import desk_sentence
from advisor.sources.limits import Limits
from tests.datasets.feeds import PRICE, price_dataset, prices, publish_prices
from tests.datasets.toys import SOURCE
from tests.sources.misbehaving_server import Server, page

pytestmark = pytest.mark.django_db
WIDE = "城市,2026年6月(万元),2026年7月(万元)\n辽源,0.31,0.32\n朝阳,0.5,0.5\n长春市,0.9,—\n"


@pytest.fixture
def dataset() -> Dataset:
    dataset = price_dataset()
    publish_prices(dataset)
    return dataset


def preview(address: str = "", content: bytes | None = None, **reading: Any) -> Preview:
    """A preview that is asked for."""
    known = {"source_id": SOURCE, "dataset_id": "toys", "format": "csv", "address": address}
    asked = Preview(
        typed={"name": "prices"},
        reading={**known, **reading},
        content=None if content is None else asking.packed([content]),
    )
    asking.ask(asked, by=None)
    return asked


def done(asked: Preview) -> Preview:
    """The same after a worker did it."""
    tasks.preview_feed(run_id=asked.pk)
    asked.refresh_from_db()
    assert asked.finished_at is not None
    assert asked.content is None
    return asked


def said(run: Preview) -> str:
    with translation.override("en"):
        return desk_sentence(run.outcome, run.params)


def test_the_rows_are_fetched_read_and_shown_and_nothing_is_drafted(
    dataset: Dataset, server: Server
) -> None:
    versions, editions = Version.objects.count(), Edition.objects.count()
    run = done(preview(server.serve("/a.csv", prices(1.01))))
    assert said(run).startswith("60 rows were read and 60 can be taken: 60 new, 0 changed")
    first = run.found["rows"][0]
    assert first[:5] == [2, "110000", f"toys_{PRICE}", "2026-06", "3030"]
    assert (Version.objects.count(), Edition.objects.count()) == (versions, editions)


def test_a_file_to_try_is_read_by_the_mapping_and_an_ambiguous_name_is_no_guess(
    dataset: Dataset,
) -> None:
    mapping = {
        "columns": {"place": "城市"},
        "constants": {"indicator": f"toys_{PRICE}"},
        "wide": {
            "each_is": "period",
            "columns": {"2026年6月(万元)": "2026-06", "2026年7月(万元)": "2026-07"},
        },
        "units": {"*": "万元/平方米"},
    }
    run = done(preview(content=WIDE.encode("gbk"), mapping=mapping))
    assert (run.params["rows"], run.params["set_aside"]) == (5, 2)
    assert {(row[1], row[3], row[4]) for row in run.found["rows"]} == {
        ("220400", "2026-06", "3100.00"),
        ("220400", "2026-07", "3200.00"),
        ("220100", "2026-06", "9000.0"),
    }
    assert {one["code"] for one in run.found["set_aside"]} == {"place_ambiguous"}


@pytest.mark.parametrize(
    ("answer", "reading", "ends", "words"),
    [
        (page(b"", status="404 Not Found"), {}, "not_found", "The address is gone"),
        (b"<html><p>sorry</p></html>", {}, "page_instead", "A web page came"),
        (
            prices(1.0),
            {"mapping": {"columns": {"place": "city"}}},
            "parts_missing",
            "Nothing leads to: indicator, period, value.",
        ),
        (prices(1.0).replace(b"2026-06", b"soon"), {}, "previewed_blocked", "nothing could be"),
    ],
)
def test_what_goes_wrong_is_the_end_of_it_in_a_sentence(
    dataset: Dataset, server: Server, answer: Any, reading: dict[str, Any], ends: str, words: str
) -> None:
    run = done(preview(server.serve("/a.csv", answer), **reading))
    assert run.outcome == ends
    assert words in said(run)


def test_a_machine_that_is_not_there_ends_it_without_a_promise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetching, "LIMITS", Limits(attempts=1))
    price_dataset()
    run = done(preview("http://absent.invalid/a.csv"))
    assert said(run) == "There is no machine named absent.invalid: is the address right?"


def test_a_second_worker_finds_nothing_to_do(dataset: Dataset, server: Server) -> None:
    run = done(preview(server.serve("/a.csv", prices(1.01))))
    tasks.preview_feed(run_id=run.pk)
    assert len(server.asked) == 1


def test_a_dead_workers_preview_is_closed_and_a_lost_task_sent_again(
    dataset: Dataset, django_capture_on_commit_callbacks: Any
) -> None:
    dead, waiting = preview(content=prices(1.0)), preview(content=prices(1.0))
    long_ago = timezone.now() - timedelta(minutes=10)
    Preview.objects.filter(pk=dead.pk).update(
        started_at=long_ago, heartbeat_at=long_ago, task_id="x", stage="reading"
    )
    Preview.objects.filter(pk=waiting.pk).update(asked_at=long_ago)
    tended = tending.tend()
    dead.refresh_from_db()
    assert (tended["closed_at_desk"], tended["sent_again"]) == (1, 1)
    assert (dead.outcome, dead.content) == ("worker_died", None)
    assert "Try it once more" in said(dead)


def test_old_previews_are_forgotten(dataset: Dataset) -> None:
    done(preview(content=prices(1.0)))
    assert tending.tend()["previews_forgotten"] == 0
    Preview.objects.update(finished_at=timezone.now() - timedelta(days=31))
    assert tending.tend()["previews_forgotten"] == 1
