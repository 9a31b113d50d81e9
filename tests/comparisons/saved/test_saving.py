"""Saving: asked for an account only here, nothing lost without a word, shown again as it was."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from advisor.comparisons.models import Draft, SavedComparison, SavedVersion
from advisor.comparisons.models.saved import ChangedVersionError
from advisor.comparisons.saved.shown import kept_page
from tests.comparisons.saved.cases import (
    ASKED,
    draft_of,
    member,
    newest,
    publish_dearer,
    saved,
)

pytestmark = pytest.mark.django_db
OTHER: dict[str, Any] = {**ASKED, "earners": [{"pay": {"gross_monthly": 6000}}]}


def test_an_account_is_asked_for_only_at_saving_and_the_draft_is_kept(client: Client) -> None:
    checked = client.post(
        "/en/check/", {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"}
    )
    draft = Draft.objects.get()
    answer = client.get(checked.headers["Location"]).content.decode()
    assert f'href="/en/c/{draft.pk}/save/"' in answer
    asked = client.get(f"/en/c/{draft.pk}/save/")
    assert asked.status_code == 302
    assert f"next=%2Fen%2Fc%2F{draft.pk}%2Fsave%2F" in asked.headers["Location"]
    client.force_login(member("owner"))
    assert client.get(f"/en/c/{draft.pk}/save/").status_code == 200


def test_what_was_shown_is_shown_again_whatever_the_data_says(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    comparison = saved(owner)
    version = newest(comparison)
    address = f"/en/saved/{comparison.pk}/"
    page = client.get(address).content.decode()
    with translation.override("zh-hans"):
        in_chinese = str(kept_page(version))
    assert in_chinese in client.get(f"/saved/{comparison.pk}/").content.decode()
    publish_dearer("rents")
    publish_dearer("wages")
    again = client.get(address).content.decode()
    shown = re.compile(r'<div class="stack as-shown">.*?<section class="no-print"', re.DOTALL)
    before, after = shown.search(page), shown.search(again)
    assert before is not None
    assert after is not None
    assert before.group() == after.group()
    assert "Shenzhen" in after.group()
    assert "/en/c/" not in after.group()  # nothing that would change it


def test_a_form_sent_twice_saves_once(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    draft = draft_of(owner)
    sent = {"name": "Mine", "note": "why", "once": "a" * 22}
    first, second = (client.post(f"/en/c/{draft.pk}/save/", sent) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert SavedComparison.objects.count() == SavedVersion.objects.count() == 1


def test_without_a_name_it_is_called_by_its_cities(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    client.post(f"/en/c/{draft_of(owner).pk}/save/")
    assert SavedComparison.objects.get().name == "Liaoyuan → Shenzhen"


def test_a_changed_draft_becomes_the_next_version_and_the_first_stays(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    comparison = saved(owner)
    first = newest(comparison)
    opened = client.post(f"/en/saved/{comparison.pk}/1/edit/")
    draft = Draft.objects.get()
    assert opened.headers["Location"] == f"/en/c/{draft.pk}/"
    Draft.objects.filter(pk=draft.pk).update(document=OTHER)
    sent = {"as": "version", "based_on": "1"}
    assert client.post(f"/en/c/{draft.pk}/save/", sent).status_code == 302
    second = newest(comparison)
    assert (second.number, second.document) == (2, OTHER)
    assert second.gist != first.gist
    assert client.get(f"/en/saved/{comparison.pk}/1/").status_code == 200
    assert SavedVersion.objects.get(comparison=comparison, number=1).gist == first.gist


def test_of_two_tabs_the_second_is_told_and_loses_nothing(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    comparison = saved(owner)
    tabs = [
        draft_of(owner, document, saved=comparison, saved_number=1)
        for document in (OTHER, {**OTHER, "savings": 9000})
    ]
    sent = {"as": "version", "based_on": "1"}
    assert client.post(f"/en/c/{tabs[0].pk}/save/", sent).status_code == 302
    told = client.post(f"/en/c/{tabs[1].pk}/save/", sent)
    assert told.status_code == 409
    page = told.content.decode()
    assert "Version 2 was saved meanwhile" in page
    assert 'name="based_on" value="2"' in page
    assert newest(comparison).document == OTHER
    again = client.post(f"/en/c/{tabs[1].pk}/save/", {"as": "version", "based_on": "2"})
    assert again.status_code == 302
    assert newest(comparison).document == {**OTHER, "savings": 9000}


def test_a_version_sent_twice_is_saved_once(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    comparison = saved(owner)
    draft = draft_of(owner, OTHER, saved=comparison, saved_number=1)
    sent = {"as": "version", "based_on": "1"}
    for _ in range(2):
        assert client.post(f"/en/c/{draft.pk}/save/", sent).status_code == 302
    assert newest(comparison).number == 2


def test_a_version_of_what_was_deleted_meanwhile_can_be_saved_by_itself(client: Client) -> None:
    owner = member("owner")
    client.force_login(owner)
    comparison = saved(owner)
    draft = draft_of(owner, OTHER, saved=comparison, saved_number=1)
    client.post(f"/en/saved/{comparison.pk}/delete/")
    answer = client.post(f"/en/c/{draft.pk}/save/", {"as": "version", "based_on": "1"})
    assert answer.status_code == 302
    assert SavedComparison.objects.kept().get().pk != comparison.pk


@pytest.mark.parametrize("based_on", ["", "0", "-1", "x", "9" * 30])
def test_a_meddled_number_is_a_conflict_and_no_error(client: Client, based_on: str) -> None:
    owner = member("owner")
    client.force_login(owner)
    comparison = saved(owner)
    draft = draft_of(owner, OTHER, saved=comparison, saved_number=1)
    sent = {"as": "version", "based_on": based_on}
    assert client.post(f"/en/c/{draft.pk}/save/", sent).status_code == 409
    assert newest(comparison).number == 1


def test_a_version_is_never_rewritten() -> None:
    version = newest(saved(member("owner")))
    version.engine = "other"
    with pytest.raises(ChangedVersionError):
        version.save()
    with pytest.raises(ChangedVersionError):
        SavedVersion.objects.update(engine="other")
    assert member("other").delete()


def test_an_account_takes_what_it_saved_along_when_it_goes() -> None:
    owner = member("owner")
    saved(owner)
    owner.delete()
    assert not SavedComparison.objects.exists()
    assert not SavedVersion.objects.exists()
