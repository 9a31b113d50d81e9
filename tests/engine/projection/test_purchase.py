"""Buying there after some years: what is paid when, what is owned then, and nothing before."""

from dataclasses import replace

import numpy as np
import pytest

from advisor.engine.household import AwayHousing
from advisor.engine.lives import life_away
from advisor.engine.projection.outlook import CENTRAL, Outlook
from advisor.engine.projection.plan import plan
from advisor.engine.projection.purchase import purchase, purchase_plan
from advisor.engine.trail import Gap
from tests.engine.households import earner, household, offer, question_of, to
from tests.engine.references import SHENZHEN, bundled_reference, without_figures

REFERENCE = bundled_reference()
MONTHS = 60


def question(reference=REFERENCE, **housing):
    there = to(SHENZHEN, offer(20_000), rent=3000, housing=AwayHousing(**housing))
    asking = household(earner(6000), rent=700, savings=2_000_000, destinations=(there,))
    return question_of(asking, reference)


def planned(reference=REFERENCE, *, pays_into_fund=True, **housing):
    asked = question(reference, **housing)
    (destination,) = asked.household.destinations
    return purchase_plan(asked, destination, pays_into_fund=pays_into_fund)


def bought(deposit=300_000.0, **housing):
    buying = planned(**housing)
    return buying, purchase(buying, MONTHS, deposit, CENTRAL)


def test_nothing_is_bought_that_is_not_asked_for():
    assert planned() is None


def test_without_a_price_of_the_city_there_is_a_gap():
    unknown = without_figures(REFERENCE, (SHENZHEN, "home_price_m2"))
    found = planned(unknown, buy_in_year=2)
    assert isinstance(found, Gap)
    assert found.reason.code == "missing.home_price"


@pytest.mark.parametrize("year", [1, 3, 5])
def test_rent_ends_and_instalments_begin_with_the_month_of_purchase(year):
    buying, found = bought(buy_in_year=year)
    month = (year - 1) * 12
    assert buying.month == month
    assert not found.rented[month:].any()
    assert found.rented[:month].all()
    assert not found.costs[:month].any()
    assert (found.costs[month:] > buying.property_fee).all()


def test_down_payment_and_deed_tax_are_paid_once_and_the_deposit_comes_back():
    buying, found = bought(buy_in_year=3)
    paid = np.flatnonzero(found.paid_at_once)
    assert paid.tolist() == [24]
    price = found.paid_at_once[24] + 300_000
    shares = buying.down_payment_share + buying.terms.deed_tax_share
    assert (price / shares < buying.price * 1.2).all()
    assert found.deposit_held[:, 0].tolist() == [1, 1, 1, 0, 0, 0]


def test_equity_starts_at_the_year_of_purchase_and_grows_as_the_loan_is_paid_back():
    steady = replace(planned(buy_in_year=2), growth=0.0, growth_sd=0.0, haircut=0.0)
    equity = purchase(steady, MONTHS, 0.0, CENTRAL).equity[:, 0]
    assert equity[:2].tolist() == [0, 0]  # the purchase is of the day after the first year
    assert equity[2] > steady.price * steady.down_payment_share
    assert (np.diff(equity[1:]) > 0).all()


@pytest.mark.parametrize(("typed", "share"), [(60, 0.6), (100, 1.0), (1, None)])
def test_a_typed_share_is_taken_unless_it_lies_below_the_least_allowed(typed, share):
    found = planned(buy_in_year=2, down_payment_fen=typed)
    assert found.down_payment_share == (share or found.terms.down_payment_share)


def test_a_typed_sum_is_a_share_of_the_price():
    price = planned(buy_in_year=2).price
    found = planned(buy_in_year=2, down_payment_fen=round(price / 2))
    assert found.down_payment_share == pytest.approx(0.5, abs=1e-6)


def test_a_larger_home_costs_more_and_a_fund_makes_the_loan_cheaper():
    small, large = (bought(buy_in_year=2, buy_area_m2=area)[1] for area in (40.0, 90.0))
    assert (large.costs[12:] > small.costs[12:]).all()
    with_fund, without = (
        purchase(planned(buy_in_year=2, pays_into_fund=pays), MONTHS, 0.0, CENTRAL)
        for pays in (True, False)
    )
    assert (with_fund.costs[12:] < without.costs[12:]).all()


def test_a_purchase_beyond_the_horizon_changes_no_year():
    def worth(**housing):
        asked = question(**housing)
        (destination,) = asked.household.destinations
        outlook = Outlook(asked)
        return outlook.of(plan(asked, life_away(asked, destination), destination)).central.net_worth

    assert np.array_equal(worth(buy_in_year=6), worth())
    assert not np.array_equal(worth(buy_in_year=5), worth())
