import csv
import gzip
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from advisor.comparisons.models import Draft
from advisor.comparisons.ranking_csv import BYTE_ORDER_MARK, safe

pytestmark = pytest.mark.django_db
URL, FILE = "/en/cities/", "/en/cities.csv"
CITIES = 361
ASKED = {"home": "Liaoyuan", "gross": "6,200", "kind": "renter", "flat": "room"}


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def visitor(client: Client) -> Client:
    """Who has asked a question of their own."""
    assert client.post("/en/check/", ASKED).status_code == 302
    return client


def page(client: Client, **query: Any) -> BeautifulSoup:
    answer = client.get(URL, query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def rows(html: BeautifulSoup) -> list[Any]:
    return html.select("table.cities tbody tr:not(.band)")


def names(html: BeautifulSoup) -> list[str]:
    return [row.th.find(string=True).strip() for row in rows(html)]


def column(html: BeautifulSoup, css: str) -> list[float]:
    """The known numbers of a column, in the order shown."""
    cells = (row.select_one(css) for row in rows(html))
    texts = (cell.strong.text if cell.strong else cell.text for cell in cells)
    return [
        float(found[0].replace(",", "")) for text in texts if (found := re.findall(r"[\d,]+", text))
    ]


def file(client: Client, **query: Any) -> list[dict[str, str]]:
    answer = client.get(FILE, query)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))


def promise(html: BeautifulSoup) -> str:
    return html.select_one(".promise").text.replace("\N{NO-BREAK SPACE}", " ")


def own(client: Client) -> str:
    return Draft.objects.get(visitor=client.session["visitor"]).pk


def test_the_example_says_for_whom_the_cities_are_ranked(client: Client) -> None:
    assert promise(page(client)).startswith(
        "Somebody rents in Liaoyuan and is paid CNY 4,500 gross a month."
    )


def test_all_cities_are_there_on_pages_of_fifty_or_on_one(client: Client) -> None:
    found = [name for number in range(1, 9) for name in names(page(client, page=number))]
    assert len(found) == len(set(found)) == CITIES
    assert names(page(client, page="all")) == found


def test_the_count_of_what_is_shown_stands_in_a_live_region(client: Client) -> None:
    count = page(client, page=2).select_one("#count")
    assert count["role"] == "status"
    assert count.text.strip() == "Cities 51 to 100 of 361"


def test_a_page_beyond_the_last_is_the_last(client: Client) -> None:
    assert names(page(client, page=99)) == names(page(client, page=8))


def test_cities_are_ordered_by_the_pay_they_take(client: Client) -> None:
    html = page(client, page="all")
    pays = column(html, ".needed-pay")
    assert pays == sorted(pays)
    assert len(pays) > 300


def test_bands_hold_cities_that_the_figures_cannot_tell_apart(client: Client) -> None:
    html = page(client, page="all")
    titles = [band.text.strip() for band in html.select("tr.band")]
    assert titles[0].startswith("Band 1: CNY ")
    assert titles[-1] == "Not ranked"
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("order", "css"), [("rent", ".rent"), ("distance", ".distance")])
def test_cities_can_be_ordered_by_other_figures(client: Client, order: str, css: str) -> None:
    html = page(client, page="all", sort=order)
    found = column(html, css)
    assert found == sorted(found)
    assert not html.select("tr.band")


def test_cities_can_be_ordered_by_name_in_each_language(client: Client) -> None:
    assert names(page(client, sort="name"))[0] == "Aba"
    chinese = BeautifulSoup(client.get("/cities/", {"sort": "name"}).content, "html.parser")
    assert names(chinese)[:2] == ["阿坝", "阿克苏"]


def test_cities_can_be_narrowed_down_by_tier(client: Client) -> None:
    assert set(names(page(client, tier="first"))) == {
        "Beijing", "Shanghai", "Guangzhou", "Shenzhen",
    }  # fmt: skip
    assert len(names(page(client, tier="none"))) == 24


def test_cities_can_be_narrowed_down_by_province(client: Client) -> None:
    assert "Liaoyuan" in (found := names(page(client, province="220000")))
    assert len(found) == 9
    assert names(page(client, province="110000")) == ["Beijing"]


def test_cities_can_be_narrowed_down_by_distance(client: Client) -> None:
    near = page(client, within=300)
    assert {"Liaoyuan", "Siping", "Changchun"} <= set(names(near))
    assert max(column(near, ".distance")) <= 300


def test_cities_can_be_narrowed_down_by_rent(client: Client) -> None:
    html = page(client, page="all", rent=500)
    assert len(rows(html)) == 10
    assert len(column(html, ".rent")) == len(rows(html))  # none whose rent is unknown
    assert max(column(html, ".rent")) <= 500


@pytest.mark.parametrize(
    ("order", "title"),
    [("standard", "Gross pay for the same standard"), ("ends_meet", "Pay that makes ends meet")],
)
def test_cities_can_be_ordered_by_what_other_pays_they_take(
    client: Client, order: str, title: str
) -> None:
    html = page(client, page="all", sort=order)
    assert html.select("thead th")[1].text.strip() == title
    pays = column(html, ".needed-pay")
    assert pays == sorted(pays)
    assert len(pays) > 300
    assert pays != column(page(client, page="all"), ".needed-pay")


def test_every_city_leads_to_its_page(client: Client) -> None:
    links = [row.th.a["href"] for row in rows(page(client, page="all"))]
    assert len({*links}) == CITIES
    assert "/en/cities/liaoyuan/" in links


def test_the_map_holds_the_cities_of_the_list_each_once(client: Client) -> None:
    def dots(**query: Any) -> int:
        paths = page(client, **query).select(".dot-map svg[role=img] path")
        return sum(path["d"].count("M") for path in paths)

    assert dots() == dots(page=3) == CITIES
    assert dots(tier="first") == 4
    chart = page(client, tier="first").select_one(".dot-map")
    assert "Of 4 cities Guangzhou takes least" in chart.select_one(".summary").text


@pytest.mark.parametrize("text", ["辽源", "liaoyuan", "ly", "Liaoyuan"])
def test_cities_can_be_found_by_name(client: Client, text: str) -> None:
    assert "Liaoyuan" in names(page(client, q=text))


def test_filters_add_up_and_stay_in_links_and_form(client: Client) -> None:
    html = page(client, tier="fourth-and-below", within=1000, sort="rent", q="")
    assert html.select_one("#id_tier option[selected]")["value"] == "fourth-and-below"
    assert html.select_one("#id_sort option[selected]")["value"] == "rent"
    link = html.select_one(".paging a[download]")["href"]
    assert link == "/en/cities.csv?tier=fourth-and-below&within=1000&sort=rent"


def test_where_no_city_fits_it_is_said(client: Client) -> None:
    html = page(client, q="Atlantis")
    assert html.select_one("#count").text.strip() == "None of 361 cities"
    assert "No city fits" in html.text


def test_a_filter_that_is_none_is_said_at_its_field_and_filters_nothing(client: Client) -> None:
    answer = client.get(URL, {"tier": "golden", "within": "near"})
    assert answer.status_code == 422
    html = BeautifulSoup(answer.content, "html.parser")
    assert [fault.parent.label.text for fault in html.select(".fault")] == [
        "Tier", "Distance from home",
    ]  # fmt: skip
    assert len(rows(html)) == 50


def test_a_city_without_a_rent_is_shown_as_unknown_with_the_reason(client: Client) -> None:
    html = page(client, page="all")
    golog = rows(html)[names(html).index("Golog")]
    assert golog.select_one(".needed-pay").text.strip() == "unknown"
    assert golog.select_one(".rent").text.strip() == "unknown"
    assert "No rent is known for Golog." in golog.text
    assert golog.find_previous(class_="band").text.strip() == "Not ranked"


def test_home_stands_where_its_pay_would_and_is_marked(client: Client) -> None:
    html = page(client, page="all")
    home = html.select_one("tr.home")
    assert home.th.find(string=True).strip() == "Liaoyuan"
    assert home.select_one(".needed-pay strong").text == "4,500"
    assert "100%" in home.text


def test_htmx_gets_the_list_alone_with_its_count_and_a_clean_address(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Target": "div#ranking"}
    answer = client.get(URL, {"q": "", "tier": "first", "sort": ""}, headers=headers)
    html = BeautifulSoup(answer.content, "html.parser")
    assert not html.find("html")
    assert html.find("hx-partial")["hx-target"] == "#count"
    assert len(rows(html)) == 4
    assert answer.headers["HX-Replace-Url"] == "/en/cities/?tier=first"


def test_the_example_leads_to_a_question_of_ones_own(client: Client) -> None:
    assert page(client).select_one('a[href="/en/check/"]')


def test_who_asked_finds_the_way_to_the_own_list(visitor: Client) -> None:
    assert page(visitor).select_one(f'a[href="/en/cities/?for={own(visitor)}"]')


def test_the_list_for_a_draft_is_about_its_household(visitor: Client) -> None:
    html = page(visitor, page="all", **{"for": own(visitor)})
    assert promise(html).startswith("You live in Liaoyuan and are paid CNY 6,200 gross a month.")
    assert "a room in a shared flat" in promise(html)
    assert html.select_one('input[name="for"]')["value"] == own(visitor)
    assert html.select_one("tr.home .needed-pay strong").text == "6,200"


def test_the_list_for_a_draft_stays_with_the_visitor(visitor: Client) -> None:
    for url in (URL, FILE):
        control = visitor.get(url, {"for": own(visitor)}).headers["Cache-Control"]
        assert "no-store" in control
        assert "private" in control
    assert page(visitor, **{"for": own(visitor)}).select_one('meta[name="robots"]')


def test_no_address_on_the_list_for_a_draft_holds_an_amount(visitor: Client) -> None:
    html = page(visitor, **{"for": own(visitor)})
    addresses = [link["href"] for link in html.select("a[href], link[href]")]
    assert not [address for address in addresses if "6200" in address or "6,200" in address]


@pytest.mark.parametrize("url", [URL, FILE])
def test_a_draft_does_not_open_for_a_stranger(visitor: Client, url: str) -> None:
    stranger = Client()
    assert stranger.get(url, {"for": own(visitor)}).status_code == 404
    assert stranger.get(url, {"for": "no-such-draft"}).status_code == 404
    assert stranger.get(url, {"for": ""}).status_code == 404


def test_a_rent_typed_for_one_city_is_not_taken_for_all(client: Client) -> None:
    client.post("/en/check/", ASKED | {"flat": "own_rent", "rent": "5000"})
    html = page(client, **{"for": own(client)})
    assert "The rent that you typed is not used here" in html.text
    assert len(set(column(html, ".rent"))) > 40


def test_an_offer_is_applied_everywhere(client: Client) -> None:
    client.post("/en/check/", ASKED | {"offer_city": "Shenzhen", "offer_gross": "9000"})
    html = page(client, sort="left", **{"for": own(client)})
    assert "CNY 9,000 gross a month, as offered in Shenzhen" in html.text.replace("\xa0", " ")
    left = column(html, ".left")
    assert left == sorted(left, reverse=True)
    assert "Left with the offer, CNY a month" in file(client, **{"for": own(client)})[0]


def test_where_home_is_in_deficit_cities_stand_by_the_pay_that_makes_ends_meet(
    client: Client,
) -> None:
    client.post("/en/check/", ASKED | {"gross": "1000"})
    html = page(client, **{"for": own(client)})
    assert "makes ends meet" in promise(html)
    assert html.select("thead th")[1].text.strip() == "Pay that makes ends meet"
    assert len(column(html, ".needed-pay")) == 50


def draft(client: Client, document: dict[str, Any]) -> str:
    """A question of this visitor as the full form may put it."""
    return Draft.objects.create(visitor=client.session["visitor"], document=document).pk


def test_where_the_own_rent_is_unknown_every_pay_is(visitor: Client) -> None:
    asked = {"home": {"city": "632600"}, "earners": [{"pay": {"gross_monthly": 4500}}]}
    html = page(visitor, **{"for": draft(visitor, asked)})
    assert "What is left at home is unknown" in html.text
    assert [row.select_one(".needed-pay").text.strip() for row in rows(html)[1:]] == [
        "unknown"
    ] * 49


def test_who_has_no_job_finds_the_pay_that_makes_ends_meet(visitor: Client) -> None:
    asked = {
        "home": {"city": "220400", "housing": {"kind": "with_family"}},
        "earners": [{"pay": {"gross_monthly": 0}}],
    }
    html = page(visitor, **{"for": draft(visitor, asked)})
    assert names(html)[0] == "Liaoyuan"
    assert {row.select_one(".share").text for row in rows(html)} == {"–"}


def test_a_couple_with_a_child_is_ranked_by_the_pay_of_who_moves(visitor: Client) -> None:
    asked = {
        "home": {"city": "220400", "housing": {"kind": "owner"}},
        "earners": [
            {"pay": {"gross_monthly": 3500}, "stays": True},
            {"pay": {"gross_monthly": 4500}},
        ],
        "children": [{"born": "2018-05"}],
        "destinations": [{"city": "220400"}, {"city": "440300", "housing": {"area_m2": 60}}],
    }
    html = page(visitor, page="all", **{"for": draft(visitor, asked)})
    assert "paid CNY 4,500 gross" in promise(html)
    assert "a flat of 60 m²" in promise(html)
    assert html.select_one("tr.home .needed-pay strong").text == "4,500"


def test_cities_without_pay_rules_on_a_day_are_named(visitor: Client) -> None:
    asked = {
        "on": "2024-02-01",
        "home": {"city": "310000"},
        "earners": [{"pay": {"gross_monthly": 9000}}],
    }
    html = page(visitor, **{"for": draft(visitor, asked)})
    assert re.search(r"Left out, because no pay rules.*: Tianjin, .* and \d+ more", html.text)


def test_the_file_holds_every_city_with_plain_numbers(client: Client) -> None:
    found = file(client)
    assert len(found) == CITIES
    by_code = {row["Code"]: row for row in found}
    shenzhen = by_code["440300"]
    assert float(shenzhen["Pay for as much left, CNY gross a month"]) > 8000
    assert shenzhen["Rent: source"] == "d_rent_from_value_2026"
    assert shenzhen["Province"] == "Guangdong"
    assert by_code["632600"]["Rent, CNY a month"] == ""
    assert by_code["632600"]["Note"] == "No rent is known for Golog."
    assert by_code["220400"]["Note"] == "home"


def test_the_file_holds_what_the_list_is_narrowed_down_to(client: Client) -> None:
    found = file(client, tier="first", sort="rent")
    assert [row["City"] for row in found] == names(page(client, tier="first", sort="rent"))


def test_the_file_is_sent_as_one_with_its_edition_in_the_name(client: Client) -> None:
    answer = client.get(FILE)
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert re.fullmatch(
        r'attachment; filename="quliu-cities-\d{4}-\d\d-\d\d\.\d+\.csv"',
        answer.headers["Content-Disposition"],
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_in_the_file_is_something_to_compute(text: str) -> None:
    assert safe(text) == f"'{text}"


def test_numbers_and_other_texts_stay_as_they_are_in_the_file() -> None:
    assert [safe(cell) for cell in ("Aba", -1.5, 0, None)] == ["Aba", -1.5, 0, None]


def test_pages_are_light(client: Client) -> None:
    for query in ({}, {"page": "all"}):
        assert len(gzip.compress(client.get(URL, query).content)) <= 30_000


def test_the_kept_example_is_never_shown_for_a_household_or_in_another_language(
    visitor: Client,
) -> None:
    def home_pay(**query: Any) -> str:
        return page(visitor, page="all", **query).select_one("tr.home .needed-pay strong").text

    assert home_pay() == "4,500"
    assert home_pay(**{"for": own(visitor)}) == "6,200"
    assert home_pay() == "4,500"
    assert names(page(visitor))[0] == "Suzhou (Anhui)"
    chinese = BeautifulSoup(visitor.get("/cities/").content, "html.parser")
    assert names(chinese)[0] == "宿州"
