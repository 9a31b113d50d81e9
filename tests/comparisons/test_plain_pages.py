"""Help, about, privacy: in both languages, and true to what runs."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from advisor.accounts.retention import everything_kept
from advisor.comparisons.plain_pages import cookies

pytestmark = pytest.mark.django_db
PAGES = ("help", "about", "privacy")


def read(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_plain_page_leads_only_to_pages_and_parts_that_exist(
    client: Client, prefix: str, name: str
) -> None:
    page = read(client, f"{prefix}/{name}/")
    for link in page.select("main a[href^='/']"):
        path, _, anchor = link["href"].partition("#")
        target = client.get(path, follow=True)
        assert target.status_code == 200, path
        assert not anchor or f'id="{anchor}"' in target.content.decode(), link["href"]


def test_every_page_leads_to_the_plain_pages_and_to_the_data_desk(client: Client) -> None:
    found = {link["href"] for link in read(client, "/en/glossary/").select("footer a")}
    assert {f"/en/{name}/" for name in (*PAGES, "report")} <= found


def test_privacy_tells_every_rule_of_retention(client: Client) -> None:
    rows = [row.get_text(" ") for row in read(client, "/en/privacy/").select("tbody tr")]
    assert len(rows) == len(everything_kept())
    for rule in everything_kept():
        assert any(str(rule.days) in row for row in rows), rule.what


def test_privacy_names_every_cookie_that_the_site_sets(client: Client) -> None:
    client.get("/en/report/")
    client.post("/check/", {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"})
    told = {one.name: one.days for one in cookies()}
    assert {*client.cookies} <= {*told}
    for name in client.cookies:
        age = client.cookies[name]["max-age"]
        assert not age or int(age) <= told[name] * 86_400
    assert settings.SESSION_COOKIE_NAME in client.cookies


@pytest.mark.parametrize("path", ["/en/help/", "/about/", "/en/cities/liaoyuan/", "/en/data/"])
def test_pages_that_may_be_found_name_themselves_in_every_language(
    client: Client, path: str
) -> None:
    page = read(client, path)
    bare = path.removeprefix("/en")
    assert page.select_one("link[rel=canonical]")["href"] == f"http://testserver{path}"
    others = {one["hreflang"]: one["href"] for one in page.select("link[rel=alternate][hreflang]")}
    assert others == {
        "zh-Hans": f"http://testserver{bare}",
        "en": f"http://testserver/en{bare}",
        "x-default": f"http://testserver{bare}",
    }
    assert page.select_one("meta[property='og:title']")["content"] == page.title.get_text()
    assert page.select_one("meta[property='og:image']")["content"].endswith(".png")
    assert page.select_one("meta[name=description]")["content"]


@pytest.mark.parametrize(
    ("path", "place", "figure"),
    [
        ("/en/cities/liaoyuan/", "Liaoyuan", "What rents cost"),
        ("/en/data/wages/", "", "Wages and posted pay"),
    ],
)
def test_figures_lead_to_the_form_that_reports_them(
    client: Client, path: str, place: str, figure: str
) -> None:
    links = [one["href"] for one in read(client, path).select("main a[href*='/report/?']")]
    forms = [read(client, href) for href in links]
    filled = {
        (form.select_one("#id_place").get("value", ""), form.select_one("#id_figure")["value"])
        for form in forms
    }
    assert (place, figure) in filled
