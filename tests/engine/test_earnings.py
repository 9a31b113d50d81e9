"""What earners take home: the cheapest way to share deductions, one path for one pay and many."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.deductions import Residence
from advisor.engine.earnings import (
    cheapest,
    earnings_options,
    fund_rate,
    monthly_take_home,
    steady_pay,
    with_pay,
)
from advisor.engine.jobs import jobs_at_home, jobs_away
from advisor.engine.pay.steady_year import steady_year
from advisor.engine.pay_lines import pay_lines
from advisor.engine.rulebook import city_scheme, income_tax_scheme
from advisor.engine.trail import Head, total
from tests.engine.households import child, earner, household, offer, question_of, to
from tests.engine.references import BEIJING, LIAOYUAN, SHANGHAI, bundled_reference


def options_at_home(*people, city=LIAOYUAN, rents=True, **more):
    question = question_of(household(*people, home=city, **more), bundled_reference())
    jobs = jobs_at_home(question).jobs
    home = Residence(city=city, pays_rent=rents, owns_home=False, pays_mortgage=True)
    return question, jobs, earnings_options(question, jobs, (home,) * len(jobs))


def tax_of(question, job, deduction):
    """Fen of tax a year with CNY of deductions a month, straight from the pay engine."""
    pay = replace(steady_pay(question, job, 0), special_deductions=deduction * 100)
    reference = question.reference
    year = steady_year(city_scheme(reference, job.city), income_tax_scheme(reference), pay)
    return int(year.tax)


pays = st.sampled_from([0, 3000, 6000, 9000, 15_000, 30_000, 90_000])


@given(pays, pays, st.integers(0, 3), st.sampled_from([0, 1, 3]))
def test_a_couple_pays_the_least_tax_that_any_split_would_cost(one, other, children, parents):
    people = (earner(one, only_child=True), earner(other))
    more = {
        "children": tuple(child("2018-05") for _ in range(children)), "parents_60_plus": parents,
    }  # fmt: skip
    question, jobs, options = options_at_home(*people, city=SHANGHAI, **more)
    own = [3000 if parents else 0, 1500 if parents > 2 else 0]
    housing = [(1500, 0), (0, 1500), (1000, 0), (0, 1000), (500, 500)]
    shares = [(2000, 0), (0, 2000), (1000, 1000)]
    best = min(
        sum(
            tax_of(question, job, own[index] + home[index] + sum(way[index] for way in ways))
            for index, job in enumerate(jobs)
        )
        for home in housing
        for ways in product(shares, repeat=children)
    )
    assert int(cheapest(options).tax) == best


def test_who_pays_the_tax_gets_the_deductions():
    child_and_mortgage = (2000 + 1000) * 100
    for pays, split in (
        ((30_000, 0), (child_and_mortgage, 0)),
        ((0, 9000), (0, child_and_mortgage)),
    ):
        *_, options = options_at_home(*map(earner, pays), children=(child("2018-05"),))
        assert cheapest(options).deductions == split


@given(st.lists(st.integers(1, 60_000), min_size=1, max_size=5), st.sampled_from([0, 3, 12]))
def test_many_pays_at_once_are_each_pay_alone(pays, bonus):
    question = question_of(
        household(earner(5000, bonus=5000 * bonus), children=(child("2018-05"),)),
        bundled_reference(),
    )
    jobs = jobs_away(question, to(BEIJING, offer(5000))).jobs
    there = (Residence(city=BEIJING, pays_rent=True, owns_home=False),)

    def take_home(yuan):
        moved = [with_pay(job, yuan * 100) for job in jobs]
        return monthly_take_home(earnings_options(question, moved, there), moved)

    together = take_home(np.array(pays, dtype=np.int64))
    assert together.tolist() == [int(take_home(pay)) for pay in pays]


@given(st.integers(0, 80_000), st.integers(0, 40_000), st.sampled_from([12, 13, 16.5]))
def test_take_home_is_what_the_lines_add_up_to(one, other, months):
    people = (earner(one, bonus=one * 2, pay_months=months), earner(other))
    question, jobs, options = options_at_home(*people, children=(child("2018-05"),))
    lines = pay_lines(question, cheapest(options), jobs)
    left = total(lines, Head.GROSS) - total(lines, Head.CONTRIBUTIONS) - total(lines, Head.TAX)
    assert int(monthly_take_home(options, jobs)) == left


@pytest.mark.parametrize(
    ("typed", "rate"), [(None, 50_000), (120_000, 120_000), (30_000, 50_000)], ids=str
)
def test_a_fund_rate_brought_from_home_is_held_to_the_range_of_the_city(typed, rate):
    question = question_of(household(earner(pay_fund_ppm=typed)), bundled_reference())
    (job,) = jobs_away(question, to(BEIJING, offer(9000))).jobs
    assert fund_rate(question, job) == rate


def test_a_fund_rate_said_in_the_offer_is_taken():
    question = question_of(household(), bundled_reference())
    (job,) = jobs_away(question, to(BEIJING, offer(9000, fund_ppm=30_000))).jobs
    assert fund_rate(question, job) == 30_000


def test_a_bonus_that_is_a_share_of_pay_moves_with_it_and_one_that_was_offered_stays():
    question = question_of(household(earner(4000, bonus=8000)), bundled_reference())
    (share,) = jobs_away(question, to(BEIJING, offer(10_000))).jobs
    (amount,) = jobs_away(question, to(BEIJING, offer(10_000, bonus=5000))).jobs
    assert with_pay(share, 3_000_000).bonus == 6_000_000
    assert with_pay(amount, 3_000_000).bonus == 500_000


def test_of_ways_that_cost_no_tax_the_largest_deductions_are_claimed():
    *_, options = options_at_home(earner(3000), city=SHANGHAI)
    assert int(cheapest(options).tax) == 0
    assert [claim.name for claim in cheapest(options).claimed] == ["housing_rent"]
