"""The cash a move takes: on arrival, until the first pay, with rent paid ahead."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.outlay import FirstPay, FirstYear, cash_needed, pay_free_cost, runway_months


def first_year(*pays, **more):
    values = {
        "rent": 2000, "other_costs": 3000, "one_off": 7000, "deposit": 2000, "advance_months": 3.0,
    }  # fmt: skip
    return FirstYear(pays=pays or (pay(6000, 0),), **(values | more))


def pay(take_home, search):
    return FirstPay(take_home=take_home, search_months=search)


def test_on_arrival_one_off_cost_deposit_and_rent_in_advance_are_paid():
    assert first_year().on_arrival == 7000 + 2000 + 3 * 2000


def test_with_pay_at_once_the_lowest_point_is_before_the_first_pay():
    assert cash_needed(first_year()) == 15_000 + 3000


def test_rent_paid_ahead_falls_due_when_the_advance_is_over():
    # Every month brings what it costs but for the rent due in months 4, 7 and 10.
    assert cash_needed(first_year(pay(3000, 0))) == 15_000 + 3 * 6000 + 3000


def test_each_month_without_pay_costs_its_living():
    assert cash_needed(first_year(pay(9000, 2))) == 15_000 + 3 * 3000


def test_half_a_month_brings_half_the_pay():
    assert [pay(6000, 2.5).of_month(month) for month in (1, 2, 3, 4)] == [0, 0, 3000, 6000]


def test_who_stays_is_paid_while_the_other_looks_for_work():
    alone = first_year(pay(9000, 3))
    together = first_year(pay(9000, 3), pay(4000, 0))
    assert cash_needed(alone) - cash_needed(together) == 3 * 4000
    assert pay_free_cost(together) == pay_free_cost(alone) == 27_000


def test_runway_is_what_is_left_on_arrival_over_the_costs_of_a_month():
    assert runway_months(first_year(), 20_000) == 1.0
    assert runway_months(first_year(), 0) == -3.0
    assert runway_months(first_year(rent=0, other_costs=0), 20_000) is None


@given(
    st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 6.0, 11.5]), st.integers(0, 10_000),
    st.floats(0, 12),
)  # fmt: skip
def test_a_year_in_a_let_home_is_paid_for_and_never_more_than_an_advance_ahead(
    advance, rent, search
):
    year = first_year(
        pay(0, search), rent=rent, other_costs=0, one_off=0, deposit=0, advance_months=advance
    )
    paid = cash_needed(year)
    assert rent * 12 <= paid + 12
    assert paid <= rent * (12 + max(1.0, advance)) + 12


@given(st.integers(0, 20_000), st.floats(0, 6), st.floats(0, 6))
def test_a_longer_search_never_takes_less_cash(take_home, one, other):
    short, long = sorted((one, other))
    assert cash_needed(first_year(pay(take_home, short))) <= cash_needed(
        first_year(pay(take_home, long))
    )
