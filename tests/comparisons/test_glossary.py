"""The words of money: each explained once, and linked where a page first uses it."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, NavigableString
from django.test import Client
from django.utils import translation

from advisor.comparisons.presenters.glossary import term_view
from advisor.comparisons.wording.terms import TERMS

pytestmark = pytest.mark.django_db
ASKED = {"home": "220400", "gross": "8000", "kind": "renter", "flat": "one_bed"}
HEADINGS = ["h1", "h2", "h3", "h4", "title", "desc"]  # their words are linked right below
PREFIX = {"en": "/en", "zh-hans": ""}


def html(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def own_pages(client: Client, prefix: str) -> dict[str, BeautifulSoup]:
    """The result with its parts, all cities and rent or buy for a household of one's own."""
    address = client.post(f"{prefix}/check/", ASKED)["Location"]
    client.get(address)  # what is said once is read
    parts = ("", "ahead/", "city/110000/", "whole/", "rent-or-buy/")
    pages = (
        *(f"{address}{part}" for part in parts),
        f"{prefix}/cities/?for={address.split('/')[-2]}",
    )
    return {page: html(client, page) for page in pages}


def texts(page: BeautifulSoup) -> list[tuple[str, str]]:
    """What stands below its headings, piece by piece, each with the anchor it leads to."""
    return [
        (str(node).casefold().replace("’", "'"), leads_to(node))
        for node in page.main.find_all(string=True)
        if node.find_parent(HEADINGS) is None
    ]


def leads_to(node: NavigableString) -> str:
    link = node.find_parent("a")
    _path, _sign, anchor = str(link["href"] if link else "").partition("/glossary/#")
    return anchor


def is_linked_at_first_use(pieces: list[tuple[str, str]], name: str, anchor: str) -> bool:
    word = re.compile(rf"\b{name.casefold()}\b" if name.isascii() else name)
    used = (at for at, (text, _) in enumerate(pieces) if word.search(text))
    linked = (at for at, (_, leads) in enumerate(pieces) if leads == anchor)
    return next(linked, len(pieces)) <= next(used, len(pieces))


@pytest.mark.parametrize("language", PREFIX)
def test_no_page_uses_a_word_before_it_links_to_its_meaning(client: Client, language: str) -> None:
    bare = []
    with translation.override(language):
        for address, page in own_pages(client, PREFIX[language]).items():
            pieces = texts(page)
            for code in TERMS:
                one = term_view(code)
                if not is_linked_at_first_use(pieces, one.name, one.anchor):
                    bare.append((address.split("/")[-2], code))
    assert not bare


def test_every_link_to_a_word_leads_to_it(client: Client) -> None:
    anchors = {one["id"] for one in html(client, "/en/glossary/").select("dl [id]")}
    assert anchors == {term_view(code).anchor for code in TERMS}
    for page in own_pages(client, "/en").values():
        links = [str(one["href"]) for one in page.select('a[href*="/glossary/#"]')]
        assert links
        assert {link.partition("#")[2] for link in links} <= anchors
        assert len(set(links)) == len(links)  # the first use only


def test_the_glossary_explains_each_word_in_both_languages(client: Client) -> None:
    english, chinese = (html(client, f"{prefix}/glossary/") for prefix in PREFIX.values())
    both = [[entry.text for entry in page.select("dl dd")] for page in (english, chinese)]
    assert len(both[0]) == len(both[1]) == len(TERMS)
    assert all(text and text != other for text, other in zip(*both, strict=True))
