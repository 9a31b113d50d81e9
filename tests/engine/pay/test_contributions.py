"""Contributions: exact, flat outside floor and cap, alike for one and for many."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.household import InsuredBase
from advisor.engine.money import HIGHEST_MONTHLY_PAY_FEN, half_up_share
from advisor.engine.pay.contribution_scheme import contribution_scheme
from advisor.engine.pay.contributions import (
    DeclaredBases,
    declared_bases,
    employee_contributions,
    employer_contributions,
)

CITIES = ("110000", "310000", "440100", "440300", "420100", "220400", "530100", "211200")
fen = st.integers(0, HIGHEST_MONTHLY_PAY_FEN)
cities = st.sampled_from(CITIES)


@pytest.fixture(scope="module")
def schemes(rules, chains):
    return {city: contribution_scheme(rules, chains[city], date(2026, 11, 1)) for city in CITIES}


def bases(base, *, fund=None, rate=70_000, supplementary=0):
    return DeclaredBases(
        insurance_fen=base,
        fund_fen=base if fund is None else fund,
        fund_ppm=rate,
        supplementary_ppm=supplementary,
    )


def parts(paid):
    return {name: getattr(paid, name) for name in paid.__slots__}


def test_shanghai_above_the_cap_as_published(schemes):
    paid = employee_contributions(schemes["310000"], bases(4_000_000, supplementary=50_000))
    assert (paid.pension, paid.medical, paid.unemployment) == (301_848, 75_462, 18_866)
    assert (paid.housing_fund, paid.supplementary_fund) == (264_100, 188_700)


def test_the_fund_is_in_whole_yuan_where_the_city_rounds_so(schemes):
    base = bases(1_234_567)
    assert employee_contributions(schemes["310000"], base).housing_fund == 86_400
    assert employee_contributions(schemes["110000"], base).housing_fund == 86_420


def test_flat_amounts_come_on_top(schemes):
    assert employee_contributions(schemes["110000"], bases(1_000_000)).medical == 20_300
    assert employee_contributions(schemes["420100"], bases(1_000_000)).medical == 20_700


def test_insurance_and_fund_stand_on_bases_of_their_own(schemes):
    paid = employee_contributions(schemes["310000"], bases(1_000_000, fund=2_000_000))
    assert (paid.pension, paid.housing_fund) == (80_000, 140_000)


def test_both_sides_pay_the_same_into_the_fund(schemes):
    own = employee_contributions(schemes["310000"], bases(2_000_000, supplementary=10_000))
    theirs = employer_contributions(schemes["310000"], bases(2_000_000, supplementary=10_000))
    assert own.fund == theirs.fund == 160_000
    assert theirs.total > own.total


@given(city=cities, base=fen, more=fen)
def test_contributions_are_flat_below_the_floor_and_above_the_cap(schemes, city, base, more):
    scheme = schemes[city]
    lowest = min([one.floor_fen for one in scheme.insurances] + [scheme.fund.floor_fen])
    highest = max([one.cap_fen for one in scheme.insurances] + [scheme.fund.cap_fen])
    of_nothing, of_lowest = (bases(one) for one in (0, min(base, lowest)))
    assert employee_contributions(scheme, of_lowest) == employee_contributions(scheme, of_nothing)
    assert employer_contributions(scheme, of_lowest) == employer_contributions(scheme, of_nothing)
    at_cap, above = (bases(one) for one in (highest, highest + more))
    assert employee_contributions(scheme, above) == employee_contributions(scheme, at_cap)
    assert employer_contributions(scheme, above) == employer_contributions(scheme, at_cap)


@given(city=cities, base=fen, rate=st.integers(0, 120_000))
def test_contributions_never_fall_as_the_base_rises(schemes, city, base, rate):
    less = employee_contributions(schemes[city], bases(base, rate=rate))
    more = employee_contributions(schemes[city], bases(base + 100, rate=rate))
    assert all(parts(more)[name] - amount >= 0 for name, amount in parts(less).items())


@given(city=cities, many=st.lists(fen, min_size=1, max_size=20), rate=st.integers(0, 120_000))
def test_an_array_is_charged_like_each_of_its_entries(schemes, city, many, rate):
    for side in (employee_contributions, employer_contributions):
        together = side(schemes[city], bases(np.array(many), rate=rate)).total
        assert together.tolist() == [
            side(schemes[city], bases(base, rate=rate)).total for base in many
        ]


@given(city=cities, base=fen)
def test_each_component_is_its_own_base_times_its_rate_half_up(schemes, city, base):
    scheme = schemes[city]
    paid = employer_contributions(scheme, bases(base))
    for one in scheme.insurances:
        held = min(max(base, one.floor_fen), one.cap_fen)
        assert getattr(paid, one.name) == half_up_share(held, one.employer_ppm)


def test_insured_on_the_minimum_sets_the_fund_base_to_its_floor_too(schemes):
    scheme = schemes["310000"]
    declared = declared_bases(InsuredBase.MINIMUM, 2_000_000, fund_ppm=70_000)
    paid = employee_contributions(scheme, declared)
    assert (paid.pension, paid.housing_fund) == (60_368, 19_200)


def test_not_insured_means_that_nothing_is_declared():
    assert declared_bases(InsuredBase.NONE, 2_000_000, fund_ppm=70_000) is None


def test_an_own_amount_is_declared_for_insurance_and_fund():
    declared = declared_bases(InsuredBase.AMOUNT, 2_000_000, own_base=900_000, fund_ppm=70_000)
    assert (declared.insurance_fen, declared.fund_fen) == (900_000, 900_000)
    with pytest.raises(ValueError, match="amount"):
        declared_bases(InsuredBase.AMOUNT, 2_000_000, fund_ppm=70_000)
