"""Two cities side by side: both figures with their sources, and a ratio only where one can be."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation

from advisor.comparisons.method_page import method_book
from advisor.comparisons.presenters.city.beside import beside_view, ratio_words
from advisor.comparisons.presenters.city.pairs import Why, own_pair, pair
from advisor.datasets.loading import reference
from tests.comparisons.cities.test_city_pages import ON

pytestmark = pytest.mark.django_db
LIAOYUAN, TONGHUA, SHENZHEN, NANTONG = "220400", "220500", "440300", "320600"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.0, "about the same in both"),
        (1.04, "about the same in both"),
        (1.62, "62% more in Shenzhen"),
        (0.4, "60% less in Shenzhen"),
        (4.81, "4.8 times as much in Shenzhen"),
    ],
)
def test_ratios_are_said_in_words(ratio: float, words: str) -> None:
    assert ratio_words(ratio, "Shenzhen") == words


def test_a_ratio_is_of_one_period_and_of_both_places_own_figures() -> None:
    one = pair(reference(on=ON), LIAOYUAN, SHENZHEN, "nonprivate_avg_wage")
    assert one.why is None
    assert one.here.observation.period == one.there.observation.period
    assert one.ratio == one.there.value / one.here.value


def test_no_ratio_is_said_of_figures_that_cannot_stand_beside_each_other() -> None:
    figures = reference(on=ON)
    wage = "nonprivate_avg_wage"
    assert pair(figures, LIAOYUAN, TONGHUA, "rent_two_bed").why is Why.NOT_KNOWN
    assert pair(figures, NANTONG, "320700", wage).why is Why.SAME_FIGURE
    assert pair(figures, NANTONG, SHENZHEN, wage).why is Why.OTHER_RUNG


def test_the_air_of_another_place_says_nothing() -> None:
    one = own_pair(reference(on=ON), LIAOYUAN, TONGHUA, "commute_oneway_min")
    assert one.here is not None
    assert one.there is None


def test_every_figure_of_both_cities_names_its_source() -> None:
    figures = reference(on=ON)
    view = beside_view(figures, LIAOYUAN, SHENZHEN, method_book(figures))
    shown = [one for part in view.sections for row in part.rows for one in (row.here, row.there)]
    assert len(view.in_short) == 4
    assert all(one.source.title and one.period for one in shown if one)
    for city in (view.here, view.there):
        assert all(row[-1].sources for table in city.rules.tables for row in table.rows)


def test_the_page_swaps_both_and_leads_to_each(client: Client) -> None:
    html = BeautifulSoup(client.get("/en/compare-cities/liaoyuan/shenzhen/").content, "html.parser")
    links = [link["href"] for link in html.select("main a")]
    assert {"/en/compare-cities/shenzhen/liaoyuan/", "/en/cities/liaoyuan/"} <= {*links}
    assert "2.2 times as much in Shenzhen" in html.select_one(".promise").text


@pytest.mark.parametrize(
    ("url", "status", "location"),
    [
        ("/en/compare-cities/220400/shenzhen/", 301, "/en/compare-cities/liaoyuan/shenzhen/"),
        ("/en/compare-cities/liaoyuan/liaoyuan/", 302, "/en/cities/liaoyuan/"),
        ("/en/compare-cities/liaoyuan/nowhere-at-all/", 404, None),
        (
            "/en/compare-cities/?here=辽源&there=Shenzhen",
            302,
            "/en/compare-cities/liaoyuan/shenzhen/",
        ),
        ("/en/compare-cities/?here=辽源&there=辽源", 422, None),
        ("/en/compare-cities/?here=&there=Shenzhen", 422, None),
        ("/en/compare-cities/", 200, None),
    ],
)
def test_addresses_and_the_form_lead_to_one_page(
    client: Client, url: str, status: int, location: str | None
) -> None:
    answer = client.get(url)
    assert (answer.status_code, answer.headers.get("Location")) == (status, location)


def test_an_unclear_name_is_asked_back_with_the_cities_it_may_mean(client: Client) -> None:
    answer = client.get("/en/compare-cities/", {"here": "台州泰州", "there": "Yichun"})
    assert answer.status_code == 422
    assert "Yichun" in answer.content.decode()
