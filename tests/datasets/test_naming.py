"""A typed name means one city, or the product asks back. It never takes another city instead."""

import pytest

from advisor.datasets.naming import Ambiguous, Found, Gazetteer, NotACity, Unknown
from tests.datasets.bundled_places import bundled_places

GAZETTEER = Gazetteer(bundled_places())


@pytest.mark.parametrize(
    ("text", "adcode"),
    [
        ("220400", "220400"),
        ("２２０４００", "220400"),
        ("Liaoyuan", "220400"),
        ("LIAOYUAN", "220400"),
        ("liaoyuan city", "220400"),
        ("liaoyuanshi", "220400"),
        ("辽源", "220400"),
        ("辽源市", "220400"),
        (" 辽 源 ", "220400"),
        ("吉林省辽源市", "220400"),
        ("吉林辽源", "220400"),
        ("Xi'an", "610100"),
        ("Xi’an", "610100"),
        ("xian", "610100"),
        ("Lüliang", "141100"),
        ("lvliang", "141100"),
        ("Urumqi", "650100"),
        ("wulumuqi", "650100"),
        ("chongqing", "500000"),
        ("北京市", "110000"),
        ("延边", "222400"),
        ("延边州", "222400"),
        ("延边自治州", "222400"),
        ("延边朝鲜族自治州", "222400"),
        ("锡林郭勒盟", "152500"),
        ("锡林郭勒", "152500"),
        ("阿里地区", "542500"),
        ("阿里", "542500"),
        ("神农架", "429021"),
        ("台州", "331000"),
        ("Taizhou (Zhejiang)", "331000"),
        ("taizhou, zhejiang", "331000"),
        ("江苏泰州", "321200"),
        ("宿州", "341300"),
        ("海南州", "632500"),
        ("海南藏族自治州", "632500"),
        ("jilin-city", "220200"),
    ],
)
def test_a_city_is_found_by_any_of_its_names(text: str, adcode: str) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, Found)
    assert found.place.adcode == adcode


@pytest.mark.parametrize("city", GAZETTEER.cities, ids=lambda city: city.slug)
def test_every_city_is_found_by_its_code_and_its_full_names(city) -> None:
    for text in (city.adcode, city.name_zh, city.name_en, city.slug):
        found = GAZETTEER.named(text)
        assert isinstance(found, Found)
        assert found.place == city


@pytest.mark.parametrize(
    ("text", "adcode", "others"),
    [
        ("吉林", "220200", {"220000"}),
        ("Jilin", "220200", {"220000"}),
        ("朝阳", "211300", {"110105", "220104"}),
        ("Chaoyang", "211300", {"110105", "220104"}),
        ("西安", "610100", {"220403"}),
        ("Suzhou", "320500", {"341300"}),
        ("Fuzhou", "350100", {"361000"}),
        ("yushu", "632700", {"220182"}),
    ],
)
def test_a_city_comes_first_and_the_others_of_its_name_are_said(
    text: str, adcode: str, others: set[str]
) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, Found)
    assert found.place.adcode == adcode
    assert {place.adcode for place in found.others} == others


@pytest.mark.parametrize("text", ["辽源", "吉林市", "Beijing", "朝阳市", "西安市"])
def test_a_clear_name_has_nothing_beside_it(text: str) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, Found)
    assert found.others == ()


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("Taizhou", ["321200", "331000"]),
        ("taizhou", ["321200", "331000"]),
        ("Yichun", ["230700", "360900"]),
        ("yulin", ["450900", "610800"]),
    ],
)
def test_a_name_of_cities_that_all_need_a_bracket_is_asked_back(
    text: str, cities: list[str]
) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, Ambiguous)
    assert [place.adcode for place in found.candidates] == cities


@pytest.mark.parametrize("text", ["海南", "Hainan"])
def test_hainan_is_not_taken_for_the_prefecture_in_qinghai(text: str) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, Ambiguous)
    assert found.candidates[0].adcode == "632500"
    assert {"460100", "460200"} <= {place.adcode for place in found.candidates}


@pytest.mark.parametrize(
    ("text", "places", "cities"),
    [
        ("海淀", ["110108"], ["110000"]),
        ("Haidian", ["110108"], ["110000"]),
        ("Haidian District", ["110108"], ["110000"]),
        ("北京市海淀区", ["110108"], ["110000"]),
        ("110108", ["110108"], ["110000"]),
        ("朝阳区", ["110105", "220104"], ["110000", "220100"]),
        ("西安区", ["220403"], ["220400"]),
        ("榆树", ["220182"], ["220100"]),
        ("中国", ["000000"], []),
        ("东北", ["R4"], []),
        ("R4", ["R4"], []),
    ],
)
def test_a_district_a_region_or_the_nation_is_refused(
    text: str, places: list[str], cities: list[str]
) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, NotACity)
    assert [place.adcode for place in found.places] == places
    assert [place.adcode for place in found.candidates] == cities


@pytest.mark.parametrize("text", ["吉林省", "辽宁", "Liaoning", "内蒙古", "Guangdong province"])
def test_a_province_is_refused_with_its_cities(text: str) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, NotACity)
    [province] = found.places
    assert found.candidates
    assert {city.parent for city in found.candidates} == {province.adcode}


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Liaoyuann", "220400"),
        ("Laioyuan", "220400"),
        ("Liaoy", "220400"),
        ("辽原", "220400"),
        ("Shenzen", "440300"),
        ("Guangzou", "440100"),
    ],
)
def test_an_unknown_name_is_not_swapped_but_the_nearest_are_offered(
    text: str, nearest: str
) -> None:
    found = GAZETTEER.named(text)
    assert isinstance(found, Unknown)
    assert found.text == text
    assert nearest in {place.adcode for place in found.nearest}
    assert len(found.nearest) <= 3


@pytest.mark.parametrize(
    "text", ["", "   ", "!?", "999999", "Atlantis Xyz", "香港", "🏙", "x" * 500]
)
def test_what_is_like_no_name_gets_no_suggestion(text: str) -> None:
    assert GAZETTEER.named(text) == Unknown(text)


def test_without_places_everything_is_unknown() -> None:
    empty = Gazetteer(())
    assert empty.named("Liaoyuan") == Unknown("Liaoyuan")
    assert empty.search("l") == ()
