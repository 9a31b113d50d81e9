"""Places have a parent up to the nation, an address of their own, and can be typed."""

import re

import pytest

from advisor.datasets.bundled import BundledEdition

PLACES = {row["adcode"]: row for row in BundledEdition().table("places")}
CITIES = [row for row in PLACES.values() if row["level"] == "city"]

PINYIN_WITH_SEVERAL_READINGS = {
    "500000": "chongqing",
    "220100": "changchun",
    "350200": "xiamen",
    "341500": "luan",
    "341600": "bozhou",
    "340300": "bengbu",
    "331100": "lishui",
    "331000": "taizhou",
    "211300": "chaoyang",
    "140400": "changzhi",
    "511100": "leshan",
    "469027": "ledong",
    "430100": "changsha",
    "530700": "lijiang",
    "540300": "changdu",
    "441900": "dongguan",
    "411100": "luohe",
    "141100": "lvliang",
    "610000": "shanxi",
    "310112": "minhang",
    "440114": "huadu",
    "652800": "bayinguoleng",
    "650100": "wulumuqi",
    "222400": "yanbian",
}

NAMES_IN_THE_SPELLING_OF_OTHER_LANGUAGES = {
    *("Hohhot", "Ordos", "Hulunbuir", "Bayannur", "Ulanqab", "Hinggan", "Xilingol", "Alxa"),
    *("Harbin", "Qiqihar", "Garze", "Lhasa", "Shigatse", "Chamdo", "Nyingchi", "Nagqu", "Ngari"),
    *("Golog", "Urumqi", "Karamay", "Turpan", "Bortala", "Bayingolin", "Aksu", "Kizilsu"),
    *("Kashgar", "Hotan", "Ili", "Altay", "Aral", "Tumxuk"),
}


def test_every_place_leads_up_to_the_nation() -> None:
    for adcode in PLACES:
        steps = [adcode]
        while parent := PLACES[steps[-1]]["parent"]:
            assert parent not in steps
            steps.append(parent)
        assert steps[-1] == "000000"


def test_every_address_is_plain_and_of_one_place_only() -> None:
    slugs = [row["slug"] for row in PLACES.values()]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)


@pytest.mark.parametrize(
    ("adcode", "slug"),
    [
        ("220400", "liaoyuan"),
        ("220200", "jilin-city"),
        ("610100", "xian"),
        ("320500", "suzhou"),
        ("341300", "suzhou-anhui"),
        ("331000", "taizhou-zhejiang"),
        ("632500", "hainan-qinghai"),
        ("110105", "beijing-chaoyang-district"),
        ("220104", "changchun-chaoyang-district"),
    ],
)
def test_an_address_is_the_english_name_made_unique(adcode: str, slug: str) -> None:
    assert PLACES[adcode]["slug"] == slug


@pytest.mark.parametrize(("adcode", "pinyin"), PINYIN_WITH_SEVERAL_READINGS.items())
def test_pinyin_is_the_reading_of_the_place(adcode: str, pinyin: str) -> None:
    assert PLACES[adcode]["pinyin"] == pinyin


def test_pinyin_agrees_with_the_english_name_but_for_names_from_other_languages() -> None:
    other_spelling = set()
    for row in CITIES:
        english = re.sub(r" City$| \(.*\)$|'", "", row["name_en"])
        if english.lower() != row["pinyin"].replace("lv", "lu"):
            other_spelling.add(english)
    assert other_spelling == NAMES_IN_THE_SPELLING_OF_OTHER_LANGUAGES


def test_initials_begin_with_the_first_letter_and_have_one_a_sign() -> None:
    for row in CITIES:
        assert row["initials"][0] == row["pinyin"][0]
        assert len(row["initials"]) == len(row["short_zh"])


def test_a_short_name_is_the_beginning_of_the_name_without_its_kind() -> None:
    for row in CITIES:
        assert row["name_zh"].startswith(row["short_zh"])
        assert not re.search(
            r"(市|州|盟|地区|族)$", row["name_zh"].removeprefix(row["short_zh"])[:-1]
        )
    assert PLACES["222400"]["short_zh"] == "延边"
    assert PLACES["522300"]["short_zh"] == "黔西南"


def test_every_city_has_coordinates_in_china() -> None:
    for row in CITIES:
        assert 3 < float(row["lat"]) < 54
        assert 73 < float(row["lon"]) < 136


def test_the_four_tier_one_cities_are_marked() -> None:
    first = {row["adcode"] for row in CITIES if row["tier"] == "first"}
    assert first == {"110000", "310000", "440100", "440300"}
