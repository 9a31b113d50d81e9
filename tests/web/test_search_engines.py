"""What search engines are told: which pages there are, their languages, what is not theirs."""

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
HOST = "http://testserver"


def listed(client: Client) -> dict[str, dict[str, str]]:
    """Every address of the sitemap with its twins by language."""
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  our own
    return {
        one.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in one.findall("x:link", NAMES)
        }
        for one in tree.findall("s:url", NAMES)
    }


def test_the_sitemap_lists_every_city_and_page_in_both_languages(client: Client) -> None:
    pages = listed(client)
    assert f"{HOST}/en/cities/liaoyuan/" in pages
    twins = pages[f"{HOST}/cities/liaoyuan/"]
    assert twins["en"] == f"{HOST}/en/cities/liaoyuan/"
    assert twins["x-default"] == f"{HOST}/cities/liaoyuan/"
    assert len([one for one in pages if "/en/cities/" in one]) == 362  # all, and their list
    assert {f"{HOST}/en/help/", f"{HOST}/", f"{HOST}/data/wages/"} <= {*pages}


def test_what_is_listed_opens_and_may_be_found(client: Client) -> None:
    rules = robots(client)
    for address in listed(client):
        assert rules.can_fetch("any", address), address
    some = [one for one in listed(client) if "/cities/" not in one and "/method/" not in one]
    for address in some:
        answer = client.get(address.removeprefix(HOST))
        assert answer.status_code == 200, address
        assert b'content="noindex"' not in answer.content, address


@pytest.mark.parametrize(
    "path", ["/c/abc/", "/en/c/abc/", "/share/abc/", "/en/account/", "/admin/"]
)
def test_what_is_somebodys_own_is_not_for_search_engines(client: Client, path: str) -> None:
    assert not robots(client).can_fetch("any", f"{HOST}{path}")


def robots(client: Client) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    assert parser.site_maps() == [f"{HOST}/sitemap.xml"]
    return parser
