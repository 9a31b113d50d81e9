"""The settled year that monthly figures are a twelfth of, for one pay or for candidates of it."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.household import InsuredBase
from advisor.engine.money import HIGHEST_MONTHLY_PAY_FEN, half_up_part
from advisor.engine.pay.bonus import BonusTax
from advisor.engine.pay.contribution_scheme import contribution_scheme
from advisor.engine.pay.contributions import DeclaredBases, employee_contributions
from advisor.engine.pay.income_tax import tax_scheme
from advisor.engine.pay.steady_year import SteadyPay, employer_year, steady_year
from advisor.engine.pay.take_home import WorkedYear, year_of_pay

ON = date(2026, 11, 1)
WHOLE_YUAN_COMPONENTS = {"310000": 1, "530100": 1, "110000": 0, "440300": 0, "220400": 0}
cities = st.sampled_from(sorted(WHOLE_YUAN_COMPONENTS))
pays = st.integers(100, HIGHEST_MONTHLY_PAY_FEN - 100)


@pytest.fixture(scope="module")
def tax(rules):
    return tax_scheme(rules.income_tax, ON)


@pytest.fixture(scope="module")
def schemes(rules, chains):
    return {city: contribution_scheme(rules, chains[city], ON) for city in WHOLE_YUAN_COMPONENTS}


def job(gross, **more):
    return SteadyPay(gross=gross, fund_ppm=more.pop("fund_ppm", 70_000), **more)


def test_shanghai_20000_a_month_as_published(tax, schemes):
    """Case G30: 15,560 a month on average."""
    year = steady_year(schemes["310000"], tax, job(2_000_000))
    assert half_up_part(int(year.tax), 12) == 94_000
    assert half_up_part(int(year.take_home), 12) == 1_556_000


def test_no_pay_is_no_job(tax, schemes):
    for pay in (job(0), job(0, given_contributions=100_000), job(0, insured=InsuredBase.MINIMUM)):
        year = steady_year(schemes["220400"], tax, pay)
        assert (year.gross, year.contributions_total, year.tax, year.take_home) == (0, 0, 0, 0)
        assert employer_year(schemes["220400"], pay).total == 0


def test_pay_below_the_floor_is_charged_on_the_floor(tax, schemes):
    year = steady_year(schemes["220400"], tax, job(50_000, fund_ppm=50_000))
    assert year.take_home < 12 * 50_000 - 12 * 40_000


def test_the_thirteenth_month_and_the_bonus_are_in_the_declared_base(tax, schemes):
    plain = steady_year(schemes["110000"], tax, job(1_000_000))
    richer = steady_year(schemes["110000"], tax, job(1_000_000, months_paid=13, bonus=2_000_000))
    assert plain.contributions.pension == 12 * 80_000
    assert richer.contributions.pension == 12 * 100_000  # a base of (13 × 10,000 + 20,000) ÷ 12
    assert richer.gross == 15_000_000


def test_given_contributions_replace_the_rules(tax, schemes):
    year = steady_year(schemes["220400"], tax, job(800_000, given_contributions=90_000))
    assert year.contributions_total == 12 * 90_000
    assert (year.housing_fund, year.pension_account) == (0, 0)


def test_not_insured_means_no_contributions(tax, schemes):
    year = steady_year(schemes["220400"], tax, job(800_000, insured=InsuredBase.NONE))
    assert year.contributions_total == 0
    assert int(year.take_home) == 12 * 800_000 - 108_000


def test_special_deductions_lower_the_tax(tax, schemes):
    without = steady_year(schemes["110000"], tax, job(3_000_000))
    with_rent = steady_year(schemes["110000"], tax, job(3_000_000, special_deductions=150_000))
    assert int(without.tax - with_rent.tax) == 12 * 30_000  # in the bracket of 20 %


def test_the_fund_is_savings_of_both_sides_and_the_pension_account_the_own_part(tax, schemes):
    year = steady_year(schemes["310000"], tax, job(2_000_000))
    assert year.housing_fund == 2 * 12 * 140_000
    assert year.pension_account == 12 * 160_000


@given(city=cities, gross=pays, months=st.integers(12, 18), rate=st.integers(50_000, 120_000))
def test_a_yuan_more_costs_at_most_a_yuan_for_each_component_in_whole_yuan(
    tax, schemes, city, gross, months, rate
):
    pay = job(np.array([gross, gross + 100]), months_paid=months, fund_ppm=rate)
    less, more = steady_year(schemes[city], tax, pay).take_home.tolist()
    assert more >= less - 12 * 100 * WHOLE_YUAN_COMPONENTS[city]


@settings(max_examples=50)
@given(
    city=cities,
    many=st.lists(st.integers(0, HIGHEST_MONTHLY_PAY_FEN), min_size=1, max_size=10),
    months=st.sampled_from([12, 13, 13.5, 18]),
    bonus=st.integers(0, HIGHEST_MONTHLY_PAY_FEN),
    insured=st.sampled_from([InsuredBase.ACTUAL, InsuredBase.MINIMUM, InsuredBase.NONE]),
)
def test_candidates_of_pay_are_treated_like_each_of_them(
    tax, schemes, city, many, months, bonus, insured
):
    def year(gross):
        pay = job(gross, months_paid=months, bonus=bonus, insured=insured)
        return steady_year(schemes[city], tax, pay)

    together = year(np.array(many))
    for index, gross in enumerate(many):
        alone = year(gross)
        assert together.take_home[index] == alone.take_home
        assert together.tax_on_bonus[index] == alone.tax_on_bonus


@settings(max_examples=50)
@given(city=cities, gross=pays, bonus=pays)
def test_it_is_the_worked_year_of_twelve_such_months_settled(tax, schemes, city, gross, bonus):
    pay = job(gross, bonus=bonus)
    average = half_up_part(12 * gross + bonus, 12)
    declared = DeclaredBases(insurance_fen=average, fund_fen=average, fund_ppm=70_000)
    month = employee_contributions(schemes[city], declared)
    worked = year_of_pay(
        tax,
        WorkedYear(
            months=tuple(range(1, 13)),
            gross=np.full(12, gross),
            contributions=(month,) * 12,
            bonus=bonus,
            bonus_month=12,
            bonus_tax=BonusTax.CHEAPER,
        ),
    )
    steady = steady_year(schemes[city], tax, pay)
    assert steady.take_home == worked.net_of_year - worked.settlement
    assert steady.contributions_total == worked.contributions_of_year


@given(city=cities, gross=pays, bonus=st.integers(0, HIGHEST_MONTHLY_PAY_FEN))
def test_the_cheaper_way_is_never_dearer_than_the_other(tax, schemes, city, gross, bonus):
    year = steady_year(schemes[city], tax, job(gross, bonus=bonus))
    assert year.tax == min(year.bonus.year_tax_separate, year.bonus.year_tax_merged)
