"""Every kind of fault in a rule file is found, at its place."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from advisor.datasets.bundled import BundledEdition
from advisor.datasets.rules.checking import rule_faults

EDITION = BundledEdition()
SOURCES = {row["source"] for row in EDITION.table("sources")}
PLACES = {row["adcode"] for row in EDITION.table("places")}
FILES = EDITION.rules()
KNOWN = set(map(str, rule_faults(FILES, sources=SOURCES, places=PLACES)))
LPR = ("housing_finance", "lpr_5y", -1)
SPREAD = ("housing_finance", "mortgage_spread", 0)
HUKOU = ("settlement", "hukou", 0)


def put(*path: Any) -> Callable[[dict[str, Any]], None]:
    """Put the last of the path at the place that the others name."""

    def change(files: dict[str, Any]) -> None:
        *steps, key, value = path
        here: Any = files
        for step in steps:
            here = here[step]
        here[key] = value

    return change


def drop(*path: Any) -> Callable[[dict[str, Any]], None]:
    """Drop the key at the end of the path."""

    def change(files: dict[str, Any]) -> None:
        *steps, key = path
        here: Any = files
        for step in steps:
            here = here[step]
        del here[key]

    return change


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        (put("weather", {}), "weather", "unknown_file"),
        (drop("labour"), "labour", "missing"),
        (drop("settlement", "hukou"), "settlement.hukou", "missing"),
        (put("settlement", "car_plates", []), "settlement.car_plates", "unknown_key"),
        (put(*LPR, "vlaue", "0.03"), "housing_finance.lpr_5y[8].vlaue", "unknown_key"),
        (
            put("income_tax", "special_additional_deductions", "holiday", []),
            "income_tax.special_additional_deductions.holiday",
            "unknown_key",
        ),
        (put(*LPR, "value", "0.03505050"), "housing_finance.lpr_5y[8].value", "not_exact"),
        (put(*LPR, "value", "3.5"), "housing_finance.lpr_5y[8].value", "out_of_bounds"),
        (put(*LPR, "value", "-0.01"), "housing_finance.lpr_5y[8].value", "out_of_bounds"),
        (put(*LPR, "value", "NaN"), "housing_finance.lpr_5y[8].value", "not_exact"),
        (put(*LPR, "value", "low"), "housing_finance.lpr_5y[8].value", "not_a_number"),
        (
            put(*SPREAD, "value", "-1.5"),
            "housing_finance.mortgage_spread[0].value",
            "out_of_bounds",
        ),
        (put(*LPR, "effective_from", None), "housing_finance.lpr_5y[8]", "no_day"),
        (
            put(*LPR, "effective_from", "2025-5-20"),
            "housing_finance.lpr_5y[8].effective_from",
            "not_a_day",
        ),
        (put(*LPR, "source_id", None), "housing_finance.lpr_5y[8]", "no_source"),
        (
            put(*LPR, "source_id", "hearsay"),
            "housing_finance.lpr_5y[8].source_id",
            "unknown_source",
        ),
        (put(*HUKOU, "also", "hearsay"), "settlement.hukou[0].also", "unknown_source"),
        (put(*HUKOU, "adcode", "999999"), "settlement.hukou[0].adcode", "unknown_place"),
        (put(*LPR, "effective_from", "2025-05-19"), "housing_finance.lpr_5y", "days_overlap"),
        (put(*LPR, "effective_from", "2025-06-01"), "housing_finance.lpr_5y", "days_missing"),
        (
            put("contributions/liaoyuan", "components", "pension", "base", -1, "cap", "20000"),
            "contributions/liaoyuan.components.pension.base",
            "falls",
        ),
        (
            put("contributions/liaoyuan", "components", "pension", "base", 0, "floor", "90000"),
            "contributions/liaoyuan.components.pension.base[0]",
            "pay_rule",
        ),
        (
            put("income_tax", "annual_brackets", "rows", 1, "up_to", "30000"),
            "rules.income_tax.annual_brackets",
            "pay_rule",
        ),
    ],
)
def test_a_fault_is_found_at_its_place(
    change: Callable[[dict[str, Any]], None], path: str, code: str
) -> None:
    files = deepcopy(FILES)
    change(files)
    found = rule_faults(files, sources=SOURCES, places=PLACES)
    new = [fault for fault in found if str(fault) not in KNOWN]
    assert (path, code) in {(fault.path, fault.code) for fault in new}


def test_a_negative_spread_is_right() -> None:
    assert FILES["housing_finance"]["mortgage_spread"][0]["value"] == "-0.0045"


@pytest.mark.parametrize("content", [None, [], "text"])
def test_a_file_of_another_form_is_a_fault_and_no_crash(content: Any) -> None:
    for name in FILES:
        found = rule_faults({**FILES, name: content}, sources=SOURCES, places=PLACES)
        assert any(fault.is_error for fault in found), name
