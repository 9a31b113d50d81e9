"""The list of cities."""

import json
from typing import get_args

import pytest

from advisor.api.schemas.cities import CityList, Tier
from advisor.datasets.models import Edition
from advisor.datasets.place_search import TIERS
from tests.api.asking import CLIENT, get, problem

pytestmark = pytest.mark.django_db


def listed(query=""):
    """The answer to a query."""
    response = get(f"cities?{query}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def names(query):
    """The English names of the cities found."""
    return [city["name_en"] for city in listed(query)["cities"]]


def test_a_city_is_listed_with_all_its_names_and_where_its_tier_is_from():
    (city,) = listed("q=liaoyuan")["cities"]
    assert city == {
        "adcode": "220400",
        "name_en": "Liaoyuan",
        "name_zh": "辽源市",
        "short_zh": "辽源",
        "slug": "liaoyuan",
        "province": {"adcode": "220000", "name_en": "Jilin", "name_zh": "吉林省"},
        "tier": "fourth-and-below",
        "tier_source": "yicai_tiers_2025",
        "tier_year": "2025",
        "lat": pytest.approx(42.89, abs=0.01),
        "lon": pytest.approx(125.14, abs=0.01),
    }


def test_the_list_is_as_the_openapi_document_describes_it():
    for query in ("limit=500", "q=ji&limit=3", "offset=9999"):
        answer = listed(query)
        assert CityList.model_validate(answer).model_dump(mode="json") == answer
    assert get_args(Tier) == TIERS


def test_pages_lead_through_all_cities_once():
    address, seen = "/api/v1/cities?limit=150", []
    while address:
        page = json.loads(CLIENT.get(address).content)
        seen += [city["adcode"] for city in page["cities"]]
        address = page["next"]
    assert len(seen) == page["total"] == 361
    assert seen == sorted(set(seen))


def test_the_first_tier_is_four_cities():
    assert names("tier=first") == ["Beijing", "Shanghai", "Guangzhou", "Shenzhen"]


@pytest.mark.parametrize("province", ["220000", "Jilin", "jilin", "吉林", "吉林省"])
def test_a_province_goes_by_any_of_its_names(province):
    found = listed(f"province={province}&limit=3")
    assert found["total"] == 9
    assert {city["province"]["adcode"] for city in found["cities"]} == {"220000"}
    assert f"province={'%' if not province.isascii() else province}" in found["next"]


def test_a_municipality_is_its_own_province():
    assert names("province=Beijing") == ["Beijing"]
    assert listed("q=上海")["cities"][0]["province"]["adcode"] == "310000"


def test_filters_hold_together_and_empty_ones_do_not_count():
    assert names("q=chang&province=jilin&tier=second") == ["Changchun"]
    assert listed("q=&province=")["total"] == 361


@pytest.mark.parametrize(
    ("query", "path", "code"),
    [
        ("limit=0", "limit", "greater_than_equal"),
        ("limit=501", "limit", "less_than_equal"),
        ("limit=many", "limit", "int_parsing"),
        ("offset=-1", "offset", "greater_than_equal"),
        ("tier=fifth", "tier", "literal_error"),
        ("province=Atlantis", "province", "province_unknown"),
        ("province=440300", "province", "province_unknown"),
        ("colour=red", "colour", "extra_forbidden"),
        (f"q={'x' * 61}", "q", "string_too_long"),
    ],
)
def test_a_query_that_is_not_right_is_told_where(query, path, code):
    (fault,) = problem(get(f"cities?{query}"))["errors"]
    assert (fault["path"], fault["code"]) == (path, code)


def test_who_has_the_list_already_is_not_sent_it_again():
    first = get("cities?limit=5")
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    assert first.headers["ETag"].startswith(f'"{Edition.objects.latest("published_at").id}-')
    again = get("cities?limit=5", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    other = get("cities?limit=6", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_head_is_answered_without_a_body():
    head, whole = CLIENT.head("/api/v1/cities"), get("cities")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
