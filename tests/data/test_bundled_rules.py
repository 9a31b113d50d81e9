"""The rule files that ship with the product can be relied on."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from advisor.datasets.bundled import BundledEdition
from advisor.datasets.rules import shapes
from advisor.datasets.rules.checking import rule_faults
from advisor.datasets.rules.faults import rows, section

EDITION = BundledEdition()
SOURCES = {row["source"] for row in EDITION.table("sources")}
PLACES = {row["adcode"] for row in EDITION.table("places")}

# What the sources give so: floors and caps that fall, and days between two values for which none
# was found. They are shown by their dates; nobody fills them.
KNOWN = {
    ("contributions/_provinces.pension_base.430000", "falls", "floor"),
    ("contributions/changsha.components.pension.base", "falls", "floor"),
    ("contributions/changsha.components.medical.base", "falls", "floor"),
    ("contributions/changsha.components.maternity.base", "falls", "floor"),
    ("contributions/changsha.components.unemployment.base", "falls", "floor"),
    ("contributions/changsha.components.injury.base", "falls", "floor"),
    ("contributions/changsha.components.housing_fund.base", "falls", "floor"),
    ("contributions/changsha.components.housing_fund.base", "falls", "cap"),
    ("contributions/guangzhou.components.unemployment.base", "falls", "cap"),
    ("contributions/kunming.components.housing_fund.base", "falls", "floor"),
    ("contributions/shenzhen.components.medical.base", "falls", "floor"),
    ("contributions/shenzhen.components.medical.base", "falls", "cap"),
    ("contributions/xiamen.components.pension.base", "falls", "floor"),
    ("contributions/changsha.components.pension.employee_rate", "days_missing", None),
    ("contributions/changsha.components.pension.employer_rate", "days_missing", None),
    ("contributions/dongguan.components.pension.base", "days_missing", None),
    ("contributions/nanjing.components.pension.employee_rate", "days_missing", None),
    ("contributions/nanjing.components.pension.employer_rate", "days_missing", None),
    ("contributions/shenzhen.components.pension.employer_rate", "days_missing", None),
    ("contributions/suzhou.components.pension.employee_rate", "days_missing", None),
    ("contributions/suzhou.components.pension.employer_rate", "days_missing", None),
}


@pytest.fixture(scope="module")
def files() -> dict[str, Any]:
    return EDITION.rules()


def test_no_rule_file_has_a_fault_other_than_what_its_sources_say(files: dict[str, Any]) -> None:
    faults = rule_faults(files, sources=SOURCES, places=PLACES)
    assert [fault for fault in faults if fault.is_error] == []
    assert {(fault.path, fault.code, fault.params.get("key")) for fault in faults} == KNOWN


def test_every_file_of_the_pack_is_there(files: dict[str, Any]) -> None:
    cities = [name for name in files if name.startswith("contributions/") and "/_" not in name]
    assert len(cities) == 42
    assert len(files["minimum_wage"]) == 46
    assert set(files) - set(cities) == {
        "contributions/_national",
        "contributions/_provinces",
        "housing_finance",
        "income_tax",
        "labour",
        "minimum_wage",
        "rental",
        "settlement",
        "stand_ins",
    }


def _scalars(content: Any) -> Iterator[Any]:
    if isinstance(content, dict):
        for value in content.values():
            yield from _scalars(value)
    elif isinstance(content, list):
        for value in content:
            yield from _scalars(value)
    else:
        yield content


def test_every_scalar_is_text_or_nothing_so_that_no_number_was_ever_a_float(
    files: dict[str, Any],
) -> None:
    assert {type(value) for value in _scalars(files)} == {str, type(None)}


def test_every_rate_is_a_whole_number_of_parts_per_million(files: dict[str, Any]) -> None:
    rates = [
        Decimal(row[key])
        for path, row in rows(files)
        if path.startswith(("contributions/", "income_tax")) and "floor_ratio" not in row
        for key in ("rate", "value", "min", "max")
        if row.get(key) and not path.endswith(".employee_flat[0]")
    ]
    assert len(rates) > 600
    assert all(0 <= rate <= 1 and rate * 1_000_000 % 1 == 0 for rate in rates)


def test_every_value_has_a_source_and_a_day_but_where_the_source_gives_none(
    files: dict[str, Any],
) -> None:
    for path, row in rows(files):
        if "confidence" not in row or path.endswith(".rounding"):
            continue
        assert row.get("source_id") or row["confidence"] == "missing", path
        if not row.get("effective_from"):
            assert section(path) in shapes.UNDATED, path


def test_every_city_file_has_a_rule_in_force_on_the_day_of_the_edition(
    files: dict[str, Any],
) -> None:
    day = date(2026, 11, 23).isoformat()
    for name, content in files.items():
        if not name.startswith("contributions/") or "/_" in name:
            continue
        for component, parts in content["components"].items():
            for part, history in parts.items():
                assert any(
                    row["effective_from"] <= day <= (row["effective_to"] or day) for row in history
                ), (name, component, part)


@pytest.mark.parametrize(
    ("file", "sections", "text"),
    [
        ("settlement", ("hukou", "home_purchase", "other", "not_covered"), "text"),
        ("rental", ("upfront", "agency_fee", "deposit_rules"), "note"),
        ("stand_ins", ("stand_ins",), "reason"),
    ],
)
def test_what_people_read_stands_in_both_languages(
    files: dict[str, Any], file: str, sections: tuple[str, ...], text: str
) -> None:
    for name in sections:
        for row in files[file][name]:
            assert row[text].isascii(), row
            assert any("一" <= sign <= "鿿" for sign in row[f"{text}_zh"]), row
