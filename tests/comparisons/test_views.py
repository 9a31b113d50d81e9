import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from advisor.comparisons.models import Draft
from advisor.datasets.models import Edition

pytestmark = pytest.mark.django_db
QUICK = {"home": "辽源", "gross": "4,500", "kind": "owner", "flat": "one_bed"}
ABSENT = "a" * 22


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def words(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", soup(response).get_text(" "))


def asked(client: Client, prefix: str = "/en", **changed: str) -> str:
    """The address of the answer to a quick check."""
    response = client.post(f"{prefix}/check/", QUICK | changed)
    assert response.status_code == 302, words(response)
    return str(response.headers["Location"])


def htmx(client: Client, method: str, path: str, target: str, data: Any = None) -> HttpResponse:
    headers = {"HX-Request": "true", "HX-Target": target}
    sent: HttpResponse = getattr(client, method)(path, data, headers=headers)
    return sent


# The first page


@pytest.mark.parametrize(
    ("path", "lang", "title"),
    [("/", "zh-Hans", "去，还是留？"), ("/en/", "en", "Should I go, or stay?")],
)
def test_the_first_page_answers_in_its_language(
    client: Client, path: str, lang: str, title: str
) -> None:
    response = client.get(path, headers={"accept-language": "fr"})
    page = soup(response)
    assert response.status_code == 200
    assert page.html is not None
    assert page.html["lang"] == lang
    assert page.h1 is not None
    assert page.h1.get_text() == title


def test_the_first_page_shows_the_example_answered(client: Client) -> None:
    page = soup(client.get("/en/"))
    cities = [one.a.get_text() for one in page.select("table.overview tbody th")]
    assert cities == ["Beijing", "Shanghai", "Guangzhou", "Shenzhen"]
    assert "To have as much left each month as in Liaoyuan" in page.get_text()


def test_the_first_page_stands_without_any_data(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(Edition.objects, "published_by", lambda day: Edition.objects.none())
    monkeypatch.setattr(Edition.objects, "order_by", lambda *names: Edition.objects.none())
    response = client.get("/en/")
    assert response.status_code == 200
    assert soup(response).select_one("form.quick")
    assert client.get("/en/example/").status_code == 503


@pytest.mark.parametrize("path", ["/", "/en/", "/example/", "/en/check/", "/places/?q=li"])
def test_every_page_links_to_itself_in_the_other_language(client: Client, path: str) -> None:
    link = soup(client.get(path)).select_one("header nav a[hreflang]")
    assert link is not None
    assert client.get(str(link["href"])).status_code == 200
    assert link["hreflang"] != soup(client.get(path)).html["lang"]  # type: ignore[index]


def test_the_example_is_answered_line_by_line(client: Client) -> None:
    page = soup(client.get("/en/example/"))
    assert len(page.select("details.city")) == 5  # four destinations, and home
    assert not page.select("a.change")
    assert page.select_one("svg[role=img] desc")


# From the quick check to the answer


def test_the_quick_check_leads_to_an_answer_of_its_own(client: Client) -> None:
    location = asked(client)
    response = client.get(location)
    assert re.fullmatch(r"/en/c/[\w-]{22}/", location)
    assert response.status_code == 200
    assert "at least CNY" in soup(response).h1.get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_answer_is_never_kept_or_indexed_by_anybody(client: Client, prefix: str) -> None:
    response = client.get(asked(client, prefix))
    assert response.headers["Cache-Control"] == "private, no-store"
    assert soup(response).select_one("meta[name=robots]")["content"] == "noindex"  # type: ignore[index]


def test_no_address_holds_an_amount(client: Client) -> None:
    location = asked(client, gross="7,654", offer_city="深圳", offer_gross="12,345")
    page = client.get(location).content.decode()
    addresses = re.findall(r'(?:href|action|hx-\w+)="([^"]*)"', page)
    assert addresses
    assert not [one for one in addresses if "7654" in one or "12345" in one]


def test_an_answer_opens_for_who_made_it_and_for_nobody_else(client: Client) -> None:
    location = asked(client)
    staff = Client()
    staff.force_login(get_user_model().objects.create_superuser("staff"))
    stranger = Client()
    asked(stranger)
    assert client.get(location).status_code == 200
    for other in (Client(), stranger, staff):
        for path in (location, f"{location}pay/", f"{location}offer/110000/"):
            assert other.get(path).status_code == 404
        assert other.post(f"{location}pay/", {"pay-gross": "1"}).status_code == 404
        assert other.post(f"{location}remove/110000/").status_code == 404
    assert Draft.objects.filter(document__earners__0__pay__gross_monthly=4500).count() == 2


def test_an_answer_opens_in_both_languages(client: Client) -> None:
    location = asked(client)
    assert "税前月薪" in words(client.get(location.removeprefix("/en")))


def test_an_offer_is_answered_with_what_is_left(client: Client) -> None:
    page = client.get(asked(client, offer_city="深圳", offer_gross="1.2万"))
    assert "In Shenzhen you would have CNY" in soup(page).h1.get_text()  # type: ignore[union-attr]


def test_what_is_missing_stands_before_any_range(client: Client) -> None:
    page = client.get(asked(client)).content.decode()
    assert page.index('id="gaps-title"') < page.index('id="overview-title"')


def test_each_number_opens_to_its_sources(client: Client) -> None:
    page = soup(client.get(f"{asked(client)}city/110000/"))
    lines = page.select("details.line")
    assert len(lines) > 20
    assert all(line.select_one("p") for line in lines)
    rent = next(line for line in lines if "Rent" in line.summary.get_text())  # type: ignore[union-attr]
    assert rent.select_one(".source")


def test_pay_of_nothing_is_a_valid_answer(client: Client) -> None:
    assert client.get(asked(client, gross="0")).status_code == 200


def test_home_may_be_the_city_of_the_offer(client: Client) -> None:
    page = client.get(asked(client, offer_city="辽源", offer_gross="6000"))
    assert "Changed like this, Liaoyuan leaves you" in words(page)


def test_a_shared_name_is_noted_on_the_answer(client: Client) -> None:
    page = client.get(asked(client, home="吉林"))
    assert "We took “吉林” as the city Jilin City" in words(page)


# What is wrong


@pytest.mark.parametrize("gross", ["", "-1", "1e12", "1000000000000", "viel", "１２ab"])
@pytest.mark.parametrize(("prefix", "error"), [("", "错误："), ("/en", "Error: ")])
def test_a_fault_is_said_on_top_in_the_title_and_at_the_field(
    client: Client, prefix: str, error: str, gross: str
) -> None:
    response = client.post(f"{prefix}/check/", QUICK | {"gross": gross})
    page = soup(response)
    assert response.status_code == 422
    assert page.title is not None
    assert page.title.get_text().startswith(error)
    link = page.select_one(".faults a")
    field = page.select_one("#id_gross")
    assert link is not None
    assert field is not None
    assert link["href"] == "#id_gross"
    assert field["aria-invalid"] == "true"
    described = str(field["aria-describedby"]).split()
    assert page.select_one(f"#{described[-1]}").get_text() == link.get_text()  # type: ignore[union-attr]
    assert field.get("value", "") == gross
    assert page.select_one("#id_home")["value"] == "辽源"  # type: ignore[index]
    assert not Draft.objects.exists()


def test_an_unknown_city_offers_the_nearest_as_buttons(client: Client) -> None:
    page = soup(client.post("/check/", QUICK | {"home": "辽原"}))
    button = page.select_one(".suggestions button[value='220400']")
    assert button is not None
    assert button["name"] == "home"
    chosen = client.post("/check/", {**QUICK, "home": ["辽原", "220400"]})
    assert chosen.status_code == 302


def test_nothing_at_all_is_answered_with_what_is_missing(client: Client) -> None:
    response = client.post("/en/check/", {})
    assert response.status_code == 422
    assert len(soup(response).select(".faults li")) == 4


def test_ten_thousand_destinations_are_refused_in_a_sentence(client: Client) -> None:
    many = {f"destinations-{index}": "440300" for index in range(10_000)}
    response = client.post("/en/check/", QUICK | many)
    assert response.status_code == 400
    assert "This request can't be read" in words(response)


def test_more_cities_than_can_be_compared_are_refused_in_a_sentence(client: Client) -> None:
    location = asked(client)
    draft = Draft.objects.get()
    draft.document["destinations"] = [{"city": "220400"}] * 12
    draft.save()
    response = client.post(f"{location}cities/", {"add-city": "杭州"})
    assert response.status_code == 422
    assert "At most 12 cities can be compared at once" in soup(response).select_one(".faults").text  # type: ignore[union-attr]


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("path", ["/en/", "/en/check/", "/en/example/", "/en/places/"])
def test_other_methods_are_refused_in_a_sentence(client: Client, method: str, path: str) -> None:
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "This address does not take that" in words(response)


@pytest.mark.parametrize(
    "tail", ["nothing/", "offer/", "pay/440300/", "offer/330100/", "offer/circus/"]
)
def test_a_part_that_does_not_exist_is_not_found(client: Client, tail: str) -> None:
    assert client.get(asked(client) + tail).status_code == 404


def test_a_form_without_its_token_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/en/check/", QUICK)
    assert response.status_code == 403
    assert "The form was open for too long, or cookies are switched off." in words(response)


def test_a_draft_that_can_no_longer_be_read_is_explained(client: Client) -> None:
    location = asked(client)
    Draft.objects.update(document={"home": {"city": "220400"}, "destinations": []})
    response = client.get(location)
    assert response.status_code == 409
    assert "earners is missing" in words(response)


# Changing a part


def test_every_part_is_a_page_by_itself(client: Client) -> None:
    location = asked(client)
    at_home = soup(client.get(location)).select("a.change")
    there = soup(client.get(f"{location}city/110000/")).select("a.change")
    assert (len(at_home), len(there)) == (11, 4)
    assert len(soup(client.get(f"{location}whole/")).select("a.change")) == 11 + 4 * 4
    for link in at_home + there:
        page = soup(client.get(str(link["href"])))
        assert page.h1
        assert page.select_one("main form[method=post]")


def test_without_scripts_a_change_is_sent_on_to_the_answer(client: Client) -> None:
    location = asked(client)
    response = client.post(f"{location}pay/", {"pay-gross": "9000"})
    assert response.status_code == 302
    assert response.headers["Location"] == location
    assert "CNY 9,000 a month" in words(client.get(location))


def test_with_htmx_a_change_brings_the_new_answer(client: Client) -> None:
    location = asked(client)
    response = htmx(client, "post", f"{location}pay/", "div#result", {"pay-gross": "9000"})
    page = soup(response)
    assert response.status_code == 200
    assert not page.select("html, header")
    assert page.h1 is not None
    assert page.h1.has_attr("autofocus")
    assert page.select_one("hx-partial[hx-target='#announcement']")
    assert "CNY 9,000 a month" in page.get_text()


def test_with_htmx_a_part_opens_in_its_place(client: Client) -> None:
    location = asked(client)
    response = htmx(client, "get", f"{location}pay/", "div#editor-pay")
    page = soup(response)
    assert not page.select("html, header")
    assert page.select_one("#id_pay-gross")["value"] == "4,500"  # type: ignore[index]


def test_with_htmx_a_fault_stays_in_the_place_of_its_part(client: Client) -> None:
    location = asked(client)
    response = htmx(client, "post", f"{location}pay/", "div#result", {"pay-gross": "viel"})
    assert response.status_code == 422
    assert response.headers["HX-Retarget"] == "#editor-pay"
    assert soup(response).title.get_text().startswith("Error: ")  # type: ignore[union-attr]
    assert soup(response).select_one("#id_pay-gross")["value"] == "viel"  # type: ignore[index]


def test_without_scripts_a_fault_is_a_page_with_what_was_typed(client: Client) -> None:
    location = asked(client)
    response = client.post(f"{location}flat/440300/", {"flat-440300-rent": "-1"})
    assert response.status_code == 422
    assert soup(response).select_one("#id_flat-440300-rent")["value"] == "-1"  # type: ignore[index]


def test_what_htmx_cannot_show_is_said_above_the_last_good_page(client: Client) -> None:
    response = htmx(client, "get", f"/en/c/{ABSENT}/", "div#result")
    assert response.status_code == 404
    assert response.headers["HX-Retarget"] == "#problem"
    assert not soup(response).select("html, header")


def test_a_destination_is_added_and_left_out(client: Client) -> None:
    location = asked(client)
    client.post(f"{location}cities/", {"add-city": "hangzhou"})
    assert soup(client.get(location)).select_one("#city-330100")
    client.post(f"{location}remove/330100/")
    assert not soup(client.get(location)).select_one("#city-330100")


def test_the_last_destination_stays(client: Client) -> None:
    location = asked(client)
    for city in ("110000", "310000", "440100", "440300"):
        client.post(f"{location}remove/{city}/")
    assert [one["city"] for one in Draft.objects.get().document["destinations"]] == ["440300"]
    assert client.get(location).status_code == 200


def test_a_home_elsewhere_and_a_changed_convention_are_answered(client: Client) -> None:
    location = asked(client)
    client.post(
        f"{location}home/", {"home-city": "长春", "home-kind": "renter", "home-rent": "1500"}
    )
    client.post(f"{location}conventions/", {"conventions-deposit_months": "3"})
    page = words(client.get(location))
    assert "Living in Changchun" in page
    assert Draft.objects.get().document["assumptions"] == {"deposit_months": 3}


# Searching for a city


@pytest.mark.parametrize("typed", ["辽源", "liaoyuan", "liao yuan", "LY", "Liaoyuan"])
def test_a_city_is_found_by_every_kind_of_name(client: Client, typed: str) -> None:
    response = htmx(client, "get", "/places/", "ul#places-id_home", {"of": "home", "home": typed})
    options = soup(response).select("[role=option]")
    assert "辽源" in [option["data-name"] for option in options]
    assert len(options) <= 8


def test_a_search_for_nothing_finds_nothing(client: Client) -> None:
    assert not soup(htmx(client, "get", "/places/", "ul#places-id_home")).select("li")
    assert client.get("/places/").status_code == 200


# All pages


def test_every_page_varies_on_what_it_depends_on(client: Client) -> None:
    for path in ("/", "/en/", "/example/", "/places/?q=a", asked(client), "/absent/"):
        varies = client.get(path).headers["Vary"]
        assert {"HX-Request", "HX-Target", "Cookie", "Accept-Language"} <= set(varies.split(", "))


def test_drafts_have_no_page_by_guessing(client: Client) -> None:
    assert client.get(reverse("result", args=[ABSENT])).status_code == 404
