"""What changed since: today's answer beside the saved one, and what moved it, largest first."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from advisor.comparisons.models import SavedComparison
from advisor.comparisons.saved.answering import asked_today
from advisor.comparisons.saved.changes import changes
from advisor.comparisons.saved.keeping import content_of, keep_version
from tests.comparisons.saved.cases import (
    ASKED,
    member,
    newest,
    publish_dearer,
    saved,
    today,
)

pytestmark = pytest.mark.django_db
SHENZHEN, LIAOYUAN, NOT_ASKED = "440300", "220400", "330100"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def comparison() -> SavedComparison:
    return saved(member("owner"))


def test_what_is_dearer_today_is_named_with_then_and_now_by_its_effect(
    comparison: SavedComparison,
) -> None:
    publish_dearer("rents", places=(SHENZHEN, LIAOYUAN, NOT_ASKED))
    found = changes(newest(comparison), today=today())
    assert found.has_moved
    assert {figure.new.place for figure in found.moved if figure.new} == {"Shenzhen", "Liaoyuan"}
    first = found.moved[0]
    assert first.old is not None
    assert first.new is not None
    assert (first.old.place, first.old.period) == ("Shenzhen", first.new.period)
    assert first.old.value != first.new.value
    assert first.old.source.title
    assert "less left a month" in first.effect
    shenzhen = found.blocks[1]
    assert [pair.label for pair in shenzhen.pairs if pair.differs]


def test_effects_are_in_order_and_add_up_where_figures_act_apart(
    comparison: SavedComparison,
) -> None:
    publish_dearer("rents", places=(SHENZHEN,))
    found = changes(newest(comparison), today=today())
    effects = [
        int(size.replace(",", ""))
        for figure in found.moved
        for size in re.findall(r"CNY ([\d,]+) less left", figure.effect)
    ]
    assert effects == sorted(effects, reverse=True)
    before = newest(comparison).gist["cities"][0]["difference"]
    keep_version(comparison, content_of(ASKED, today=today()), based_on=1)
    after = newest(comparison).gist["cities"][0]["difference"]
    assert abs(before - after - sum(effects)) <= len(effects)


def test_figures_of_elsewhere_change_nothing(comparison: SavedComparison) -> None:
    publish_dearer("rents", places=(NOT_ASKED,))
    found = changes(newest(comparison), today=today())
    assert not found.has_moved
    assert (found.moved, found.count) == ((), 0)
    assert found.edition != newest(comparison).edition


def test_the_price_of_a_home_to_sell_counts_by_what_is_owned_in_the_end() -> None:
    home = {"city": LIAOYUAN, "housing": {"kind": "owner", "area_m2": 75, "if_leaving": "sell"}}
    version = newest(saved(member("owner"), {**ASKED, "home": home}))
    publish_dearer("home_prices", places=(LIAOYUAN,), times="2")
    found = changes(version, today=today())
    assert any("owned in the end" in figure.effect for figure in found.moved)


def test_one_click_makes_todays_answer_the_next_version(
    client: Client, comparison: SavedComparison
) -> None:
    client.force_login(comparison.owner)
    address = f"/en/saved/{comparison.pk}/1/"
    assert "The data has moved on" not in client.get(address).content.decode()
    edition = publish_dearer("rents")
    assert "The data has moved on" in client.get(address).content.decode()
    page = client.get(f"{address}changes/").content.decode()
    assert "As saved" in page
    assert "Save today's answer" in page.replace("&#x27;", "'")
    before = newest(comparison)
    for _ in range(2):
        assert client.post(f"{address}renew/", {"based_on": "1"}).status_code == 302
    after = newest(comparison)
    assert (after.number, after.edition) == (2, edition.pk)
    assert after.gist != before.gist
    assert after.fingerprint != before.fingerprint


def test_a_click_on_an_old_page_is_told_and_changes_nothing(
    client: Client, comparison: SavedComparison
) -> None:
    client.force_login(comparison.owner)
    address = f"/en/saved/{comparison.pk}/1/renew/"
    publish_dearer("rents")
    client.post(address, {"based_on": "1"})
    publish_dearer("rents")
    client.post(address, {"based_on": "1"})
    assert newest(comparison).number == 2
    assert "Version 2 was saved meanwhile" in client.get("/en/saved/").content.decode()


def test_it_opens_for_the_owner_alone(client: Client, comparison: SavedComparison) -> None:
    address = f"/en/saved/{comparison.pk}/1/"
    assert client.get(f"{address}changes/").status_code == 302
    client.force_login(member("stranger"))
    assert client.get(f"{address}changes/").status_code == 404
    assert client.post(f"{address}renew/", {"based_on": "1"}).status_code == 404
    assert newest(comparison).number == 1


def test_a_month_of_the_move_that_has_come_is_left_open(comparison: SavedComparison) -> None:
    version = newest(comparison)
    assert asked_today(version, today())["move_date"] == f"{version.move_date:%Y-%m}"
    assert "move_date" not in asked_today(version, version.move_date)
