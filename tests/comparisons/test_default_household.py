"""The household that somebody keeps in their account, to start comparisons from."""

import pytest
from django.test import Client

from advisor.accounts.models import User
from advisor.comparisons.models import Draft
from tests.accounts.people import person, visitor

pytestmark = pytest.mark.django_db
ASKED = {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"}


@pytest.fixture
def owner() -> Client:
    client = visitor(person())
    client.post("/check/", ASKED)
    return client


def test_nothing_is_kept_without_being_asked_for(owner: Client) -> None:
    assert User.objects.get().household is None


def test_a_new_comparison_starts_from_the_household_that_is_kept(owner: Client) -> None:
    owner.post("/household/keep/")
    first = Draft.objects.get()
    answer = owner.post("/household/start/")
    started = Draft.objects.exclude(pk=first.pk).get()
    assert answer.headers["Location"] == f"/c/{started.pk}/"
    assert started.document == first.document == User.objects.get().household


def test_it_can_be_forgotten(owner: Client) -> None:
    owner.post("/household/keep/")
    owner.post("/household/forget/")
    assert User.objects.get().household is None
    assert owner.post("/household/start/").headers["Location"] == "/"


def test_without_a_comparison_there_is_nothing_to_keep() -> None:
    client = visitor(person())
    page = client.post("/en/household/keep/", follow=True).content.decode()
    assert "There is no comparison yet" in page
    assert User.objects.get().household is None


def test_it_belongs_to_its_owner_alone(owner: Client) -> None:
    owner.post("/household/keep/")
    stranger = visitor(person("stranger@quliu.example"))
    stranger.post("/household/start/")
    stranger.post("/household/forget/")
    assert Draft.objects.count() == 1
    assert User.objects.exclude(household__isnull=True).count() == 1
    assert "/login/" in visitor().post("/household/keep/").headers["Location"]
