"""What of an answer is sent at first, and what when it is asked for: as a page and in its place."""

import gzip
import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from advisor.comparisons import asking
from advisor.comparisons.models import Draft

pytestmark = pytest.mark.django_db

QUICK = {"home": "辽源", "gross": "4,500", "kind": "owner", "flat": "one_bed"}
VERDICT = "The figures (speak for|lean towards) "
LIGHT = 30_000  # bytes, compressed
PARTS = {
    "ahead/": "ahead",
    "city/110000/": "destination-110000",
    "at-home/": "at_home",
    "gaps/": "gaps",
    "sources/": "sources",
}


@pytest.fixture(autouse=True)
def nothing_worked_out() -> None:
    asking._comparison.cache_clear()


@pytest.fixture
def address(client: Client) -> str:
    """The address of the answer to a quick check."""
    return str(client.post("/en/check/", QUICK).headers["Location"])


def page(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def part(client: Client, path: str, target: str) -> BeautifulSoup:
    """What htmx gets to fill that element."""
    answer = client.get(path, headers={"HX-Request": "true", "HX-Target": f"div#{target}"})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def shape(found: BeautifulSoup) -> list[str]:
    """The texts of an answer but for the years ahead."""
    for one in found.select("#ahead"):
        one.decompose()
    return [re.sub(r"\s+", " ", one.get_text(" ")) for one in found.select("main section")]


def test_a_first_answer_weighs_little_and_says_what_counts(client: Client, address: str) -> None:
    answer = client.get(address)
    found = BeautifulSoup(answer.content, "html.parser")
    assert len(gzip.compress(answer.content)) <= LIGHT
    assert len(found.select("table.overview tbody tr")) == 4
    assert len(found.select("table.monthly")) == 4
    assert len(found.select("table.monthly tbody tr")) == 4 * 11
    assert found.select_one("#gaps-title")


def test_no_verdict_is_shown_before_it_is_worked_out(client: Client, address: str) -> None:
    first = page(client, address)
    ahead = first.select_one("#ahead")
    assert ahead is not None
    assert ahead.get_text().count("not worked out yet") == 4
    assert not re.search(VERDICT, first.get_text())
    link = ahead.select_one("a[hx-get]")
    assert link is not None
    assert link["href"] == link["hx-get"] == f"{address}ahead/"
    assert "load" in link["hx-trigger"]


def test_the_years_ahead_stand_on_the_page_once_they_are_worked_out(
    client: Client, address: str
) -> None:
    before = shape(page(client, address))
    verdicts = part(client, f"{address}ahead/", "ahead")
    assert len(re.findall(VERDICT, verdicts.get_text())) > 4  # on the page, and announced
    assert verdicts.select_one("hx-partial[hx-target='#announcement']")
    again = page(client, address)
    said = again.select_one("#ahead ul.verdicts")
    assert said is not None
    assert len(re.findall(VERDICT, said.get_text())) == 4
    assert not again.select("#ahead [hx-trigger]")
    assert shape(again) == before


@pytest.mark.parametrize("tail", PARTS)
def test_each_part_is_a_page_by_itself_and_fills_its_place(
    client: Client, address: str, tail: str
) -> None:
    place = page(client, address).select_one(f"#{PARTS[tail]}")
    assert place is not None
    link = place.select_one(f"a[href='{address}{tail}']")
    assert link is not None
    assert link["hx-get"] == f"{address}{tail}"
    assert link["hx-target"] == f"#{PARTS[tail]}"
    alone = page(client, f"{address}{tail}")
    inside = part(client, f"{address}{tail}", PARTS[tail])
    assert alone.h1 is not None
    assert not inside.select("html, header, h1")
    there = alone.select_one(f"#{PARTS[tail]}")
    assert there is not None
    for announced in inside.select("hx-partial"):
        announced.decompose()
    assert inside.get_text(" ", strip=True) == there.get_text(" ", strip=True)


def test_what_is_opened_in_its_place_takes_the_focus_once(client: Client, address: str) -> None:
    for tail, target in PARTS.items():
        focused = part(client, f"{address}{tail}", target).select("[autofocus]")
        assert len(focused) == (0 if tail == "ahead/" else 1), (
            tail
        )  # who reads on is not called off


def test_the_whole_answer_holds_all_its_parts(client: Client, address: str) -> None:
    whole = page(client, f"{address}whole/").get_text(" ")
    assert len(re.findall(VERDICT, whole)) >= 8  # at one look, and city by city
    for tail, target in PARTS.items():
        for line in part(client, f"{address}{tail}", target).select("li, td, summary"):
            assert line.get_text(" ") in whole, (tail, line)


def test_a_browser_without_scripts_is_sent_to_the_whole_answer(client: Client) -> None:
    form = page(client, "/en/check/").select_one("form.quick noscript input")
    assert form is not None
    sent = QUICK | {str(form["name"]): str(form["value"])}
    location = client.post("/en/check/", sent).headers["Location"]
    assert re.fullmatch(r"/en/c/[\w-]{22}/whole/", location)
    pay = {"pay-gross": "9000", str(form["name"]): "yes"}
    first = location.removesuffix("whole/")
    assert client.post(f"{first}pay/", pay).headers["Location"] == location
    assert "CNY 9,000 a month" in page(client, location).get_text()


def test_a_city_that_is_not_compared_has_no_part(client: Client, address: str) -> None:
    assert client.get(f"{address}city/330100/").status_code == 404
    assert client.get(f"{address}city/nowhere/").status_code == 404


def test_staying_alone_has_no_years_ahead(client: Client, address: str) -> None:
    draft = Draft.objects.get()
    draft.document = {**draft.document, "destinations": [{"city": "220400"}]}
    draft.save()
    assert not page(client, address).select("#ahead")
    assert page(client, f"{address}whole/").h1


def test_parts_open_for_who_made_them_and_for_nobody_else(client: Client, address: str) -> None:
    for tail in (*PARTS, "whole/"):
        answer = client.get(f"{address}{tail}")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert Client().get(f"{address}{tail}").status_code == 404
