"""Search as you type finds cities by Chinese name, pinyin, initials and English."""

import pytest

from advisor.datasets.naming import Gazetteer
from tests.datasets.bundled_places import bundled_places

GAZETTEER = Gazetteer(bundled_places())


def found(text: str, limit: int = 8) -> list[str]:
    return [place.short_zh for place in GAZETTEER.search(text, limit)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("辽源", "辽源"),
        ("辽源市", "辽源"),
        ("liaoyuan", "辽源"),
        ("liaoyu", "辽源"),
        ("Liaoyuan", "辽源"),
        ("2204", "辽源"),
        ("bj", "北京"),
        ("sz", "深圳"),
        ("shen", "深圳"),
        ("深", "深圳"),
        ("Urum", "乌鲁木齐"),
        ("wulum", "乌鲁木齐"),
        ("heb", "哈尔滨"),
        ("xi'a", "西安"),
        ("吉林", "吉林"),
        ("taizhou", "台州"),
    ],
)
def test_the_city_meant_comes_first(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_initials_find_a_small_city_among_others() -> None:
    assert "辽源" in found("ly")


def test_larger_cities_come_first_among_equals() -> None:
    assert found("s", 3) == ["上海", "深圳", "苏州"]


def test_what_begins_so_comes_before_what_only_lies_in_the_province() -> None:
    assert found("吉林", 3) == ["吉林", "长春", "四平"]


def test_a_province_lists_its_cities() -> None:
    assert set(found("辽宁", 20)) >= {"沈阳", "大连", "朝阳"}
    assert found("zhejiang", 1) == ["杭州"]


def test_two_signs_inside_a_name_are_enough() -> None:
    assert found("安岭") == ["大兴安岭"]


def test_only_cities_are_found_and_no_more_than_asked_for() -> None:
    places = GAZETTEER.search("b", 5)
    assert len(places) == 5
    assert {place.level for place in places} == {"city"}
    assert found("海淀") == []


@pytest.mark.parametrize("text", ["", " ", "'", "香港", "qqq"])
def test_what_nothing_begins_with_finds_nothing(text: str) -> None:
    assert found(text) == []
