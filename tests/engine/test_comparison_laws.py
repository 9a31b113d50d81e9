"""Laws of the whole comparison, for anybody, on the figures and rules that ship (model §9)."""

from collections import Counter
from dataclasses import fields, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from advisor.engine.household import AwayHousing
from advisor.engine.result import Monthly
from advisor.engine.trail import Basis, Head, total
from tests.engine.households import compared, earner, fen, household, offer, prospect, to
from tests.engine.references import (
    BEIJING,
    LIAOYUAN,
    SHANGHAI,
    SHENZHEN,
    TIER_ONE,
    bundled_reference,
    with_figures,
)
from tests.engine.strategies import destinations, households, with_offer

REFERENCE = bundled_reference()
SUMMED = ("gross", "contributions", "tax", "housing", "living", "commitments", "locked_savings")
anybody = given(households())
some = settings(max_examples=25)
few = settings(max_examples=12)


def pictures(answer):
    return [answer.home, *(destination.picture for destination in answer.destinations)]


def costs(found):
    """Fen a month and once that this life costs, pay apart; None where unknown."""
    month, once = found.picture.monthly, found.one_off
    parts = month.housing, month.living, month.commitments, once.total, once.recoverable
    return None if None in parts else parts


@anybody
@some
def test_lines_add_up_exactly_to_totals_and_differences_at_home_and_away(asking):
    answer = compared(asking, REFERENCE)
    (there,) = answer.destinations
    for picture in pictures(answer):
        for head in SUMMED:
            amount = getattr(picture.monthly, head)
            assert amount is None or amount == total(picture.lines, Head(head)), head
        assert_totals(picture.monthly)
    if there.one_off.total is not None:
        assert there.one_off.total == total(there.picture.lines, Head.ONE_OFF)
        assert there.one_off.recoverable == total(there.picture.lines, Head.RECOVERABLE)
    for part in fields(Monthly):
        away, home = (getattr(each.monthly, part.name) for each in (there.picture, answer.home))
        expected = None if away is None or home is None else away - home
        assert getattr(there.difference, part.name) == expected


def assert_totals(month):
    """The totals of model §8, where they are known."""
    if month.take_home is not None:
        assert month.take_home == month.gross - month.contributions - month.tax
        assert month.locked_savings == month.housing_fund + month.pension_account
    if month.money_left is not None:
        spent = month.housing + month.living + month.commitments
        assert month.money_left == month.take_home - spent


@anybody
@some
def test_no_line_stands_twice_and_each_says_where_it_comes_from(asking):
    for picture in pictures(compared(asking, REFERENCE)):
        seen = Counter((line.line, line.earner) for line in picture.lines)
        assert [name for name, times in seen.items() if times > 1] == []
        for line in picture.lines:
            assert_traced(line)
            assert line.amount >= 0 or line.line == "kept_home_rent_received", line.line


def assert_traced(line):
    """A measured line has a known source and a period, a convention its name."""
    if line.basis is Basis.MEASURED:
        assert line.figures or line.rules, line.line
    if line.basis is Basis.CONVENTION:
        assert line.conventions, line.line
    for figure in line.figures:
        assert figure.observation.source in REFERENCE.sources, line.line
        assert figure.observation.period, line.line
    for rule in line.rules:
        assert rule.source in REFERENCE.sources, line.line
        assert rule.effective_from, line.line


@anybody
@some
def test_home_compared_with_home_unchanged_is_exactly_nought_everywhere(asking):
    asking = replace(asking, destinations=(to(asking.home),))
    answer = compared(asking, REFERENCE)
    (there,) = answer.destinations
    differences = [getattr(there.difference, part.name) for part in fields(Monthly)]
    known = [part for part in differences if part is not None]
    assert not any(known)
    assert None in differences or answer.home.monthly.money_left is not None
    assert (there.one_off.total, there.one_off.recoverable) == (0, 0)
    assert not there.one_off.pay_free_cost


@given(households(), st.lists(destinations(), min_size=1, max_size=3), st.randoms())
@few
def test_other_destinations_change_no_destinations_answer(asking, others, random):
    (only,) = asking.destinations
    alone = prospect(asking, REFERENCE)
    every = [only, *others]
    random.shuffle(every)
    among = compared(replace(asking, destinations=tuple(every)), REFERENCE)
    assert among.destinations[every.index(only)] == alone
    assert among.home == compared(asking, REFERENCE).home


@given(households(), st.integers(1, 9_000), st.integers(1, 3_000))
@few
def test_a_higher_own_rent_leaves_exactly_as_much_less(asking, rent, more):
    (destination,) = asking.destinations

    def at(rent_yuan):
        housing = replace(destination.housing or AwayHousing(), rent_fen=fen(rent_yuan))
        moved = replace(destination, housing=housing)
        return prospect(replace(asking, destinations=(moved,)), REFERENCE)

    low, high = at(rent), at(rent + more)
    assume(low.picture.monthly.money_left is not None)
    assert low.picture.monthly.money_left - high.picture.monthly.money_left == fen(more)
    for name in ("equal_money_left", "equal_standard", "break_even_pay"):
        below, above = getattr(low.thresholds, name), getattr(high.thresholds, name)
        assert below is None or above is None or below <= above


@given(households(), st.floats(1.01, 3), st.sampled_from(["rent_m2", "price_level_all", "all"]))
@some
def test_a_dearer_city_never_costs_less_and_never_needs_less_pay(asking, factor, what):
    (destination,) = asking.destinations
    indicators = [
        indicator
        for place, indicator in REFERENCE.series
        if place == destination.city
        and (indicator.startswith("rent_") if what == "all" else indicator == what)
    ]
    raised = [
        replace(
            row, value=row.value * factor,
            low=row.low and row.low * factor, high=row.high and row.high * factor,
        )
        for indicator in indicators
        for row in REFERENCE.series[destination.city, indicator]
    ]  # fmt: skip
    cheap, dear = prospect(asking, REFERENCE), prospect(asking, with_figures(REFERENCE, *raised))
    before, after = costs(cheap), costs(dear)
    assert (before is None) == (after is None)
    if before is not None:
        assert all(low <= high for low, high in zip(before, after, strict=True))
    if cheap.thresholds is not None:
        for name in ("equal_money_left", "equal_standard", "break_even_pay"):
            low, high = getattr(cheap.thresholds, name), getattr(dear.thresholds, name)
            assert low is None or high is None or low <= high, name


@given(households(), st.integers(0, 60_000), st.sampled_from([1, 7, 100, 5_000]))
@some
def test_a_yuan_more_pay_never_costs_more_than_rounding(asking, gross, more):
    """Each component in whole yuan may step by one yuan; the cliff of a bonus is its own affair."""
    pay = replace(asking.earners[0].pay, bonus_fen=0)
    asking = replace(asking, earners=(replace(asking.earners[0], pay=pay), *asking.earners[1:]))
    low = prospect(with_offer(asking, gross * 100), REFERENCE).picture.monthly.take_home
    high = prospect(with_offer(asking, (gross + more) * 100), REFERENCE).picture.monthly.take_home
    assume(low is not None and gross > 0)
    assert high >= low - 5 * 100


@pytest.mark.parametrize("city", [*TIER_ONE, LIAOYUAN, "220700"])
def test_contributions_are_flat_outside_floor_and_cap(city):
    def contributions(gross):
        asking = household(earner(5000), destinations=(to(city, offer(gross)),))
        lines = prospect(asking, REFERENCE).picture.lines
        return total(lines, Head.CONTRIBUTIONS), total(lines, Head.LOCKED_SAVINGS)

    assert contributions(1) == contributions(1000)
    assert contributions(100_000) == contributions(9_999_999)
    assert contributions(1000) < contributions(100_000)


@given(households())
@few
def test_more_money_at_hand_changes_no_month_and_no_threshold_but_lasts_longer(asking):
    poor = prospect(replace(asking, savings_fen=0), REFERENCE)
    rich = prospect(replace(asking, savings_fen=9_000_000), REFERENCE)
    assert rich.picture.lines == poor.picture.lines
    assert rich.thresholds == poor.thresholds
    if poor.one_off.runway_months is not None:
        assert rich.one_off.runway_months >= poor.one_off.runway_months
    assert replace(rich.one_off, runway_months=None) == replace(poor.one_off, runway_months=None)


@given(households(people=2))
@few
def test_who_stays_keeps_the_pay_at_home(asking):
    first, second = asking.earners
    asking = replace(asking, earners=(first, replace(second, stays=True)))
    answer = compared(asking, REFERENCE)

    def gross(picture):
        return [
            line.amount for line in picture.lines if line.earner == 1 and line.head is Head.GROSS
        ]

    assert gross(answer.destinations[0].picture) == gross(answer.home)


@given(households())
@few
def test_the_same_question_gets_the_same_answer(asking):
    assert compared(asking, REFERENCE) == compared(asking, REFERENCE)


def test_a_city_that_is_far_dearer_is_said_to_need_more_pay():
    needed = [
        prospect(household(earner(8000), destinations=(to(city),)), REFERENCE)
        .thresholds.equal_money_left
        for city in (LIAOYUAN, SHENZHEN, SHANGHAI, BEIJING)
    ]  # fmt: skip
    assert needed == sorted(needed)
    assert needed[0] == 800_000


def test_rent_deduction_makes_a_first_yuan_of_rent_cost_less_than_it_brings():
    """The only exception to the law on rents: with no rent at all nothing is deducted."""

    def left(rent):
        destination = to(BEIJING, offer(30_000), rent=rent)
        found = prospect(household(earner(30_000), destinations=(destination,)), REFERENCE)
        return found.picture.monthly.money_left

    assert left(1) > left(0)
