"""The publishers' own forms, read from samples in their shape."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from advisor.sources.errors import MappingError, ReadError, SourceError
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.reading import Form, tidy
from tests.sources.samples import SAMPLES, plain

PAGE = (SAMPLES / "nbs_70_cities_2026-07.html").read_text()
ANSWER = (SAMPLES / "nbs_data_service_provinces_2025.json").read_text()
CITIES = Form(format="publisher", publisher="nbs_70_cities")
MAPPED = {"A0A0X01": "consumption_urban_total", "A030X02": "population_year_end"}
SERVICE = Form(format="publisher", publisher="nbs_data_service")


def around(**given: Any) -> Surroundings:
    known = {
        "source": "nbs",
        "units": {"consumption_urban_total": "CNY/person/year", "population_year_end": "persons"},
        "known": lambda place, indicator, period: "120" if period == "2026-06" else None,
        "place_of": lambda name, level: f"{level}:{name}",
    }
    return Surroundings(**{**known, **given})


def code_of(read: Callable[[], object]) -> str:
    with pytest.raises(SourceError) as found:
        read()
    return found.value.code


def test_the_release_on_70_cities_goes_on_from_the_level_of_the_month_before() -> None:
    found = tidy(PAGE.encode(), CITIES, around(mapping={"level_source": "chain"}))
    rows = plain(found, "place", "indicator", "period", "value", "status", "source")
    assert len(rows) == 70 * 2 * 2
    assert len({row[1] for row in rows}) == 70
    city, level, period, value, status, source = rows[0][1:]
    assert (city, level, period, status, source) == (
        "city:北京",
        "hpi_new",
        "2026-07",
        "e",
        "chain",
    )
    index = PAGE.split("北　　京</span></p></td><td>")[1][:4].rstrip("<")
    assert float(value) == pytest.approx(120 * float(index) / 100, abs=1e-4)


def test_the_published_change_in_a_year_is_kept() -> None:
    found = tidy(PAGE.encode(), CITIES, around())
    rows = [
        row for row in plain(found, "place", "indicator", "value", "note") if row[1] == "city:大理"
    ]
    changes = {row[2]: row for row in rows}
    row = changes["hpi_secondhand_change_1y"]
    index = row[4].rpartition(" ")[2]
    assert float(row[3]) == pytest.approx(float(index) / 100 - 1)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("二手住宅销售价格指数", "存量住宅指数", "table_not_found"),
        ("<td>环比</td><td>同比</td>", "<td>同比</td><td>环比</td>", "columns_changed"),
        ('<td rowspan="2">城市</td>', '<td rowspan="2">地区</td>', "columns_changed"),
        ("<td><p><span>大　　理</span></p></td>", "<td></td>", "cities_missing"),
        ("表1：2026年7月", "表1：", "table_not_found"),
    ],
)
def test_a_release_that_is_not_as_it_was_is_not_read(old: str, new: str, code: str) -> None:
    assert old in PAGE
    assert code_of(lambda: tidy(PAGE.replace(old, new).encode(), CITIES, around())) == code


def test_a_release_of_which_the_month_before_is_not_in_force_is_not_read() -> None:
    lost = around(known=lambda *_: None)
    assert code_of(lambda: tidy(PAGE.encode(), CITIES, lost)) == "month_before_missing"


def test_the_data_service_gives_the_mapped_indicators_in_our_units() -> None:
    found = tidy(ANSWER.encode(), SERVICE, around(mapping={"indicators": MAPPED}))
    rows = plain(found, "place", "indicator", "period", "value", "source")
    assert len(rows) == 9  # Xinjiang has no consumption, and one indicator is not mapped
    assert rows[1][1:] == ("220000", "consumption_urban_total", "2025", "31234.5", "nbs")
    assert ("110000", "population_year_end", "2025", "21832000.0", "nbs") in [
        row[1:] for row in rows
    ]


def test_a_place_without_data_has_no_figure_of_zero() -> None:
    found = tidy(ANSWER.encode(), SERVICE, around(mapping={"indicators": MAPPED}))
    assert not [row for row in plain(found, "place", "value") if float(row[2]) == 0]


def test_a_unit_that_is_no_longer_the_indicators_stops_the_reading() -> None:
    changed = ANSWER.replace('"unit": "元"', '"unit": "公斤"')
    reading = around(mapping={"indicators": MAPPED})
    assert code_of(lambda: tidy(changed.encode(), SERVICE, reading)) == "unit_unknown"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"returncode": 501}, "service_refused"),
        ({"returndata": {}}, "path_missing"),
    ],
)
def test_an_answer_without_data_is_refused(change: dict[str, Any], code: str) -> None:
    content = json.dumps({**json.loads(ANSWER), **change}).encode()
    reading = around(mapping={"indicators": MAPPED})
    with pytest.raises(ReadError) as found:
        tidy(content, SERVICE, reading)
    assert found.value.code == code


def test_a_publisher_needs_its_mapping_and_a_known_name() -> None:
    with pytest.raises(MappingError):
        tidy(ANSWER.encode(), SERVICE, around())
    with pytest.raises(MappingError):
        tidy(b"{}", Form(format="publisher", publisher="nobody"), around())
