"""The answer in the contract's shape: sums that add up, sources, periods, words in both tongues."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from advisor.comparisons.city_names import city_named
from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.households import asked
from advisor.datasets.bundled import BundledEdition
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.naming import Gazetteer
from advisor.engine.comparison import compare
from tests.engine.references import bundled_reference

UNITS = {row["indicator"]: row["unit"] for row in BundledEdition().table("indicators")}
# The household of the contract, on fewer draws.
CONTRACT = {
    "on": "2026-11-01", "move_date": "2027-01", "horizon_years": 5, "draws": 100,
    "home": {
        "city": "Liaoyuan", "housing": {"kind": "owner", "area_m2": 75, "if_leaving": "let"},
    },
    "earners": [
        {
            "pay": {
                "gross_monthly": 4500, "months": 12, "bonus": 0, "fund_rate": Decimal("0.08"),
                "insured_base": "actual",
            },
            "unit": "private", "sector": None, "post": None, "age": 29, "only_child": True,
            "stays": False,
        }
    ],
    "children": [{"born": "2018-05", "moves": True}], "adults": 1, "parents_supported": 2,
    "parents_60_plus": 1, "basket": "get_by", "commitments_monthly": 100, "savings": 60_000,
    "destinations": [
        {
            "city": "Shenzhen",
            "offers": [{"gross_monthly": 12_000, "months": 12, "bonus": 0}],
            "housing": {"kind": "room"},
        },
        {"city": "Beijing"},
    ],
}  # fmt: skip
MONTHLY = [
    "gross", "contributions", "tax", "take_home", "housing", "living", "commitments", "money_left",
    "housing_fund", "pension_account", "locked_savings",
]  # fmt: skip
HEADS = {"gross", "contributions", "tax", "housing", "living", "commitments", "locked_savings"}


def answered(document, language="en"):
    reference = bundled_reference()
    found = asked(
        document,
        city_named=city_named(Gazetteer(reference.places.values())),
        conventions=bundled_conventions(),
        today=date(2026, 11, 24),
    )
    answer = compare(found.household, reference, bundled_conventions())
    with translation.override(language):
        return comparison_document(answer, reference, UNITS, found.notes)


@pytest.fixture(scope="module")
def answer():
    return answered(CONTRACT)


def fen(yuan):
    return round(yuan * 100)


def test_the_answer_has_the_keys_of_the_contract(answer):
    assert list(answer) == ["edition", "engine", "home", "destinations"]
    home = {"city", "status", "lines", "missing", "approximated", "notes", "monthly"}
    assert set(answer["home"]) >= home
    for destination in answer["destinations"]:
        assert set(destination) >= home | {
            "difference", "one_off", "payback_month", "net_worth", "thresholds", "sensitivity",
            "verdict", "facts",
        }  # fmt: skip
        assert list(destination["monthly"]) == list(destination["difference"]) == MONTHLY
        assert set(destination["one_off"]) == {
            "total", "recoverable", "pay_free_cost", "cash_needed", "runway_months",
        }  # fmt: skip
        assert set(destination["thresholds"]) == {
            "earner", "equal_money_left", "equal_net_worth", "equal_standard", "break_even_pay",
            "highest_rent", "longest_search_months",
        }  # fmt: skip


def test_the_words_are_those_of_the_contract(answer):
    for picture in (answer["home"], *answer["destinations"]):
        assert picture["status"] in ("complete", "approximated", "unknown")
        for line in picture["lines"]:
            assert list(line) == [
                "line", "head", "amount", "basis", "formula", "source", "period", "status", "rung",
            ]  # fmt: skip
            assert line["head"] in HEADS | {"one_off", "recoverable", "context"}
            assert line["basis"] in ("measured", "convention", "yours")
            assert line["rung"] in (
                "own", "city", "province", "region", "nation", "stand_in", "estimate",
            )  # fmt: skip
    for destination in answer["destinations"]:
        assert destination["verdict"] in (
            "go", "lean_go", "too_close", "lean_stay", "stay", "not_fundable", "not_enough_data",
        )  # fmt: skip


def test_cities_are_given_by_code_in_the_order_asked(answer):
    assert answer["home"]["city"] == "220400"
    assert [each["city"] for each in answer["destinations"]] == ["440300", "110000"]


def test_lines_add_up_to_the_fen_in_yuan_too(answer):
    for picture in (answer["home"], *answer["destinations"]):
        sums = dict.fromkeys([*HEADS, "one_off", "recoverable", "context"], 0)
        for line in picture["lines"]:
            sums[line["head"]] += fen(line["amount"])
        assert {head: sums[head] for head in HEADS} == {
            head: fen(picture["monthly"][head]) for head in HEADS
        }
        if "one_off" in picture:
            assert sums["one_off"] == fen(picture["one_off"]["total"])
            assert sums["recoverable"] == fen(picture["one_off"]["recoverable"])


def test_money_left_and_differences_follow_from_the_amounts_given(answer):
    home = answer["home"]["monthly"]
    for destination in answer["destinations"]:
        there = destination["monthly"]
        spent = there["housing"] + there["living"] + there["commitments"]
        assert fen(there["money_left"]) == fen(there["take_home"] - spent)
        for name in MONTHLY:
            assert fen(destination["difference"][name]) == fen(there[name]) - fen(home[name])


def test_every_measured_line_has_source_and_period_and_a_formula_in_words(answer):
    for picture in (answer["home"], *answer["destinations"]):
        for line in picture["lines"]:
            assert line["formula"]
            if line["basis"] == "measured":
                assert line["source"], line["line"]
                assert line["period"], line["line"]


def test_rent_received_is_negative_within_commitments(answer):
    for destination in answer["destinations"]:
        (line,) = [one for one in destination["lines"] if "rent_received" in one["line"]]
        assert line["head"] == "commitments"
        assert line["amount"] < 0


def test_what_is_borrowed_from_a_parent_says_so(answer):
    (living,) = [line for line in answer["home"]["lines"] if line["line"] == "living"]
    assert living["rung"] == "nation", "the total is Jilin's, the share of residence the nation's"
    assert "living" in {gap["line"] for gap in answer["home"]["approximated"]}


def test_what_does_not_exist_is_null_with_a_sentence():
    in_deficit = answered(CONTRACT | {"commitments_monthly": 3000})
    assert in_deficit["home"]["monthly"]["money_left"] < 0
    for destination in in_deficit["destinations"]:
        assert destination["thresholds"]["equal_money_left"] is None
        assert destination["thresholds"]["equal_standard"] is None
        assert destination["thresholds"]["break_even_pay"] > 0
        assert any("At home more goes out" in note for note in destination["notes"])


def test_the_lines_of_a_second_earner_are_told_apart():
    couple = CONTRACT | {
        "earners": [*CONTRACT["earners"], {"pay": {"gross_monthly": 3000}}], "adults": 2,
    }  # fmt: skip
    names = [line["line"] for line in answered(couple)["home"]["lines"]]
    assert {"wages", "wages_2", "pension", "pension_2"} <= set(names)
    assert len(set(names)) == len(names)


def test_the_answer_is_json_and_the_same_each_time(answer):
    assert json.loads(json.dumps(answer, ensure_ascii=False, allow_nan=False)) == answer
    assert answered(CONTRACT) == answer


def test_in_chinese_every_sentence_is_chinese_and_every_number_the_same(answer):
    chinese = answered(CONTRACT, "zh-hans")
    for there, here in zip(chinese["destinations"], answer["destinations"], strict=True):
        assert there["monthly"] == here["monthly"]
        assert there["thresholds"] == here["thresholds"]
        for note in there["notes"]:
            assert any("\u4e00" <= letter <= "\u9fff" for letter in note), note


def test_a_fact_is_given_with_source_and_confidence(answer):
    facts = [fact for each in answer["destinations"] for fact in each["facts"]]
    assert facts
    for fact in facts:
        assert fact["text"], fact["kind"]
        assert fact["source"], fact["kind"]
