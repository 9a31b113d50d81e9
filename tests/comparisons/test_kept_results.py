"""The kept rendering of an answer: the same page, for its owner alone, new with every change."""

import re

import pytest
from django.test import Client

from advisor.comparisons import kept_results
from advisor.comparisons.models import Draft

pytestmark = pytest.mark.django_db

ASKED = {"home": "Liaoyuan", "gross": "4500", "kind": "owner", "flat": "one_bed"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
SECTION = re.compile(r"<section.*?</section>", re.DOTALL)


@pytest.fixture(autouse=True)
def nothing_kept():
    kept_results._kept.cache_clear()


@pytest.fixture
def visitor():
    return Client(enforce_csrf_checks=True)


def asked(visitor):
    """The address of the answer to a quick check, once the notes on it have been read."""
    page = visitor.get("/en/check/").text
    data = ASKED | {"csrfmiddlewaretoken": TOKEN.search(page)[1]}
    address = visitor.post("/en/check/", data)["Location"]
    visitor.get(address)
    return address


def sections(page):
    return SECTION.findall(without_tokens(page))


def without_tokens(page):
    return TOKEN.sub("", page)


def kept():
    return kept_results._kept.cache_info()


def test_a_page_opened_again_is_the_same_and_is_not_rendered_again(visitor):
    address = asked(visitor)
    first, second = visitor.get(address).text, visitor.get(address).text
    assert without_tokens(first) == without_tokens(second)
    assert kept().hits >= 1


def test_the_kept_page_is_the_page_that_is_rendered_without_keeping(visitor):
    address = asked(visitor)
    page = visitor.get(address).text
    fragment = visitor.get(address, headers={"HX-Request": "true", "HX-Target": "div#result"}).text
    assert len(sections(page)) > 3
    assert sections(page) == sections(fragment)


def test_every_form_of_a_kept_page_carries_one_token_that_is_accepted(visitor):
    address = asked(visitor)
    visitor.get(address)
    page = visitor.get(address).text
    places = (kept_results.TOKEN_PLACE, kept_results.DRAFT_PLACE, kept_results.SAID_PLACE)
    assert not [place for place in (*places, kept_results.FOCUS_PLACE) if place in page]
    (token,) = set(TOKEN.findall(page))
    removed = visitor.post(f"{address}remove/110000/", {"csrfmiddlewaretoken": token})
    assert removed.status_code == 302


def test_a_change_is_seen_at_once(visitor):
    address = asked(visitor)
    before = visitor.get(address).text
    draft = Draft.objects.get()
    draft.document = {**draft.document, "earners": [{"pay": {"gross_monthly": 9000}}]}
    draft.save()
    assert without_tokens(visitor.get(address).text) != without_tokens(before)


def test_nobody_else_gets_a_kept_page(visitor):
    address = asked(visitor)
    visitor.get(address)
    assert Client().get(address).status_code == 404


def test_equal_questions_of_two_visitors_lead_to_their_own_addresses(visitor):
    mine = asked(visitor)
    other = Client(enforce_csrf_checks=True)
    theirs = asked(other)
    page = other.get(theirs).text
    assert theirs.rstrip("/") in page
    assert mine.rstrip("/") not in page


def test_each_language_has_its_own(visitor):
    address = asked(visitor)
    visitor.get(address)
    assert "City by city" not in visitor.get(address.removeprefix("/en")).text
