"""Chances in all cities: block by block, with progress, for their owner alone."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from advisor.comparisons.chances_page import BLOCK, FIRST_BLOCK
from advisor.comparisons.models import Draft
from advisor.datasets.models import Place
from advisor.engine.reference import Level

DOCUMENT = {
    "home": {"city": "220400", "housing": {"kind": "renter"}},
    "earners": [{"pay": {"gross_monthly": 4567}}],
    "destinations": [
        {"city": "440300", "housing": {"kind": "room"}, "offers": [{"gross_monthly": 9876}]}
    ],
    "horizon_years": 1,
}
ADDRESS = "/en/cities/chances/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner(client: Client) -> Client:
    session = client.session
    session["visitor"] = "token"
    session.save()
    return client


@pytest.fixture
def draft() -> Draft:
    return Draft.objects.create(visitor="token", document=DOCUMENT)


def page(client: Client, draft: Draft, **headers: str) -> BeautifulSoup:
    answer = client.get(ADDRESS, {"for": draft.pk}, headers=headers)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    return BeautifulSoup(answer.content, "html.parser")


def names(html: BeautifulSoup) -> set[str]:
    return {row.th.text for row in html.select("tbody tr")}


def test_each_request_adds_a_block_and_keeps_what_was_there(owner: Client, draft: Draft) -> None:
    first = page(owner, draft)
    assert int(first.progress["value"]) == FIRST_BLOCK == len(names(first))
    second = page(owner, draft, **{"HX-Request": "true", "HX-Target": "div#chances"})
    assert second.html is None
    assert int(second.progress["value"]) == FIRST_BLOCK + BLOCK == len(names(second))
    assert names(first) < names(second)


def test_a_changed_question_starts_anew(owner: Client, draft: Draft) -> None:
    page(owner, draft)
    draft.document = {**DOCUMENT, "horizon_years": 2}
    draft.save()
    assert int(page(owner, draft).progress["value"]) == FIRST_BLOCK


def test_when_all_cities_are_there_nothing_more_is_asked_for(owner: Client, draft: Draft) -> None:
    page(owner, draft)
    session = owner.session
    cities = Place.objects.filter(level=Level.CITY).values_list("adcode", flat=True)
    session["chances"]["rows"] = [[city, None, None] for city in cities if city != "220400"]
    session.save()
    whole = page(owner, draft)
    assert whole.progress is None
    assert not whole.select("[hx-get]")


def test_a_stranger_finds_nothing(client: Client, draft: Draft) -> None:
    assert client.get(ADDRESS, {"for": draft.pk}).status_code == 404
    assert client.get(ADDRESS).status_code == 404


def test_without_an_offer_only_cities_with_wages_of_their_own_stand_beside_each_other(
    owner: Client,
) -> None:
    destinations = [{"city": "440300", "housing": {"kind": "room"}}]
    bare = Draft.objects.create(
        visitor="token", document={**DOCUMENT, "destinations": destinations}
    )
    html = page(owner, bare)
    standing = int(html.progress["max"])
    others = html.select("main details p")[0].text.split(" · ")
    cities = Place.objects.filter(level=Level.CITY).count()
    assert 10 < standing < cities - 1
    assert len(others) == cities - 1 - standing
    assert not names(html) & set(others)
    assert "each city's own average wage" in html.select_one("main p.measure").text
    assert all(row.td.text != "unknown" for row in html.select("tbody tr"))


def test_no_amount_stands_in_an_address(owner: Client, draft: Draft) -> None:
    links = [str(one["href"]) for one in page(owner, draft).select("main a[href]")]
    assert links
    assert not [link for link in links if "9876" in link or "4567" in link]
