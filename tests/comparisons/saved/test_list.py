"""The list: searched, sorted, paged in a constant number of queries; deeds with undo."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from advisor.comparisons.models import SavedComparison
from advisor.comparisons.saved import keeping
from advisor.comparisons.tasks import delete_old_comparisons
from tests.comparisons.saved.cases import ASKED, member, newest, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(client: Client) -> tuple[Client, SavedComparison]:
    owner = member("owner")
    client.force_login(owner)
    return client, saved(owner, name="Bees", note="honey")


def copies(comparison: SavedComparison, count: int) -> None:
    content = keeping.content_again(newest(comparison))
    for number in range(count):
        label = keeping.Label(name=f"Copy {number:02}")
        keeping.keep_new(comparison.owner_id, content, label)


def test_it_shows_what_is_mine_with_the_verdict(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    saved(member("stranger"), name="Not mine")
    page = client.get("/en/saved/").content.decode()
    assert "Bees" in page
    assert "honey" in page
    assert "Shenzhen: " in page
    assert "Not mine" not in page
    assert f"/en/saved/{comparison.pk}/" in page


def test_it_is_searched_sorted_and_paged(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    copies(comparison, 24)
    found = client.get("/en/saved/?q=hone").content.decode()
    assert "Bees" in found
    assert "Copy" not in found.split('class="shelf"')[1]
    by_name = client.get("/en/saved/?sort=name").content.decode()
    assert by_name.index(">Bees<") < by_name.index(">Copy 00<")
    assert 'href="?sort=name&amp;page=2"' in by_name
    assert ">Copy 23<" in client.get("/en/saved/?sort=name&page=2").content.decode()
    odd = client.get("/en/saved/?sort=nonsense&show=other&page=-7")
    assert odd.status_code == 200


def test_it_takes_as_many_queries_for_many_as_for_few(
    shelf: tuple[Client, SavedComparison],
) -> None:
    client, comparison = shelf
    client.get("/en/saved/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/en/saved/")
    copies(comparison, 24)
    with CaptureQueriesContext(connection) as many:
        client.get("/en/saved/")
    assert len(many) == len(few)


def test_what_was_deleted_can_be_brought_back(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    gone = client.post(f"/en/saved/{comparison.pk}/delete/")
    assert gone.headers["Location"] == f"/en/saved/?undo={comparison.pk}"
    for path in ("", "label/", "1/"):
        opened = client.get(f"/en/saved/{comparison.pk}/{path}")
        assert opened.headers["Location"] == gone.headers["Location"]
    page = client.get(gone.headers["Location"]).content.decode()
    assert "“Bees” is deleted" in page
    assert "Bees" in client.get("/en/saved/?show=deleted").content.decode()
    client.post(f"/en/saved/{comparison.pk}/delete/")  # sent twice
    assert client.post(f"/en/saved/{comparison.pk}/restore/").status_code == 302
    assert client.get(f"/en/saved/{comparison.pk}/").status_code == 200


def test_thirty_days_after_its_deletion_it_is_gone(shelf: tuple[Client, SavedComparison]) -> None:
    _client, comparison = shelf
    other = saved(comparison.owner, {**ASKED, "savings": 1})
    keeping.delete(comparison)
    keeping.delete(other)
    long_ago = timezone.now() - timedelta(days=31)
    SavedComparison.objects.filter(pk=comparison.pk).update(deleted_at=long_ago)
    delete_old_comparisons()
    assert list(SavedComparison.objects.all()) == [other]


def test_it_is_put_away_and_back(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    client.post(f"/en/saved/{comparison.pk}/archive/")
    client.get("/en/saved/")  # says so once
    assert "Bees" not in client.get("/en/saved/").content.decode()
    assert "Bees" in client.get("/en/saved/?show=archived").content.decode()
    client.post(f"/en/saved/{comparison.pk}/archive/", {"back": "1"})
    assert "Bees" in client.get("/en/saved/").content.decode()


def test_a_copy_is_the_same_and_made_once(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    for _ in range(2):
        client.post(f"/en/saved/{comparison.pk}/1/copy/", {"once": "b" * 22})
    copy = SavedComparison.objects.get(name="Copy of Bees")
    assert newest(copy).gist == newest(comparison).gist
    assert newest(copy).shown.count() == 2
    assert copy.uses.count() == comparison.uses.count() > 0
    assert client.get(f"/en/saved/{copy.pk}/").status_code == 200


def test_name_and_note_are_changed(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    address = f"/en/saved/{comparison.pk}/label/"
    assert "honey" in client.get(address).content.decode()
    sent = {"name": "Ants", "note": "<b>", "owner": "1", "newest": "7"}
    client.post(address, sent)
    comparison.refresh_from_db()
    assert (comparison.name, comparison.note, comparison.newest) == ("Ants", "<b>", 1)
    assert "&lt;b&gt;" in client.get(f"/en/saved/{comparison.pk}/").content.decode()
    assert client.post(address, {"name": "x" * 81}).status_code == 422


def test_two_are_set_side_by_side(shelf: tuple[Client, SavedComparison]) -> None:
    client, comparison = shelf
    other = saved(comparison.owner, {**ASKED, "earners": [{"pay": {"gross_monthly": 9000}}]})
    page = client.get(f"/en/saved/sides/?one={comparison.pk}&one={other.pk}.1").content.decode()
    assert "CNY\N{NO-BREAK SPACE}4,567" in page
    assert "CNY\N{NO-BREAK SPACE}9,000" in page
    assert "What was asked differently" in page
    assert "Choose two" in client.get(f"/en/saved/sides/?one={comparison.pk}").content.decode()
    for wrong in ("x", f"{other.pk}.2", f"{other.pk}.x", f"{other.pk}.{'9' * 40}"):
        answer = client.get("/en/saved/sides/", {"one": [comparison.pk, wrong]})
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("", "get"), ("1/", "get"), ("label/", "get"), ("label/", "post"), ("archive/", "post"),
        ("delete/", "post"), ("restore/", "post"), ("1/edit/", "post"), ("1/copy/", "post"),
    ],
)  # fmt: skip
def test_to_a_stranger_there_is_nothing_and_a_visitor_is_asked_to_log_in(
    client: Client, path: str, method: str
) -> None:
    comparison = saved(member("owner"))
    address = f"/en/saved/{comparison.pk}/{path}"
    visited = getattr(client, method)(address)
    assert visited.status_code == 302
    assert "next=" in visited.headers["Location"]
    client.force_login(member("stranger"))
    assert getattr(client, method)(address).status_code == 404
    comparison.refresh_from_db()
    assert (comparison.deleted_at, comparison.archived_at) == (None, None)
    assert "no-store" in getattr(client, method)(address).headers.get("Cache-Control", "no-store")
