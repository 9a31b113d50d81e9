"""Pages of cities: every city has one, nothing stands on it without its source, 404 helps."""

import gzip
import re
from collections.abc import Iterator
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import translation

from advisor.comparisons.cities import addresses
from advisor.comparisons.method_page import method_book
from advisor.comparisons.presenters.city.page import CityView, city_view
from advisor.datasets.loading import reference
from advisor.datasets.places import gazetteer

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 24)
LARGEST = 30 * 1024  # bytes over the wire


def page(client: Client, url: str) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return BeautifulSoup(answer.content, "html.parser")


def views(language: str) -> Iterator[CityView]:
    figures = reference(on=ON)
    book = method_book(figures)
    with translation.override(language):
        for city in gazetteer().cities:
            yield city_view(figures, city.adcode, book)


def test_every_city_has_a_page_in_both_languages(client: Client) -> None:
    cities = gazetteer().cities
    assert len(cities) == 361
    assert {client.get(f"/cities/{city.slug}/").status_code for city in cities[::30]} == {200}
    assert {client.get(f"/en/cities/{city.slug}/").status_code for city in cities[::30]} == {200}


@pytest.mark.parametrize("language", ["en"])
def test_every_figure_of_every_city_names_its_source(language: str) -> None:
    count = 0
    for view in views(language):
        for section in view.sections:
            for row in (row for table in (*section.tables, *section.more) for row in table.rows):
                assert row[-1].sources, (view.name, row)
                assert row[-1].text, (view.name, row)  # its period, or since when it holds
                count += 1
            for row in (row for trend in section.trends for row in trend.table.rows):
                assert row[0].text, (view.name, row)
                assert row[-1].sources, (view.name, row)
            facts = (*section.facts, *section.national_facts)
            assert all(fact.source.title for fact in facts), view.name
        assert all(one.figure is None or one.figure.source.title for one in view.in_short)
    assert count > 361 * 20


def test_a_city_of_which_little_is_known_says_what_is_missing(client: Client) -> None:
    text = page(client, "/en/cities/sansha/").text
    assert "Not known: Home price, median asking; Home price, mean asking" in text
    assert "Not known: figures of its own on population." in text


def test_the_people_of_the_north_east_stand_in_series_apart(client: Client) -> None:
    text = page(client, "/en/cities/liaoyuan/").select_one("#people").text
    assert "Population, year end, as first published" in text
    assert "are two series" in text
    assert re.search(r"Liaoyuan, by the censuses: From 2010 to 2020: 15.3% less", text)


def test_slugs_are_unique_and_of_plain_letters() -> None:
    slugs = [city.slug for city in gazetteer().cities]
    assert len(set(slugs)) == len(slugs) == 361
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)
    assert {"fuzhou", "fuzhou-jiangxi", "taizhou-jiangsu", "taizhou-zhejiang"} <= set(slugs)


@pytest.mark.parametrize("other", ["220400", "辽源", "Liaoyuan", "LIAOYUAN"])
def test_another_spelling_of_an_address_leads_to_the_right_one(client: Client, other: str) -> None:
    answer = client.get(f"/en/cities/{other}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/cities/liaoyuan/")


def test_a_former_slug_leads_to_the_city(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(addresses.OLD_SLUGS, "city-of-the-dragon", "220400")
    answer = client.get("/cities/city-of-the-dragon/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/cities/liaoyuan/")


def test_former_slugs_are_of_no_city_of_today_and_lead_to_one() -> None:
    cities = {city.adcode: city.slug for city in gazetteer().cities}
    assert not {*addresses.OLD_SLUGS} & {*cities.values()}
    assert {*addresses.OLD_SLUGS.values()} <= {*cities}


def test_an_unknown_city_is_not_found_and_the_nearest_are_offered(client: Client) -> None:
    answer = client.get("/en/cities/liaoyua/")
    assert answer.status_code == 404
    html = BeautifulSoup(answer.content, "html.parser")
    assert "/en/cities/liaoyuan/" in [link["href"] for link in html.select("main li a")]
    assert html.select_one('meta[name="robots"]')["content"] == "noindex"


def test_a_name_that_a_province_shares_is_never_taken_for_the_city(client: Client) -> None:
    answer = client.get("/en/cities/jilin/")
    assert answer.status_code == 404
    assert "/en/cities/jilin-city/" in answer.content.decode()


def test_a_page_is_light_and_the_same_for_everybody(client: Client) -> None:
    url = "/en/cities/shenzhen/"
    stranger = client.get(url).content
    user = get_user_model().objects.create_user("somebody@example.org")
    client.force_login(user)
    assert client.get(url).content == stranger
    assert len(gzip.compress(stranger)) < LARGEST


@pytest.mark.parametrize("url", ["/cities/liaoyuan/", "/compare-cities/liaoyuan/shenzhen/"])
def test_a_page_is_asked_about_by_its_tag_and_costs_few_queries(
    client: Client, url: str, django_assert_max_num_queries
) -> None:
    first = client.get(url)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    with django_assert_max_num_queries(3):
        again = client.get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    with django_assert_max_num_queries(3):
        client.get(url)
    assert client.get(f"/en{url}").headers["ETag"] != first.headers["ETag"]


def test_a_page_names_itself_in_every_language(client: Client) -> None:
    html = page(client, "/en/cities/xian/?from=somewhere")
    links = {(one["rel"][0], one.get("hreflang")): one["href"] for one in html.select("head link")}
    assert links["canonical", None] == "http://testserver/en/cities/xian/"
    assert links["alternate", "zh-Hans"] == "http://testserver/cities/xian/"
    assert links["alternate", "x-default"] == "http://testserver/cities/xian/"
    assert html.title.text.startswith("Xi'an: pay")
