"""The lines of pay: gross, contributions off their bases, tax, and what is locked."""

import pytest

from advisor.engine.household import InsuredBase
from advisor.engine.lives import life_at_home
from advisor.engine.trail import Basis, Head, total
from tests.engine.households import amounts, child, earner, household, named, question_of
from tests.engine.references import BEIJING, LIAOYUAN, SHANGHAI, bundled_reference

PAY_HEADS = (Head.GROSS, Head.CONTRIBUTIONS, Head.TAX, Head.LOCKED_SAVINGS)


def lines(*people, city=LIAOYUAN, **more):
    more.setdefault("rent", 0)
    question = question_of(household(*people, home=city, **more), bundled_reference())
    return [line for line in life_at_home(question).part.lines if line.head in PAY_HEADS]


def test_a_month_in_shanghai_by_hand():
    """22,000 gross, 7 % fund: 8 %, 2 %, 0.5 % and 1,540; tax of the year on what is left."""
    found = amounts(lines(earner(22_000, pay_fund_ppm=70_000), city=SHANGHAI))
    taxable = 12 * (22_000 - 3850 - 5000)
    assert found == {
        "wages": 22_000, "pension": 1760, "medical": 440, "unemployment": 110,
        "housing_fund": 1540, "income_tax": pytest.approx((taxable * 0.2 - 16_920) / 12, abs=0.01),
        "fund_own": 1540, "fund_employer": 1540, "pension_account": 1760,
    }  # fmt: skip


def test_each_component_says_the_base_it_stands_on():
    found = lines(earner(3000), city=BEIJING)
    pension = named(found, "pension").formula.params
    fund = named(found, "housing_fund").formula.params
    assert pension["declared_fen"] == fund["declared_fen"] == 300_000
    assert pension["base_fen"] == pension["floor_fen"] == 727_000
    assert fund["base_fen"] == 300_000, "the fund has a floor of its own"
    medical = named(found, "medical")
    assert medical.formula.params["flat_fen"] == 300
    assert medical.amount == 727_000 * 2 // 100 + 300


@pytest.mark.parametrize(
    ("base", "declared"),
    [
        ({}, 450_000),
        ({"pay_insured_base": InsuredBase.MINIMUM}, 0),
        ({"pay_insured_base": InsuredBase.AMOUNT, "pay_insured_base_fen": 600_000}, 600_000),
    ],
)
def test_the_declared_base_is_the_pay_or_what_the_employer_declares(base, declared):
    params = named(lines(earner(4500, **base)), "pension").formula.params
    assert params["declared_fen"] == declared


def test_without_insurance_nothing_is_paid_in_and_nothing_locked():
    found = lines(earner(8000, pay_insured_base=InsuredBase.NONE))
    assert total(found, Head.CONTRIBUTIONS) == total(found, Head.LOCKED_SAVINGS) == 0


def test_who_works_flexibly_pays_what_was_typed():
    found = lines(earner(8000, pay_contributions_fen=120_000))
    assert named(found, "own_contributions").amount == 120_000
    assert named(found, "own_contributions").basis is Basis.YOURS
    assert total(found, Head.LOCKED_SAVINGS) == 0


def test_the_thirteenth_month_and_the_bonus_are_lines_of_their_own():
    found = amounts(lines(earner(6000, bonus=12_000, pay_months=13)))
    assert (found["wages"], found["thirteenth_pay"], found["bonus"]) == (6000, 500, 1000)
    assert found["bonus_tax"] > 0


def test_both_ways_to_tax_the_bonus_are_shown():
    params = named(lines(earner(20_000, bonus=60_000)), "bonus_tax").formula.params
    assert params["separate_fen"] != params["merged_fen"]


def test_without_pay_there_is_no_job_and_nothing_is_taken():
    found = lines(earner(0))
    assert amounts(found) == {"wages": 0, "income_tax": 0}


def test_the_base_of_a_year_holds_the_thirteenth_month_and_the_bonus():
    params = named(lines(earner(6000, bonus=12_000, pay_months=13)), "pension").formula.params
    assert params["declared_fen"] == (6000 * 13 + 12_000) * 100 // 12


def test_lines_of_pay_stand_on_rules_with_source_and_date():
    for line in lines(earner(9000, bonus=9000), earner(7000), children=(child("2018-05"),)):
        if line.head is not Head.GROSS:
            assert line.basis is Basis.MEASURED
            assert line.rules, line.line
            assert all(rule.source and rule.effective_from for rule in line.rules), line.line


def test_tax_names_the_rules_of_the_deductions_it_counts():
    with_child = named(lines(earner(9000), children=(child("2018-05"),)), "income_tax")
    alone = named(lines(earner(9000)), "income_tax")
    assert len(with_child.rules) == len(alone.rules) + 1
    assert with_child.formula.params["special_fen"] == 12 * 200_000
