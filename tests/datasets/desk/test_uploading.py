"""Uploads: a file of staff becomes a draft, or a sentence; its bytes go either way."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.utils import translation

from advisor.datasets import editions, tasks
from advisor.datasets.desk import asking, uploading
from advisor.datasets.editions import EditionError
from advisor.datasets.models import Dataset, Deed, Origin, Status, Upload, Version
from advisor.datasets.wording.sentences import desk_sentence
from tests.datasets.feeds import PRICE, feed_of, price_dataset, prices, publish_prices

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset() -> Dataset:
    dataset = price_dataset()
    publish_prices(dataset)
    return dataset


@pytest.fixture
def editor() -> Any:
    return get_user_model().objects.create_user("editor", is_staff=True)


def upload(content: bytes, by: Any = None, **given: Any) -> Upload:
    row = Upload(
        **{"dataset_id": "toys", "file_name": "a.csv", "reason": "A letter.", **given},
        content=asking.packed([content]),
    )
    asking.ask(row, by=by)
    return row


def done(row: Upload) -> Upload:
    tasks.take_in_upload(run_id=row.pk)
    row.refresh_from_db()
    assert row.finished_at is not None
    assert row.content is None
    return row


def test_a_tidy_file_becomes_a_draft_that_somebody_else_publishes(
    dataset: Dataset, editor: Any
) -> None:
    row = done(upload(prices(1.01), by=editor))
    assert (row.outcome, row.params["added"]) == ("waits", 60)
    version = row.version
    assert (version.status, version.origin) == (Status.DRAFT, Origin.UPLOAD)
    assert (version.created_by, version.raw_file.name) == (editor, "a.csv")
    deed = Deed.objects.get(version=version)
    assert (deed.what, deed.who, deed.why) == ("draft", "editor", "A letter.")
    with translation.override("en"), pytest.raises(EditionError, match="somebody else"):
        editions.publish(drafts=[version], by=editor)


def test_a_file_is_read_like_a_feed(dataset: Dataset) -> None:
    feed = feed_of(
        dataset,
        "",
        format="json",
        mapping={
            "records": "data",
            "columns": {"place": "city", "value": "price"},
            "constants": {"indicator": f"toys_{PRICE}", "period": "2026-06"},
        },
    )
    row = done(upload('{"data": [{"city": "辽源市", "price": 3100}]}'.encode(), feed=feed))
    assert (row.outcome, row.params["added"]) == ("waits", 1)


@pytest.mark.parametrize(
    ("content", "ends", "said"),
    [
        (b"", "empty", "The file is empty."),
        (b"PK\x03\x04", "other_format", "The file is XLSX or ZIP"),
        (b"city,price\nx,1\n", "not_tidy", "None of the known columns is there"),
        (prices(1.0).replace(b"2026-06", b"soon"), "blocked", "mend the file, and upload it again"),
    ],
)
def test_what_can_not_be_taken_ends_in_a_sentence(
    dataset: Dataset, content: bytes, ends: str, said: str
) -> None:
    row = done(upload(content))
    with translation.override("en"):
        assert said in desk_sentence(row.outcome, row.params)
    assert row.outcome == ends


def test_a_file_that_says_nothing_new_leaves_no_draft(dataset: Dataset) -> None:
    count = Version.objects.count()
    assert done(upload(prices(period="2026-05"))).outcome == "nothing_new"
    assert Version.objects.count() == count


def test_whose_run_was_closed_meanwhile_leaves_no_draft(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker taken for dead finds out when it ends: the draft goes with the transaction."""
    drafted, count = uploading.drafted, Version.objects.count()

    def closed_meanwhile(*args: Any, **given: Any) -> Version:
        Upload.objects.update(finished_at="2026-11-24T00:00:00Z", outcome="worker_died")
        return drafted(*args, **given)

    monkeypatch.setattr(uploading, "drafted", closed_meanwhile)
    row = upload(prices(1.01))
    tasks.take_in_upload(run_id=row.pk)
    assert Version.objects.count() == count
