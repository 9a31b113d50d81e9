"""Files handed in on the data desk."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from advisor.datasets import tasks
from advisor.datasets.admin import uploads
from advisor.datasets.bundled import BundledEdition
from advisor.datasets.models import Dataset, Deed, Upload
from advisor.datasets.roles import EDITOR
from tests.datasets.admin.people import address, signed_in
from tests.datasets.feeds import feed_of, price_dataset, prices, publish_prices

pytestmark = pytest.mark.django_db


@pytest.fixture
def dataset() -> Dataset:
    dataset = price_dataset()
    publish_prices(dataset)
    return dataset


def handed_in(client: Client, content: bytes = b"", **given: Any) -> Any:
    file = SimpleUploadedFile("prices.csv", content or prices(1.01))
    form = {"file": file, "why": "A letter of the office.", **given}
    return client.post(address("dataset_upload", "toys"), form)


def test_an_editor_hands_a_file_in_and_follows_it_to_its_draft(dataset: Dataset) -> None:
    editor = signed_in(EDITOR)
    assert address("dataset_upload", "toys") in editor.get(address("dataset_change", "toys")).text
    answer = handed_in(editor)
    upload = Upload.objects.get()
    assert answer.headers["Location"] == address("upload_change", upload.pk)
    assert 'hx-trigger="every 2s"' in editor.get(address("upload_change", upload.pk)).text
    tasks.take_in_upload(run_id=upload.pk)
    page = editor.get(address("upload_change", upload.pk)).text
    upload.refresh_from_db()
    assert address("version_change", upload.version_id) in page
    assert upload.file_name in editor.get(address("upload_changelist")).text
    deed = Deed.objects.get(what="upload")
    assert (deed.who, deed.dataset_id, deed.details["file"]) == (EDITOR, "toys", "prices.csv")


def test_only_the_datasets_own_feeds_can_say_how_it_is_read(dataset: Dataset) -> None:
    own, other = feed_of(dataset, ""), feed_of(price_dataset("others"), "")
    editor = signed_in(EDITOR)
    page = editor.get(address("dataset_upload", "toys")).text
    assert own.name in page
    assert other.name not in page
    assert handed_in(editor, feed=other.pk).status_code == 200
    assert handed_in(editor, feed=own.pk).status_code == 302


@pytest.mark.parametrize("missing", ["file", "why"])
def test_a_file_and_a_reason_are_asked_for(dataset: Dataset, missing: str) -> None:
    assert handed_in(signed_in(EDITOR), **{missing: ""}).status_code == 200
    assert not Upload.objects.exists()


def test_a_file_that_is_too_large_is_refused(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST_FILE", 1_000)
    answer = handed_in(signed_in(EDITOR))
    assert "It is larger than 1,000 bytes." in answer.text
    assert "A letter of the office." in answer.text
    assert not Upload.objects.exists()


def test_a_stranger_hands_nothing_in(dataset: Dataset) -> None:
    assert handed_in(signed_in("stranger")).status_code == 403


def test_rules_are_handed_in_without_a_feed(dataset: Dataset) -> None:
    editor = signed_in(EDITOR)
    form = editor.get(address("dataset_upload", "rules")).context["form"]
    assert [*form.fields] == ["file", "why"]
    file = SimpleUploadedFile("rules.json", b"{}")
    editor.post(address("dataset_upload", "rules"), {"file": file, "why": "A new law."})
    upload = Upload.objects.get()
    assert (upload.dataset_id, upload.feed, upload.whole) == ("rules", None, True)


def test_the_file_of_a_version_can_be_had_again_by_staff_alone(dataset: Dataset) -> None:
    rules = Dataset.objects.get(pk="rules").head
    answer = signed_in(EDITOR).get(address("version_file", rules.pk))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rules.json"'
    assert json.loads(answer.content).keys() == BundledEdition().rule_texts.keys()
    assert signed_in("stranger").get(address("version_file", rules.pk)).status_code == 403
