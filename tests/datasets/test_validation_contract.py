"""What every row must keep: else it is set aside with the reason, and the others go on."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.datasets.canonical import decimal_text
from advisor.datasets.validation.numbers import number
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.datasets.wording.rows import ROW_SENTENCES
from tests.datasets.tidy_rows import REGISTRY, examined, row, rows
from tests.datasets.toys import entry

RANGE = {"low": "2500", "high": "3500", "range_kind": "quartiles"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"place": ""}, "place_missing"),
        ({"place": "999999"}, "place_unknown"),
        ({"place": "辽源"}, "place_unknown"),
        ({"indicator": ""}, "indicator_missing"),
        ({"indicator": "prize"}, "indicator_unknown"),
        ({"indicator": "people", "period": "2025"}, "other_dataset"),
        ({"period": "2026"}, "period_form"),
        ({"period": "2026-6"}, "period_form"),
        ({"period": "2026-13"}, "period_form"),
        ({"period": "２０２６-06"}, "period_form"),
        ({"period": ""}, "period_form"),
        ({"indicator": "wage", "period": "2025-12", "value": "9000"}, "period_form"),
        ({"indicator": "offer", "period": "2026-05"}, "period_form"),
        ({"period": "2026-12"}, "period_in_the_future"),
        ({"indicator": "wage", "period": "2027", "value": "9000"}, "period_in_the_future"),
        ({"source": ""}, "source_missing"),
        ({"source": "somebody"}, "source_unknown"),
        ({"value": ""}, "value_missing"),
        ({"value": "NaN"}, "not_finite"),
        ({"value": "-inf"}, "not_finite"),
        ({"value": "=B2*2"}, "formula"),
        ({"value": "3,000"}, "thousands_separator"),
        ({"value": "3,5"}, "decimal_comma"),
        ({"value": "3.000,5"}, "decimal_comma"),
        ({"value": "0.3万"}, "unit_in_cell"),
        ({"value": "3000元"}, "unit_in_cell"),
        ({"value": "30%"}, "unit_in_cell"),
        ({"value": "３０００"}, "not_a_number"),
        ({"value": "about 3000"}, "not_a_number"),
        ({"value": "0x10"}, "not_a_number"),
        ({"value": "1" * 40}, "number_too_large"),
        ({"value": "1e999999999"}, "number_too_large"),
        ({"value": "799.99"}, "out_of_bounds"),
        ({"value": "200000.01"}, "out_of_bounds"),
        ({**RANGE, "high": "2000001"}, "out_of_bounds"),
        ({**RANGE, "low": "3001"}, "low_above_value"),
        ({**RANGE, "high": "2999"}, "high_below_value"),
        ({**RANGE, "low": "nan"}, "not_finite"),
        ({**RANGE, "range_kind": ""}, "range_kind_missing"),
        ({**RANGE, "range_kind": None}, "range_kind_missing"),
        ({**RANGE, "range_kind": "guess"}, "range_kind_unknown"),
        ({"status": "x"}, "status_unknown"),
        ({"status": "ee"}, "status_unknown"),
        ({"note": "n" * 2001}, "note_too_long"),
    ],
)
def test_a_row_that_breaks_the_contract_is_set_aside_and_others_go_on(
    given: dict[str, Any], code: str
) -> None:
    found = examined([row(row=2, **given), row(row=3, place="110000")])
    assert [(one.row, one.code) for one in found.set_aside] == [(2, code)]
    assert found.accepted == 1
    assert found.is_publishable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("3000", "3000"),
        ("03000.50", "3000.5"),
        ("+3e3", "3000"),
        ("-0", "0"),
        (".5", "0.5"),
        ("0.1234567", "0.123457"),
        ("1e-9", "0"),
        ("-12.5", "-12.5"),
    ],
)
def test_numbers_are_kept_in_one_spelling(text: str, kept: str) -> None:
    assert number(text, "value") == kept


@given(st.decimals(min_value=-(10**13), max_value=10**13, places=6))
def test_every_number_keeps_its_value_and_its_spelling(exact: Any) -> None:
    kept = number(str(exact), "value")
    assert kept == decimal_text(exact)
    assert number(kept, "value") == kept


@given(st.text(alphabet="0123456789+-eE.,%NanIf=万 _", max_size=12))
def test_a_cell_is_a_number_or_refused_for_a_reason_that_has_words(text: str) -> None:
    try:
        kept = number(text, "value")
    except RowFaultError as fault:
        kept = fault.code
    assert kept in ROW_SENTENCES or math.isfinite(float(kept))


def test_a_row_that_keeps_the_contract_becomes_the_figure() -> None:
    given = {**RANGE, "value": "3000.0", "status": "eu", "note": "two\nlines"}
    found = examined(rows(given))
    assert found.change.added == {
        ("220400", "price", "2026-06"): entry(
            "3000", low="2500", high="3500", range_kind="quartiles", status="eu",
            source="office", note="two lines",
        )
    }  # fmt: skip


def test_a_kind_without_a_range_is_left_out() -> None:
    found = examined(rows({"range_kind": "months"}))
    assert next(iter(found.change.added.values())).range_kind == ""


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("median; low = p25, high = p75; asking price", "quartiles"),
        ("mean; low = p10, high = p90", "deciles"),
        ("mean of 12 months to 2026-06; low, high = lowest and highest month", "months"),
        ("mean of 5 places; low, high = least and most", "places"),
    ],
)
def test_without_the_column_the_note_says_what_a_range_is(note: str, kind: str) -> None:
    found = examined(rows({**RANGE, "range_kind": None, "note": note}))
    assert next(iter(found.change.added.values())).range_kind == kind


def test_without_the_column_a_series_keeps_its_kind_of_range() -> None:
    before = {
        ("220400", "price", "2026-05"): entry(
            "3000", low="2500", high="3500", range_kind="extremes", source="office"
        )
    }
    found = examined(rows({**RANGE, "range_kind": None}), before)
    assert next(iter(found.change.added.values())).range_kind == "extremes"


def test_of_rows_that_say_the_same_the_first_is_kept() -> None:
    found = examined(rows({}, {"note": "again", "source": "platform"}))
    assert [(one.row, one.code, one.params) for one in found.set_aside] == [
        (3, "stands_twice", {"first": 2})
    ]
    assert next(iter(found.change.added.values())).source == "office"


def test_of_rows_that_contradict_each_other_none_is_kept() -> None:
    found = examined(rows({}, {"place": "110000"}, {"value": "3001"}, {}))
    assert [(one.row, one.code) for one in found.set_aside] == [
        (row, "contradicted") for row in (2, 4, 5)
    ]
    assert list(found.change.added) == [("110000", "price", "2026-06")]


def test_a_file_without_a_needed_column_gives_nothing() -> None:
    found = examined(rows({}), columns_missing=("value",))
    assert [one.code for one in found.findings] == ["columns_missing"]
    assert not found.is_publishable
    assert not found.change


def test_a_column_that_nobody_reads_asks_for_a_person() -> None:
    found = examined(rows({}), columns_unknown=("remark",))
    assert (found.is_publishable, found.has_warnings) == (True, True)


def test_a_file_of_which_no_row_is_left_is_blocked() -> None:
    found = examined(rows({"place": "x"}))
    assert [one.code for one in found.findings] == ["no_row_left"]
    assert not found.is_publishable


def test_a_file_of_which_most_rows_are_set_aside_asks_for_a_person() -> None:
    found = examined(rows({}, *({"place": f"x{number}"} for number in range(20))))
    assert [one.code for one in found.findings] == ["most_rows_set_aside"]
    assert found.is_publishable


@pytest.mark.parametrize(
    ("one", "other"),
    [("value", "period"), ("place", "indicator"), ("low", "high"), ("source", "note")],
)
def test_columns_that_changed_places_are_named(one: str, other: str) -> None:
    right = [
        row(row=number, place=place, note="ok", **RANGE)
        for number, place in enumerate(REGISTRY.levels, start=2)
    ]
    wrong = [
        good._replace(**{one: getattr(good, other), other: getattr(good, one)}) for good in right
    ]
    found = examined(wrong)
    assert {one.code for one in found.findings} == {"no_row_left", "columns_swapped"}
    assert not found.is_publishable


def test_a_period_that_has_begun_and_not_ended_asks_for_a_person() -> None:
    found = examined(rows({"period": "2026-11"}))
    assert [one.code for one in found.findings] == ["period_still_running"]
    assert not examined(rows({"period": "2026-10"})).findings
