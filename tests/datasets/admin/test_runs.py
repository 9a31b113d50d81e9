"""Feeds and their runs on the data desk: refreshed by hand, followed while they run."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from advisor.datasets.models import Deed, Feed, RefreshRun
from advisor.datasets.roles import EDITOR
from tests.datasets.feeds import feed_of, price_dataset

pytestmark = pytest.mark.django_db


@pytest.fixture
def feed() -> Feed:
    return feed_of(price_dataset(), "https://office.example/prices.csv")


@pytest.fixture
def run(feed: Feed) -> RefreshRun:
    """A run that a worker is at."""
    return RefreshRun.objects.create(
        feed=feed, asked_at=timezone.now(), stage="reading", progress={"bytes": 4096}
    )


@pytest.fixture
def editor(client: Client) -> Client:
    user = get_user_model().objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name=EDITOR))
    client.force_login(user)
    return client


def address(name: str, *args: object) -> str:
    with translation.override("en"):
        return reverse(f"admin:datasets_{name}", args=args)


def ended(run: RefreshRun, outcome: str) -> None:
    run.outcome, run.finished_at = outcome, timezone.now()
    run.save()


def test_an_editor_refreshes_a_feed_and_lands_on_its_run(editor: Client, feed: Feed) -> None:
    assert address("feed_refresh", feed.pk) in editor.get(address("feed_change", feed.pk)).text
    answer = editor.post(address("feed_refresh", feed.pk))
    run = feed.runs.get()
    assert answer.headers["Location"] == address("refreshrun_change", run.pk)
    assert run.asked_by.username == "editor"
    deed = Deed.objects.get(what="refresh")
    assert (deed.who, deed.details) == ("editor", {"feed": feed.name, "run": run.pk})


def test_a_refresh_asked_for_twice_is_one_run(editor: Client, feed: Feed) -> None:
    for _time in range(2):
        editor.post(address("feed_refresh", feed.pk))
    assert feed.runs.count() == 1


def test_a_feed_is_not_refreshed_by_looking_nor_by_a_stranger(client: Client, feed: Feed) -> None:
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    assert client.get(address("feed_refresh", feed.pk)).status_code == 403
    assert client.post(address("feed_refresh", feed.pk)).status_code == 403
    assert not feed.runs.exists()


def test_a_feed_whose_files_staff_upload_offers_no_refresh(editor: Client, feed: Feed) -> None:
    Feed.objects.update(address="")
    page = editor.get(address("feed_change", feed.pk)).text
    assert address("feed_refresh", feed.pk) not in page


def test_the_lists_say_how_it_went(editor: Client, run: RefreshRun) -> None:
    assert "reading" in editor.get(address("feed_changelist")).text
    ended(run, "unchanged")
    for page in ("feed_changelist", "refreshrun_changelist"):
        assert (
            "The source has not changed since the last refresh." in editor.get(address(page)).text
        )


def test_a_page_asks_again_while_the_run_is_open_and_then_no_more(
    editor: Client, run: RefreshRun
) -> None:
    state = address("refreshrun_state", run.pk)
    page = editor.get(address("refreshrun_change", run.pk)).text
    assert f'hx-get="{state}"' in page
    assert "bytes: 4096" in page
    asked = editor.get(state, headers={"HX-Request": "true"})
    assert 'hx-trigger="every 2s"' in asked.text
    assert "<html" not in asked.text
    ended(run, "unchanged")
    asked = editor.get(state, headers={"HX-Request": "true"})
    assert "hx-trigger" not in asked.text
    assert "Nothing to do." in asked.text


def test_without_scripts_the_state_is_the_page(editor: Client, run: RefreshRun) -> None:
    answer = editor.get(address("refreshrun_state", run.pk))
    assert answer.headers["Location"] == address("refreshrun_change", run.pk)


def test_a_stranger_follows_no_run(client: Client, run: RefreshRun) -> None:
    client.force_login(get_user_model().objects.create_user("stranger", is_staff=True))
    assert client.get(address("refreshrun_state", run.pk)).status_code == 403
