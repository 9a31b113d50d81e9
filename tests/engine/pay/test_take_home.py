"""A worked year: what is left by month and over the year, whatever the way of the bonus."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.money import HIGHEST_MONTHLY_PAY_FEN
from advisor.engine.pay.bonus import BonusTax, NoSeparateBonusError
from advisor.engine.pay.contribution_scheme import contribution_scheme
from advisor.engine.pay.contributions import NO_CONTRIBUTIONS, Contributions, DeclaredBases
from advisor.engine.pay.income_tax import tax_scheme
from advisor.engine.pay.take_home import WorkedYear, employee_contributions_by_month, year_of_pay

TWELVE = tuple(range(1, 13))


@pytest.fixture(scope="module")
def tax(rules):
    return tax_scheme(rules.income_tax, date(2026, 1, 1))


@pytest.fixture(scope="module")
def shanghai(rules, chains):
    """The schemes of each month of 2026."""
    return [contribution_scheme(rules, chains["310000"], date(2026, month, 1)) for month in TWELVE]


def worked(gross, *, months=TWELVE, paid=NO_CONTRIBUTIONS, **more):
    """A year at that gross pay (fen) in every month."""
    return WorkedYear(
        months=months,
        gross=np.full(len(months), gross),
        contributions=(paid,) * len(months),
        bonus_month=months[-1],
        **more,
    )


def insured(schemes, gross):
    """Months on those schemes with this month's pay declared; `gross` has a row a month."""
    declared = DeclaredBases(insurance_fen=gross[0], fund_fen=gross[0], fund_ppm=70_000)
    return WorkedYear(
        months=TWELVE,
        gross=gross,
        contributions=employee_contributions_by_month(schemes, declared),
    )


def test_merged_and_separate_bonus_as_published(tax):
    """20,000 a month, 4,500 paid in, 36,000 bonus: case G23."""
    paid = Contributions(given=450_000)
    separate = year_of_pay(
        tax, worked(2_000_000, paid=paid, bonus=3_600_000, bonus_tax=BonusTax.SEPARATE)
    )
    merged = year_of_pay(
        tax, worked(2_000_000, paid=paid, bonus=3_600_000, bonus_tax=BonusTax.MERGED)
    )
    assert (int(separate.tax_of_year), int(merged.tax_of_year)) == (1_116_000, 1_548_000)
    assert separate.settlement == merged.settlement == 0
    assert int(separate.net_of_year) == 21_084_000


def test_the_cheaper_way_looks_at_the_settled_year(tax):
    low = year_of_pay(tax, worked(300_000, bonus=2_000_000))
    assert not low.bonus.is_separate
    assert low.bonus.year_tax == 0
    high = year_of_pay(tax, worked(5_000_000, bonus=3_600_000))
    assert high.bonus.is_separate


def test_a_merged_bonus_that_the_settlement_refunds_can_be_the_cheaper_one(tax):
    """One month worked: withholding on the merged bonus comes back, the separate tax doesn't."""
    found = year_of_pay(tax, worked(500_000, months=(1,), bonus=3_600_000))
    assert not found.bonus.is_separate
    assert int(found.tax_of_year) == 108_000
    assert int(found.settlement) == -108_000


def test_in_a_year_without_separate_bonus_tax_it_is_merged_or_refused(rules):
    tax = tax_scheme(rules.income_tax, date(2028, 1, 1))
    found = year_of_pay(tax, worked(5_000_000, bonus=3_600_000))
    assert not found.bonus.is_separate
    assert found.bonus.year_tax_separate is None
    with pytest.raises(NoSeparateBonusError):
        year_of_pay(tax, worked(5_000_000, bonus=3_600_000, bonus_tax=BonusTax.SEPARATE))


def test_who_joins_in_july_gets_back_what_the_first_half_leaves_unused(tax):
    joined = year_of_pay(tax, worked(1_500_000, months=(7, 8, 9, 10, 11, 12)))
    assert joined.tax.tolist() == [30_000, 30_000, 30_000, 58_000, 100_000, 100_000]
    assert int(joined.tax_of_year) == 348_000
    assert int(joined.settlement) == 90_000 - 348_000


def test_a_first_wage_in_july_owes_nothing_at_settlement(tax):
    first = year_of_pay(
        tax, worked(1_500_000, months=(7, 8, 9, 10, 11, 12), first_wage_of_year=True)
    )
    assert int(first.tax_of_year) == 90_000
    assert first.settlement == 0


def test_what_is_deducted_at_settlement_only_is_refunded_there(tax):
    """Serious illness, 15,000 above the threshold: case G26."""
    paid = Contributions(given=450_000)
    found = year_of_pay(tax, worked(2_000_000, paid=paid, settlement_deductions=1_500_000))
    assert int(found.tax_of_year) == 1_008_000
    assert int(found.settlement) == -150_000


def test_no_pay_and_nothing_paid_in_leaves_nothing(tax):
    nothing = year_of_pay(tax, worked(0))
    assert nothing.net.tolist() == [0] * 12
    assert (nothing.tax_of_year, nothing.settlement) == (0, 0)


def test_the_fund_is_kept_as_savings_of_both_sides(tax, shanghai):
    year = year_of_pay(tax, insured(shanghai, np.full(12, 2_000_000)))
    assert year.housing_fund == 2 * 12 * 140_000
    assert year.pension_account == 12 * 160_000


def test_the_month_a_new_scheme_begins_is_paid_under_it(tax, shanghai):
    year = year_of_pay(tax, insured(shanghai, np.full(12, 5_000_000)))
    assert len(set(year.contributions[:6].tolist())) == 1
    assert year.contributions[6] > year.contributions[5]


pays = st.integers(0, HIGHEST_MONTHLY_PAY_FEN)


@settings(max_examples=50)
@given(pays=st.lists(pays, min_size=1, max_size=8), bonus=pays, way=st.sampled_from(BonusTax))
def test_many_people_are_paid_like_each_of_them(tax, shanghai, pays, bonus, way):
    def year(gross):
        declared = DeclaredBases(insurance_fen=gross, fund_fen=gross, fund_ppm=70_000)
        return year_of_pay(
            tax,
            WorkedYear(
                months=TWELVE,
                gross=np.multiply.outer(np.ones(12, dtype=np.int64), gross),
                contributions=employee_contributions_by_month(shanghai, declared),
                bonus=bonus,
                bonus_month=6,
                bonus_tax=way,
            ),
        )

    together = year(np.array(pays))
    for person, gross in enumerate(pays):
        alone = year(gross)
        assert together.tax[:, person].tolist() == alone.tax.tolist()
        assert together.net_of_year[person] == alone.net_of_year
        assert together.settlement[person] == alone.settlement
        assert together.bonus.is_separate[person] == alone.bonus.is_separate


@settings(max_examples=50)
@given(gross=st.lists(pays, min_size=12, max_size=12), bonus=pays, way=st.sampled_from(BonusTax))
def test_lines_add_up(tax, shanghai, gross, bonus, way):
    work = WorkedYear(
        months=TWELVE,
        gross=np.array(gross),
        contributions=insured(shanghai, np.array(gross)).contributions,
        bonus=bonus,
        bonus_month=3,
        bonus_tax=way,
    )
    year = year_of_pay(tax, work)
    kept = bonus - year.bonus.separate_tax
    assert year.net.sum() + kept == year.net_of_year
    assert year.gross_of_year - year.contributions_of_year - year.tax_of_year == year.net_of_year
    assert year.tax_of_year + year.settlement == year.bonus.year_tax
