"""Cumulative withholding and its settlement, against published examples and laws."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pay.income_tax import cumulative_withholding, tax_scheme


@pytest.fixture(scope="module")
def scheme(rules):
    return tax_scheme(rules.income_tax, date(2026, 1, 1))


def withheld(scheme, income, deductions, counted=None):
    """Tax by month, in fen, of yuan."""
    found = cumulative_withholding(
        scheme,
        income=np.array(income) * 100,
        deductions=np.array(deductions) * 100,
        months_counted=counted or range(1, len(income) + 1),
    )
    return found.tax.tolist()


def test_the_tax_offices_own_example(scheme):
    assert withheld(scheme, [30_000] * 3, [6_500] * 3) == [55_500, 62_500, 185_000]


def test_a_month_below_the_basic_deduction_carries_over_to_the_next(scheme):
    assert withheld(scheme, [3_000, 8_000], [0, 0]) == [0, 3_000]


def test_what_was_withheld_too_much_is_not_refunded_within_the_year(scheme):
    assert withheld(scheme, [20_000, 0, 9_000], [0, 0, 0]) == [45_000, 0, 0]


def test_a_first_wage_in_july_deducts_for_all_months_since_january(scheme):
    assert withheld(scheme, [10_000] * 2, [0, 0], counted=[7, 8]) == [0, 0]
    assert withheld(scheme, [40_000], [0], counted=[7]) == [15_000]


def test_the_bracket_changes_at_36000_to_date(scheme):
    assert withheld(scheme, [41_000], [0]) == [108_000]
    assert withheld(scheme, [41_001], [0]) == [108_010]


incomes = st.lists(st.integers(0, 1_000_000_000), min_size=1, max_size=12)


@given(income=incomes, deduction=st.integers(0, 2_000_000))
def test_the_tax_of_the_months_adds_up_to_the_highest_tax_to_date(scheme, income, deduction):
    found = cumulative_withholding(
        scheme,
        income=np.array(income),
        deductions=np.full(len(income), deduction),
        months_counted=range(1, len(income) + 1),
    )
    assert (found.tax >= 0).all()
    assert found.tax.sum() == found.tax_to_date.max()


@given(gross=st.integers(500_000, 1_000_000_000), deduction=st.integers(0, 500_000))
def test_a_full_year_of_steady_pay_owes_nothing_at_settlement(scheme, gross, deduction):
    found = cumulative_withholding(
        scheme,
        income=np.full(12, gross),
        deductions=np.full(12, deduction),
        months_counted=range(1, 13),
    )
    assert found.tax.sum() == scheme.annual_tax(12 * gross, 12 * deduction)


@given(years=st.lists(st.lists(st.integers(0, 10**9), min_size=12, max_size=12), min_size=1))
def test_many_people_are_withheld_from_like_each_of_them(scheme, years):
    together = cumulative_withholding(
        scheme,
        income=np.array(years).T,
        deductions=np.zeros((12, len(years)), dtype=np.int64),
        months_counted=range(1, 13),
    )
    for person, income in enumerate(years):
        alone = cumulative_withholding(
            scheme,
            income=np.array(income),
            deductions=np.zeros(12, dtype=np.int64),
            months_counted=range(1, 13),
        )
        assert together.tax[:, person].tolist() == alone.tax.tolist()


def test_there_is_no_such_tax_before_2019(rules):
    with pytest.raises(NoRuleYetError) as caught:
        tax_scheme(rules.income_tax, date(2018, 12, 1))
    assert caught.value.earliest == date(2019, 1, 1)


@pytest.mark.parametrize(("year", "allowed"), [(2019, True), (2027, True), (2028, False)])
def test_the_separate_bonus_tax_ends_with_its_own_days(rules, year, allowed):
    assert tax_scheme(rules.income_tax, date(year, 12, 1)).allows_separate_bonus is allowed


def test_the_first_wage_rule_begins_in_july_2020(rules):
    assert not tax_scheme(rules.income_tax, date(2020, 6, 1)).allows_first_wage_of_year
    assert tax_scheme(rules.income_tax, date(2020, 7, 1)).allows_first_wage_of_year
