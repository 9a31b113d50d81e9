"""Deeds on the data desk: who may do them, what they ask, what they do and what they say."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from advisor.datasets import editions
from advisor.datasets.models import (
    Dataset,
    Deed,
    Edition,
    Finding,
    Origin,
    SetAside,
    Status,
    Version,
)
from advisor.datasets.roles import EDITOR, PUBLISHER
from tests.datasets.toys import draft, entry, key, toy_dataset

pytestmark = pytest.mark.django_db

OLD, NEW = {key(): entry("1")}, {key(): entry("2")}
WHY = {"why": "The office confirmed it."}


@pytest.fixture
def dataset() -> Dataset:
    return toy_dataset()


@pytest.fixture
def former(dataset: Dataset) -> Version:
    """The first version, no more in force."""
    first = draft(dataset, OLD)
    editions.publish(drafts=[first], by=None)
    editions.publish(drafts=[draft(dataset, NEW)], by=None)
    return first


@pytest.fixture
def waiting(dataset: Dataset) -> Version:
    """A draft that a refresh left, upon a version in force."""
    editions.publish(drafts=[draft(dataset, OLD)], by=None)
    return draft(dataset, NEW, origin=Origin.REFRESH)


def person(role: str) -> Any:
    """A new member of staff in that role; `superuser` may do everything, `stranger` nothing."""
    if role == "superuser":
        return get_user_model().objects.create_superuser(role)
    user = get_user_model().objects.create_user(role, is_staff=True)
    if role in (EDITOR, PUBLISHER):
        user.groups.add(Group.objects.get(name=role))
    return user


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(person(role))
    return client


def address(version: Version, page: str) -> str:
    with override("en"):
        return reverse(f"admin:datasets_version_{page}", args=[version.pk])


def done(client: Client, version: Version, deed: str, why: str = WHY["why"]) -> HttpResponse:
    return client.post(address(version, deed), {"why": why})


def said(answer: HttpResponse) -> str:
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


@pytest.mark.parametrize(
    ("role", "status"), [("stranger", 403), (EDITOR, 403), (PUBLISHER, 302), ("superuser", 302)]
)
def test_only_publishers_publish(role: str, status: int, waiting: Version) -> None:
    client, count = signed_in(role), Edition.objects.count()
    assert done(client, waiting, "publish").status_code == status
    waiting.refresh_from_db()
    assert (waiting.status == Status.PUBLISHED) == (status == 302)
    assert Edition.objects.count() - count == (status == 302)


@pytest.mark.parametrize(("role", "status"), [("stranger", 403), (EDITOR, 403), (PUBLISHER, 302)])
@pytest.mark.parametrize("deed", ["roll_back", "withdraw"])
def test_only_publishers_touch_what_was_in_force(
    deed: str, role: str, status: int, former: Version
) -> None:
    assert done(signed_in(role), former, deed).status_code == status
    assert Deed.objects.filter(what=deed, version=former).exists() == (status == 302)


def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client, waiting: Version) -> None:
    answer = done(client, waiting, "publish")
    assert answer.status_code == 302
    assert "/admin/login/" in answer.headers["Location"]
    assert not Deed.objects.filter(version=waiting).exists()


def test_an_editor_closes_a_draft(waiting: Version) -> None:
    done(signed_in(EDITOR), waiting, "withdraw")
    waiting.refresh_from_db()
    assert waiting.status == Status.WITHDRAWN
    deed = Deed.objects.get(version=waiting)
    assert (deed.who, deed.what, deed.why) == (EDITOR, "withdraw", WHY["why"])


def test_asking_changes_nothing(waiting: Version) -> None:
    client = signed_in(PUBLISHER)
    for deed in ("publish", "withdraw"):
        assert client.get(address(waiting, deed)).status_code == 200
    waiting.refresh_from_db()
    assert waiting.status == Status.DRAFT


def test_a_deed_that_needs_a_reason_asks_for_it_again(waiting: Version, former: Version) -> None:
    client = signed_in(PUBLISHER)
    for version, deed in ((waiting, "withdraw"), (former, "roll_back")):
        answer = done(client, version, deed, why="  ")
        assert answer.status_code == 200
        assert "errorlist" in answer.text
    assert not Deed.objects.filter(by__isnull=False).exists()


def test_warnings_ask_for_a_reason_and_nothing_found_does_not(waiting: Version) -> None:
    client = signed_in(PUBLISHER)
    warning = Finding.objects.create(version=waiting, severity="warning", code="empty", rows=0)
    assert done(client, waiting, "publish", why="").status_code == 200
    warning.delete()
    assert done(client, waiting, "publish", why="").status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == Status.PUBLISHED


def test_a_refusal_is_said_and_changes_nothing(waiting: Version) -> None:
    Finding.objects.create(version=waiting, severity="error", code="empty", rows=0)
    answer = done(signed_in(PUBLISHER), waiting, "publish")
    assert "Errors were found in this draft: it cannot be published." in said(answer)
    waiting.refresh_from_db()
    assert waiting.status == Status.DRAFT


def test_rolling_back_restores_what_was_in_force(dataset: Dataset, former: Version) -> None:
    done(signed_in(PUBLISHER), former, "roll_back")
    dataset.refresh_from_db()
    assert dataset.head.restores == former


def test_an_outdated_draft_is_compared_again_and_the_old_one_closed(
    dataset: Dataset, waiting: Version
) -> None:
    editions.publish(drafts=[draft(dataset, {key(): entry("3")})], by=None)
    client = signed_in(EDITOR)
    assert "compare_again" in client.get(address(waiting, "change")).text
    answer = done(client, waiting, "compare_again", why="")
    again = dataset.versions.drafts().get()
    assert answer.headers["Location"] == address(again, "change")
    dataset.refresh_from_db()
    assert again.compared_with == dataset.head.serial
    waiting.refresh_from_db()
    assert waiting.status == Status.WITHDRAWN
    assert Deed.objects.get(what="compare_again").version == again


@pytest.mark.parametrize("origin", [Origin.UPLOAD, Origin.CORRECTION])
def test_nobody_publishes_what_they_made_by_hand(dataset: Dataset, origin: Origin) -> None:
    client = signed_in("superuser")
    maker = get_user_model().objects.get(username="superuser")
    own = draft(dataset, OLD, origin=origin, by=maker)
    assert "somebody else must" in said(done(client, own, "publish"))
    own.refresh_from_db()
    assert own.status == Status.DRAFT
    done(signed_in(PUBLISHER), own, "publish")
    own.refresh_from_db()
    assert own.status == Status.PUBLISHED


@pytest.mark.parametrize(
    ("role", "offered"),
    [("stranger", None), (EDITOR, {"withdraw"}), (PUBLISHER, {"publish", "withdraw"})],
)
def test_a_version_offers_what_its_reader_may_do(
    role: str, offered: set[str] | None, waiting: Version
) -> None:
    page = signed_in(role).get(address(waiting, "change"))
    if offered is None:
        assert page.status_code == 403
        return
    deeds = ("publish", "withdraw", "roll_back", "compare_again")
    assert {deed for deed in deeds if address(waiting, deed) in page.text} == offered


def test_a_version_says_what_was_found_what_moved_and_what_was_set_aside(waiting: Version) -> None:
    Finding.objects.create(version=waiting, severity="error", code="empty", rows=0)
    SetAside.objects.create(version=waiting, row=7, content={}, code="value_missing")
    page = signed_in(EDITOR).get(address(waiting, "change")).text
    assert "New figures: 0; changed: 1; gone: 0." in page
    assert "Liaoyuan (220400)" in page
    assert "It has no value." in page


def test_datasets_say_what_they_cover_and_how_fresh_they_are(dataset: Dataset) -> None:
    with override("en"):
        address_of_all = reverse("admin:datasets_dataset_changelist")
    client = signed_in(EDITOR)
    assert "1 figures of 1 places" not in client.get(address_of_all).text
    editions.publish(drafts=[draft(dataset, OLD)], by=None)
    page = client.get(address_of_all).text
    assert "1 figures of 1 places, to 2024" in page
    assert "on time" in page


def test_the_page_of_a_dataset_lists_its_versions(dataset: Dataset, former: Version) -> None:
    with override("en"):
        address_of_one = reverse("admin:datasets_dataset_change", args=[dataset.pk])
    assert address(former, "change") in signed_in(EDITOR).get(address_of_one).text


def test_the_log_says_who_did_what_and_why_in_words(former: Version) -> None:
    client = signed_in(PUBLISHER)
    done(client, former, "roll_back")
    with override("en"):
        page = client.get(reverse("admin:datasets_deed_changelist")).text
    for words in (PUBLISHER, "rolled back", WHY["why"]):
        assert words in page
