"""The one door: what a comparison returns, on the figures that ship."""

from dataclasses import replace
from datetime import date

import pytest

from advisor.datasets.conventions import bundled_conventions
from advisor.engine.comparison import ENGINE_VERSION, compare
from advisor.engine.household import IfLeaving, Moving
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.projection.outcome import Verdict
from advisor.engine.result import Status
from tests.engine.households import (
    compared,
    earner,
    household,
    offer,
    owner,
    prospect,
    to,
)
from tests.engine.references import (
    BEIJING,
    LIAOYUAN,
    SHENZHEN,
    TIER_ONE,
    bundled_reference,
    without_figures,
)


def asked(*people, reference=None, **more):
    more.setdefault("horizon_years", 1)
    return prospect(household(*people, **more), reference or bundled_reference())


def codes(notes):
    return [note.code for note in notes]


def test_an_answer_names_its_edition_and_engine(reference):
    answer = compared(household(horizon_years=1), reference)
    assert (answer.edition, answer.engine) == ("bundled", ENGINE_VERSION)
    assert answer.home.city == LIAOYUAN
    assert answer.home_facts


def test_destinations_stand_in_the_order_asked(reference):
    cities = tuple(to(city) for city in TIER_ONE)
    answer = compared(household(destinations=cities, horizon_years=1), reference)
    assert [each.picture.city for each in answer.destinations] == list(TIER_ONE)


@pytest.mark.parametrize("on", [date(2018, 1, 1), date(2019, 3, 1)], ids=["tax", "home"])
def test_before_the_first_rules_of_tax_or_home_nothing_is_answered(on):
    with pytest.raises(NoRuleYetError):
        asked(on=on, reference=bundled_reference(on))


def test_a_destination_whose_rules_begin_later_is_unknown_and_says_from_when():
    on = date(2024, 3, 1)
    found = asked(
        on=on, home=BEIJING, destinations=(to(SHENZHEN),), reference=bundled_reference(on)
    )
    (gap,) = [gap for gap in found.picture.missing if gap.line == "contributions"]
    assert gap.reason.params["city_place"] == SHENZHEN
    assert gap.reason.params["earliest"] > "2024-03-01"
    assert found.picture.monthly.take_home is None
    assert found.picture.status is Status.UNKNOWN


def test_an_unknown_home_leaves_no_verdict_though_the_destination_is_known(reference):
    lacking = without_figures(reference, (LIAOYUAN, "rent_m2"))
    answer = compared(household(horizon_years=1), lacking)
    assert answer.home.monthly.money_left is None
    assert answer.destinations[0].verdict.value == "not_enough_data"


def test_who_lives_on_more_than_the_pay_there_is_told_that_no_sum_lasts():
    found = asked(earner(2000), destinations=(to(BEIJING, offer(4000)),), savings=10_000)
    assert found.one_off.cash_needed is None
    assert "note.cash_needed_never_carries" in codes(found.picture.notes)
    assert found.one_off.runway_months is not None


def test_what_savings_lack_is_said_to_the_yuan_and_with_it_the_move_can_be_funded(reference):
    asking = household(destinations=(to(BEIJING, offer(9000), rent=2000),), horizon_years=1)
    poor = prospect(replace(asking, savings_fen=1_000_000), reference)
    assert poor.verdict is Verdict.NOT_FUNDABLE
    lacking = lacking_fen(poor)
    assert 1_000_000 + lacking >= poor.one_off.cash_needed
    for yuan, short in ((0, None), (-1, 100)):
        given = replace(asking, savings_fen=1_000_000 + lacking + 100 * yuan)
        found = prospect(given, reference)
        assert lacking_fen(found) == short
        assert (found.verdict is Verdict.NOT_FUNDABLE) is (short is not None)
        assert found.projected.short_of_cash <= 0.2 or short


def lacking_fen(found):
    """What the note says is lacking; None where none says so."""
    notes = [note for note in found.picture.notes if note.code == "note.savings_not_enough"]
    return notes[0].params["lacking_fen"] if notes else None


def test_without_the_years_ahead_savings_are_held_against_the_one_figure(reference):
    asking = household(destinations=(to(BEIJING, offer(9000), rent=2000),), savings=10_000)
    (found,) = compare(asking, reference, bundled_conventions(), years_ahead=False).destinations
    (note,) = [one for one in found.picture.notes if one.code == "note.savings_fall_short"]
    assert note.params["lacking_fen"] == found.one_off.cash_needed - 1_000_000


def test_who_runs_short_by_staying_too_is_told_so():
    broke = asked(earner(1500), destinations=(to(BEIJING, offer(9000)),), savings=100)
    assert "note.staying_runs_short" in codes(broke.picture.notes)
    assert "note.staying_runs_short" not in codes(asked(savings=100).picture.notes)


def test_savings_that_are_not_given_are_tested_against_nothing():
    assert asked().one_off.runway_months is None
    assert asked(savings=0).one_off.runway_months < 0


def test_a_deposit_of_nought_still_lets_rent_be_paid_ahead():
    def needed(**moving):
        destination = to(BEIJING, offer(30_000), moving=Moving(**moving), rent=3000)
        return asked(earner(6000), destinations=(destination,)).one_off

    assert needed(deposit_months=0).recoverable == 0
    difference = (
        needed(deposit_months=0, advance_months=3).cash_needed
        - needed(deposit_months=0, advance_months=1).cash_needed
    )
    assert difference == pytest.approx(2 * 3000 * 100)


def test_a_partner_who_stays_is_paid_while_the_other_looks_for_work():
    destination = to(BEIJING, rent=2000, moving=Moving(search_months=3))
    alone = asked(earner(9000), destinations=(destination,), rent=0)
    couple = asked(earner(9000), earner(9000, stays=True), destinations=(destination,), rent=0)
    assert couple.one_off.pay_free_cost == pytest.approx(alone.one_off.pay_free_cost, rel=0.02)


def test_a_sold_home_leaves_no_mortgage_to_deduct():
    def deducted(if_leaving):
        housing = owner(75, mortgage=3000, if_leaving=IfLeaving(if_leaving))
        destination = to(SHENZHEN, offer(20_000), rent=0)
        notes = asked(earner(9000), housing=housing, destinations=(destination,)).picture.notes
        return [note.params["deduction"] for note in notes if note.code == "note.deduction_claimed"]

    assert deducted("keep") == ["housing_loan_interest"]
    assert deducted("sell") == []
