"""From a publisher's table to the tidy form, by a mapping that staff fill in."""

from decimal import Decimal
from typing import Any

import pytest

from advisor.sources.csv_tables import csv_table
from advisor.sources.errors import MappingError, ReadError
from advisor.sources.mapping import mapping_of
from advisor.sources.periods import period_of
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.reading import Form, tidy
from advisor.sources.tidy_csv import TidyTable
from advisor.sources.tidying import tidied
from advisor.sources.units import factor
from tests.sources.samples import plain, workbook

UNITS = {"price": "CNY/m2", "rent": "CNY/m2/month", "share": "fraction"}
SIMPLE = {
    "columns": {"place": "城市", "period": "月份", "value": "均价"},
    "constants": {"indicator": "price"},
}
AROUND = Surroundings(source="office", units=UNITS, known=lambda *_: None, place_of=lambda *_: None)


def read(text: str, **mapping: Any) -> TidyTable:
    known = mapping_of({**SIMPLE, **mapping})
    return tidied(csv_table(text.encode()), known, source="office", units=UNITS)


def test_columns_are_taken_by_their_headings_whatever_their_order() -> None:
    found = read("均价,备注,城市,月份\n2875,x,辽源,2026年6月\n", constants={"indicator": "price"})
    assert plain(found, "place", "indicator", "period", "value", "source") == [
        (2, "辽源", "price", "2026-06", "2875", "office")
    ]
    assert plain(found, "low", "range_kind", "status", "note") == [(2, "", "", "", "")]


def test_units_are_changed_exactly() -> None:
    found = read("城市,月份,均价\n辽源,2026-06,0.2875\n", units={"*": "万元/平方米"})
    assert plain(found, "value") == [(2, "2875.0000")]


def test_an_indicator_may_have_a_unit_of_its_own() -> None:
    text = "城市,月份,均价,what\n甲,202606,0.29,房价\n甲,202606,15.59,租金\n甲,202606,5,share\n"
    found = read(
        text,
        columns=SIMPLE["columns"] | {"indicator": "what"},
        constants={},
        indicators={"房价": "price", "租金": "rent"},
        units={"price": "万元", "share": "%"},
    )
    assert plain(found, "indicator", "value") == [
        (2, "price", "2900.00"),
        (3, "rent", "15.59"),
        (4, "share", "0.05"),
    ]


def test_cells_that_stand_for_no_figure_say_nothing() -> None:
    found = read(
        "城市,月份,均价\n辽源,2026-06,—\n四平,2026-06,...\n长春,2026-06,N/A\n吉林,2026-06,5\n"
    )
    assert plain(found, "place") == [(5, "吉林")]


def test_what_is_no_number_stays_to_be_refused() -> None:
    found = read("城市;月份;均价\n辽源;2026-06;2,875\n四平;2026-06;=1+1\n长春;2026-06;３０００\n")
    assert plain(found, "value") == [(2, "2,875"), (3, "=1+1"), (4, "3000")]


def test_signs_in_numbers_are_read_only_as_staff_said() -> None:
    text = "城市;月份;均价\n辽源;2026-06;2.875,5\n四平;2026-06;12,5\n"
    found = read(text, decimal=",", thousands=".")
    assert plain(found, "value") == [(2, "2875.5"), (3, "12.5")]
    assert plain(read("城市;月份;均价\n辽源;2026-06;2,875\n", thousands=","), "value") == [
        (2, "2875")
    ]


def test_periods_as_columns_become_rows() -> None:
    found = read(
        "城市,2024年,2025,note\n辽源,1,2,x\n四平,,4,y\n",
        columns={"place": "城市"},
        wide={"each_is": "period"},
    )
    assert plain(found, "place", "period", "value") == [
        (2, "辽源", "2024", "1"),
        (2, "辽源", "2025", "2"),
        (3, "四平", "2025", "4"),
    ]


def test_indicators_as_columns_become_rows_in_their_own_units() -> None:
    found = read(
        "城市,月份,房价(万元),租金\n辽源,202606,0.29,15\n",
        columns={"place": "城市", "period": "月份"},
        constants={},
        wide={"each_is": "indicator", "columns": {"房价(万元)": "price", "租金": "rent"}},
        units={"price": "万元/m²"},
    )
    assert plain(found, "indicator", "value") == [(2, "price", "2900.00"), (2, "rent", "15")]


def test_low_and_high_come_with_what_they_are() -> None:
    found = read(
        "城市,月份,均价,p25,p75\n辽源,2026-06,0.3,0.2,-\n",
        columns=SIMPLE["columns"] | {"low": "p25", "high": "p75"},
        constants=SIMPLE["constants"] | {"range_kind": "quartiles"},
        units={"*": "万元"},
    )
    assert plain(found, "low", "value", "high", "range_kind") == [
        (2, "2000.0", "3000.0", "", "quartiles")
    ]


def test_a_heading_that_is_gone_is_named_with_those_that_are_there() -> None:
    with pytest.raises(ReadError) as found:
        read("城市,月份,价格\n辽源,2026-06,1\n")
    assert (found.value.code, found.value.params["column"]) == ("column_missing", "均价")
    assert found.value.params["columns"] == ["城市", "月份", "价格"]


def test_a_heading_that_stands_twice_is_not_guessed() -> None:
    with pytest.raises(ReadError, match="column_twice"):
        read("城市,月份,均价,均价\n辽源,2026-06,1,2\n")


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"colums": {}}, "colums"),
        ({"columns": {**SIMPLE["columns"], "price": "x"}}, "columns.price.[key]"),
        ({"decimal": ";"}, "decimal"),
        ({"heading_row": 0}, "heading_row"),
        ({"wide": {"each_is": "place"}}, "wide.each_is"),
        ({"place_level": "village"}, "place_level"),
    ],
)
def test_a_mapping_that_leads_nowhere_is_refused_where_it_is_wrong(
    given: dict[str, Any], path: str
) -> None:
    with pytest.raises(MappingError) as found:
        mapping_of({**SIMPLE, **given})
    assert (found.value.code, found.value.params["path"]) == ("mapping_wrong", path)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"columns": {"place": "a"}}, "parts_missing"),
        ({"columns": {**SIMPLE["columns"], "low": "low"}}, "range_kind_needed"),
        ({"columns": {**SIMPLE["columns"], "indicator": "x"}}, "parts_twice"),
        ({"wide": {"each_is": "period"}}, "parts_spread"),
        ({"decimal": ",", "thousands": ","}, "same_signs"),
    ],
)
def test_a_mapping_that_leaves_a_part_open_says_which(given: dict[str, Any], code: str) -> None:
    with pytest.raises(MappingError, match=code):
        mapping_of({**SIMPLE, **given})


@pytest.mark.parametrize(
    ("given", "wanted", "times"),
    [
        ("元", "CNY/m2", "1"),
        ("万元", "CNY/year", "10000"),
        ("万元/平方米", "CNY/m2", "10000"),
        ("元/㎡", "CNY/m2", "1"),
        ("元／月", "CNY/month", "1"),
        ("元/平方米/月", "CNY/m2/month", "1"),
        ("亿元", "CNY", "100000000"),
        ("%", "fraction", "0.01"),
        ("‰", "fraction", "0.001"),
        ("万人", "persons", "10000"),
    ],
)
def test_units_that_publishers_write_are_known(given: str, wanted: str, times: str) -> None:
    assert factor(given, wanted) == Decimal(times)


@pytest.mark.parametrize(
    ("given", "wanted", "code"),
    [
        ("元/月", "CNY/year", "unit_of_another_kind"),
        ("元/套", "CNY/m2", "unit_unknown"),
        ("%", "CNY/m2", "unit_of_another_kind"),
        ("斤", "CNY/m2", "unit_unknown"),
        ("", "CNY/m2", "unit_unknown"),
    ],
)
def test_a_unit_of_another_kind_is_refused(given: str, wanted: str, code: str) -> None:
    with pytest.raises(MappingError) as found:
        factor(given, wanted)
    assert found.value.code == code


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", "2025"),
        ("2025年", "2025"),
        ("２０２５年度", "2025"),
        ("2026-6", "2026-06"),
        ("2026年6月", "2026-06"),
        ("2026年06月份", "2026-06"),
        ("2026/06", "2026-06"),
        ("202606", "2026-06"),
        ("2026-06-01", "2026-06"),
        ("2026-06-01 00:00:00", "2026-06"),
        ("2026Q2", "2026-06"),
        ("2026年第二季度", "2026-06"),
        ("1-6月", "1-6月"),
        ("202613", "202613"),
        ("去年", "去年"),
    ],
)
def test_periods_that_publishers_write_are_known(text: str, period: str) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("form", "content", "mapping"),
    [
        ("csv", "城市,月份,均价\n辽源,2026-06,5\n".encode(), {}),
        ("xlsx", workbook(["城市", "月份", "均价"], ["辽源", "2026-06", 5]), {"table": "Sheet"}),
        (
            "json",
            '{"d": [{"城市": "辽源", "月份": "2026-06", "均价": 5}]}'.encode(),
            {"records": "d"},
        ),
        (
            "html_table",
            "<table><tr><td>城市<td>月份<td>均价<tr><td>辽源<td>2026-06<td>5</table>".encode(),
            {},
        ),
    ],
)
def test_every_format_leads_to_the_same_rows(
    form: str, content: bytes, mapping: dict[str, Any]
) -> None:
    found = tidy(content, Form(format=form, mapping={**SIMPLE, **mapping}), AROUND)
    assert [row[1:] for row in plain(found, "place", "indicator", "period", "value")] == [
        ("辽源", "price", "2026-06", "5")
    ]


def test_a_tidy_csv_needs_no_mapping() -> None:
    content = (
        b"adcode,indicator,period,value,low,high,status,source_id,note\n1,price,2026,5,,,,s,\n"
    )
    assert plain(tidy(content, Form(format="csv"), AROUND), "place", "range_kind") == [
        (2, "1", None)
    ]
