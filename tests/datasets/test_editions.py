"""Publishing, withdrawing and rolling back: linear, atomic, logged."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from advisor.datasets import drafting, editions
from advisor.datasets.contents import content
from advisor.datasets.editions import EditionError, OutdatedDraftError
from advisor.datasets.models import (
    Dataset,
    Deed,
    Edition,
    EditionVersion,
    Finding,
    SetAside,
    Status,
    Version,
)
from tests.datasets.toys import draft, entry, key, making, toy_dataset

pytestmark = pytest.mark.django_db

OLD, NEW = {key(): entry("1")}, {key(): entry("2")}


@pytest.fixture
def dataset() -> Dataset:
    return toy_dataset()


@pytest.fixture
def publisher() -> Any:
    return get_user_model().objects.create_user("publisher")


def publish(version: Version, **given: Any) -> Edition:
    return editions.publish(drafts=[version], **{"by": None, **given})


def versions_of(edition: Edition) -> dict[str, Version]:
    return {member.dataset_id: member.version for member in edition.members.all()}


def test_publishing_gives_the_next_serial_and_moves_the_head(dataset: Dataset) -> None:
    for serial, state in enumerate([OLD, NEW], start=1):
        version = draft(dataset, state)
        publish(version)
        dataset.refresh_from_db()
        assert (version.serial, version.status) == (serial, Status.PUBLISHED)
        assert dataset.head == version
        assert version.published_at is not None


def test_an_edition_holds_the_heads_of_all_datasets(dataset: Dataset) -> None:
    before = versions_of(Edition.objects.get())
    version = draft(dataset, OLD)
    assert versions_of(publish(version)) == before | {"toys": version}


def test_a_former_edition_still_names_the_version_of_its_time(dataset: Dataset) -> None:
    first = draft(dataset, OLD)
    edition = publish(first)
    publish(draft(dataset, NEW))
    assert versions_of(edition)["toys"] == first
    assert content(first) == OLD


def test_editions_of_a_day_are_counted(dataset: Dataset) -> None:
    noon = datetime(2030, 5, 1, 4, tzinfo=UTC)  # noon in China
    ids = [publish(draft(dataset, state), at=noon).id for state in (OLD, NEW)]
    late = publish(draft(dataset, OLD), at=datetime(2030, 5, 1, 17, tzinfo=UTC))
    assert ids == ["2030-05-01.1", "2030-05-01.2"]
    assert late.id == "2030-05-02.1"


def test_time_runs_one_way(dataset: Dataset) -> None:
    future = timezone.now() + timedelta(days=400)
    first = publish(draft(dataset, OLD), at=future)
    second = publish(draft(dataset, NEW), at=future - timedelta(days=1))
    assert second.published_at > first.published_at


def test_several_drafts_go_into_one_edition(dataset: Dataset) -> None:
    drafts = [draft(dataset, OLD), draft(toy_dataset("other_toys"), NEW)]
    edition = editions.publish(drafts=drafts, by=None)
    assert {"toys", "other_toys"} <= versions_of(edition).keys()
    assert Edition.objects.count() == 2


def test_a_draft_is_outdated_once_another_was_published(dataset: Dataset) -> None:
    first, second = draft(dataset, OLD), draft(dataset, NEW)
    publish(first)
    with pytest.raises(OutdatedDraftError):
        publish(second)
    assert second.serial is None


def test_nothing_is_published_where_one_of_several_drafts_cannot_be(dataset: Dataset) -> None:
    other = toy_dataset("other_toys")
    good, outdated = draft(dataset, OLD), draft(other, OLD)
    publish(draft(other, NEW))
    count = Edition.objects.count()
    with pytest.raises(OutdatedDraftError):
        editions.publish(drafts=[good, outdated], by=None)
    dataset.refresh_from_db()
    assert dataset.head is None
    assert Edition.objects.count() == count


@pytest.mark.parametrize("whole", [True, False])
def test_an_outdated_draft_is_compared_again(dataset: Dataset, whole: bool) -> None:
    publish(draft(dataset, {key(): entry("1"), key(period="2020"): entry("1")}))
    late = draft(dataset, {key(): entry("3")}, whole=whole)
    publish(draft(dataset, {key(period="2021"): entry("2")}, whole=False))
    again = drafting.compared_again(late)
    publish(again)
    assert again.compared_with == 2
    assert again.sha256 == late.sha256
    others = {} if whole else {key(period="2020"): entry("1"), key(period="2021"): entry("2")}
    assert content(again) == {key(): entry("3")} | others


def test_a_draft_that_is_compared_again_keeps_what_was_found_in_it(dataset: Dataset) -> None:
    publish(draft(dataset, OLD))
    late = draft(dataset, NEW)
    Finding.objects.create(version=late, severity="error", code="rows_lost", rows=3)
    SetAside.objects.create(version=late, row=7, content={"value": "x"}, code="not_a_number")
    publish(draft(dataset, {key(period="2021"): entry("2")}, whole=False))
    again = drafting.compared_again(late)
    assert [(one.code, one.rows) for one in again.findings.all()] == [("rows_lost", 3)]
    assert [(one.row, one.code) for one in again.set_aside.all()] == [(7, "not_a_number")]
    assert late.findings.count() == late.set_aside.count() == 1
    with pytest.raises(EditionError):
        publish(again, why="we looked at it")


def test_a_draft_with_an_error_is_not_published(dataset: Dataset) -> None:
    version = draft(dataset, OLD)
    Finding.objects.create(version=version, severity="error", code="rows_lost")
    with pytest.raises(EditionError):
        publish(version, why="we looked at it")


def test_a_draft_with_a_warning_needs_a_reason(dataset: Dataset) -> None:
    version = draft(dataset, OLD)
    Finding.objects.create(version=version, severity="warning", code="big_move")
    with pytest.raises(EditionError):
        publish(version, why="  ")
    publish(version, why="checked with the publisher")
    assert version.status == Status.PUBLISHED


def test_what_is_published_or_withdrawn_is_not_published_again(dataset: Dataset) -> None:
    first, second = draft(dataset, OLD), draft(dataset, NEW)
    publish(first)
    editions.withdraw(version=second, by=None, why="typing error")
    for version in (first, second):
        with pytest.raises(EditionError):
            publish(version)


def test_a_version_in_force_is_not_withdrawn(dataset: Dataset) -> None:
    version = draft(dataset, OLD)
    publish(version)
    with pytest.raises(EditionError):
        editions.withdraw(version=version, by=None, why="wrong")


def test_withdrawing_a_former_version_leaves_later_ones_as_they_are(dataset: Dataset) -> None:
    first = draft(dataset, OLD)
    publish(first)
    second = draft(dataset, OLD | {key(period="2025"): entry("9")})
    publish(second)
    editions.withdraw(version=first, by=None, why="wrong")
    assert content(second) == OLD | {key(period="2025"): entry("9")}
    with pytest.raises(EditionError):
        editions.roll_back(to=first, by=None, why="back")


def test_rolling_back_is_a_new_version_with_the_old_content(dataset: Dataset) -> None:
    first = draft(dataset, OLD)
    publish(first)
    publish(draft(dataset, NEW | {key(period="2025"): entry("9")}))
    edition = editions.roll_back(to=first, by=None, why="typed 万元 for 元")
    restored = versions_of(edition)["toys"]
    assert (restored.serial, restored.restores, restored.sha256) == (3, first, first.sha256)
    assert content(restored) == OLD
    assert restored.counts == {"rows": 1, "added": 0, "changed": 1, "gone": 1}


def test_the_version_in_force_and_a_draft_are_nothing_to_roll_back_to(dataset: Dataset) -> None:
    first = draft(dataset, OLD)
    publish(first)
    for version in (first, draft(dataset, NEW)):
        with pytest.raises(EditionError):
            editions.roll_back(to=version, by=None, why="back")


def test_the_rules_are_rolled_back_as_whole_files() -> None:
    rules = Dataset.objects.select_related("head").get(code="rules")
    first = rules.head
    changed = first.rule_files.files | {"labour": {}}
    version = drafting.draft_rules(dataset=rules, files=changed, making=making("new"))
    publish(version)
    restored = versions_of(editions.roll_back(to=first, by=None, why="labour was lost"))["rules"]
    assert restored.rule_files.files == first.rule_files.files


def test_every_deed_is_logged_with_who_what_and_why(dataset: Dataset, publisher: Any) -> None:
    first = draft(dataset, OLD)
    publish(first, by=publisher, why="first figures")
    publish(draft(dataset, NEW), by=publisher, why="new year")
    editions.roll_back(to=first, by=publisher, why="units were wrong")
    deeds = Deed.objects.filter(dataset=dataset).order_by("id")
    assert [(deed.what, deed.who, deed.why) for deed in deeds] == [
        ("publish", "publisher", "first figures"),
        ("publish", "publisher", "new year"),
        ("publish", "publisher", "units were wrong"),
        ("roll_back", "publisher", "units were wrong"),
    ]


def test_the_log_outlives_the_account(dataset: Dataset, publisher: Any) -> None:
    publish(draft(dataset, OLD), by=publisher)
    publisher.delete()
    deed = Deed.objects.get(dataset=dataset)
    assert (deed.by, deed.who) == (None, "publisher")


def test_a_serial_is_given_once(dataset: Dataset) -> None:
    first, second = draft(dataset, OLD), draft(dataset, NEW)
    publish(first)
    second.serial, second.status = 1, Status.PUBLISHED
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_an_edition_has_one_version_a_dataset(dataset: Dataset) -> None:
    version = draft(dataset, OLD)
    edition = publish(version)
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionVersion.objects.create(edition=edition, dataset=dataset, version=version)


@pytest.mark.django_db(transaction=True)
def test_two_publishers_at_once_lose_nothing_of_each_other() -> None:
    drafts = [draft(toy_dataset(f"toys_{number}"), OLD) for number in range(4)]

    def publish_one(version: Version) -> str:
        try:
            return publish(version).id
        finally:
            connection.close()

    with ThreadPoolExecutor(len(drafts)) as publishers:
        ids = list(publishers.map(publish_one, drafts))
    assert len(set(ids)) == len(drafts)
    newest = Edition.objects.order_by("-published_at")[0]
    assert {"toys_0", "toys_1", "toys_2", "toys_3"} <= versions_of(newest).keys()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_the_same_dataset_at_once_one_is_told_to_compare_again() -> None:
    dataset = toy_dataset()
    drafts = [draft(dataset, OLD), draft(dataset, NEW)]

    def publish_one(version: Version) -> bool:
        try:
            publish(version)
        except OutdatedDraftError:
            return False
        else:
            return True
        finally:
            connection.close()

    with ThreadPoolExecutor(len(drafts)) as publishers:
        published = list(publishers.map(publish_one, drafts))
    assert sorted(published) == [False, True]
    dataset.refresh_from_db()
    assert dataset.head == drafts[published.index(True)]
