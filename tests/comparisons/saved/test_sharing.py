"""Links to share: opaque, read-only, ending, taken back; without amounts where asked."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from advisor.comparisons.models import SavedComparison, ShareLink
from advisor.comparisons.saved import keeping, sharing
from tests.comparisons.saved.cases import ASKED, member, newest, publish_dearer, saved

pytestmark = pytest.mark.django_db
AMOUNT = re.compile(r"CNY|元|\d{3,}(?![\d%])|\d,\d{3}")
SECRET = {"name": "Bob's 12345", "note": "my note"}


def link(*, hides: bool, days: int = 7) -> tuple[ShareLink, str]:
    comparison = saved(member("owner"), **SECRET)
    made = sharing.make_link(newest(comparison), days=days, hides_amounts=hides)
    return made, f"/en/share/{sharing.token_of(made)}/"


def words_of(page: str) -> str:
    """What is read on a page, without its frame, days and the name of the edition."""
    main = page.partition("<main")[2].partition("</main")[0]
    return re.sub(r"20\d\d-\d\d-\d\d(\.\d)?|<[^>]*>", " ", main)


def test_whoever_has_the_link_sees_what_was_shown_and_nothing_else(client: Client) -> None:
    _link, address = link(hides=False)
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "12,345" in page
    for hidden in ("Bob", "my note", "owner@example.org", "/saved/"):
        assert hidden not in page
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("language", ["", "/en"])
def test_with_amounts_hidden_there_are_only_ratios(client: Client, language: str) -> None:
    _link, address = link(hides=True)
    page = client.get(language + address.removeprefix("/en")).content.decode()
    words = words_of(page)
    assert AMOUNT.findall(words) == []
    assert "%" in words
    for hidden in ("Bob", "my note", "owner@example.org", "/saved/", "4567", "4,567"):
        assert hidden not in page


def test_without_pay_there_is_nothing_to_set_against(client: Client) -> None:
    document = {**ASKED, "earners": [{"pay": {"gross_monthly": 0}}]}
    made = sharing.make_link(newest(saved(member("o"), document)), days=7, hides_amounts=True)
    page = client.get(f"/en/share/{sharing.token_of(made)}/").content.decode()
    assert "no pay today" in page
    assert AMOUNT.findall(words_of(page)) == []


def test_newer_data_changes_nothing_of_it(client: Client) -> None:
    _link, address = link(hides=False)
    before = client.get(address).content
    publish_dearer("rents")
    assert client.get(address).content == before


def test_a_link_ends_is_taken_back_and_dies_with_what_it_shows(client: Client) -> None:
    made, address = link(hides=True)
    ShareLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    ended = client.get(address)
    assert (ended.status_code, "time has run out" in ended.content.decode()) == (410, True)
    ShareLink.objects.update(expires_at=timezone.now() + timedelta(days=1))
    comparison = SavedComparison.objects.get()
    keeping.delete(comparison)
    assert client.get(address).status_code == 410
    keeping.bring_back(comparison)
    assert client.get(address).status_code == 200
    sharing.take_back(made)
    back = client.get(address)
    assert (back.status_code, "taken it back" in back.content.decode()) == (410, True)
    comparison.owner.delete()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("token", ["x", "a" * 43, "a" * 400])
def test_a_guessed_link_opens_nothing(client: Client, token: str) -> None:
    answer = client.get(f"/en/share/{token}/")
    assert answer.status_code == 404
    assert "This link opens nothing" in answer.content.decode()


def test_the_database_holds_neither_token_nor_what_it_is_made_of() -> None:
    made, address = link(hides=True)
    token = address.split("/")[3]
    assert len(token) == 43
    kept = [str(value) for value in ShareLink.objects.values_list().get()]
    assert not any(token in value for value in kept)
    assert made.nonce not in token


def test_the_owner_makes_sees_and_takes_back_links(client: Client) -> None:
    comparison = saved(owner := member("owner"), **SECRET)
    client.force_login(owner)
    page = f"/en/saved/{comparison.pk}/1/share/"
    assert client.post(page, {"days": "7", "shows": "ratios", "version": "9"}).status_code == 302
    made = ShareLink.objects.get()
    assert made.hides_amounts
    assert timedelta(days=6) < made.expires_at - timezone.now() <= timedelta(days=7)
    assert (
        f"http://testserver/en/share/{sharing.token_of(made)}/" in client.get(page).content.decode()
    )
    for wrong in ({}, {"days": "8", "shows": "ratios"}, {"days": "7", "shows": "all"}):
        assert client.post(page, wrong).status_code == 422
    back = f"/en/saved/{comparison.pk}/unshare/{made.pk}/"
    other = saved(stranger := member("stranger"))
    client.force_login(stranger)
    assert client.post(back).status_code == 404
    assert client.post(f"/en/saved/{other.pk}/unshare/{made.pk}/").status_code == 404
    assert client.get(page).status_code == client.post(page).status_code == 404
    client.force_login(owner)
    assert client.post(back).status_code == 302
    assert sharing.token_of(made) not in client.get(page).content.decode()
    made.refresh_from_db()
    assert made.revoked_at is not None


def test_there_are_at_most_fifty_living_links(client: Client) -> None:
    comparison = saved(owner := member("owner"))
    version = newest(comparison)
    for _ in range(sharing.MOST_ALIVE):
        sharing.make_link(version, days=7, hides_amounts=True)
    client.force_login(owner)
    page = f"/en/saved/{comparison.pk}/1/share/"
    client.post(page, {"days": "7", "shows": "ratios"})
    assert ShareLink.objects.count() == sharing.MOST_ALIVE
    assert "too many links" in client.get(page).content.decode()
