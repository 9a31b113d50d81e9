"""The one-off cost: what is gone, and the deposit that comes back."""

import pytest

from advisor.engine.household import Moving
from advisor.engine.moving import advance_months, moving_part, search_months
from advisor.engine.trail import Basis, Head, total
from tests.engine.households import amounts, child, household, named, question_of, to
from tests.engine.references import BEIJING, LIAOYUAN, hand_made_reference

RENT = 300_000


def part(rent=RENT, city=BEIJING, *, moving=None, **more):
    question = question_of(household(**more), hand_made_reference())
    return moving_part(question, to(city, moving=moving or Moving()), rent)


def test_what_is_gone_and_what_comes_back_stand_apart():
    lines = part().lines
    assert amounts(lines) == {
        "travel": 1500, "freight": 1000, "set_up": 2500, "first_nights": 900,
        "deposit": 3000, "agent_fee": 1500,
    }  # fmt: skip
    assert total(lines, Head.ONE_OFF) == 740_000
    assert total(lines, Head.RECOVERABLE) == RENT


def test_each_head_that_moves_travels():
    found = amounts(part(children=(child("2018-05"), child("2020-01", moves=False))).lines)
    assert (found["travel"], found["freight"]) == (3000, 1000)


def test_without_a_lease_there_is_neither_deposit_nor_fee():
    assert {"deposit", "agent_fee"}.isdisjoint(amounts(part(rent=None).lines))


def test_nobody_moves_within_the_home_city():
    assert part(city=LIAOYUAN).lines == ()


def test_what_you_type_counts():
    moving = Moving(
        travel_fen=1, freight_fen=2, agent_fee_fen=0, deposit_months=2, set_up_fen=3,
        first_nights_fen=4,
    )  # fmt: skip
    lines = part(moving=moving, children=(child("2018-05"),)).lines
    assert {line.line: line.amount for line in lines} == {
        "travel": 1, "freight": 2, "agent_fee": 0, "set_up": 3, "first_nights": 4,
        "deposit": 2 * RENT,
    }  # fmt: skip
    assert {line.basis for line in lines} == {Basis.YOURS}


def test_an_untyped_cost_is_a_convention_that_can_be_changed():
    assert named(part().lines, "freight").basis is Basis.CONVENTION
    changed = named(part(assumptions={"freight": 1234}).lines, "freight")
    assert (changed.amount, changed.basis) == (123_400, Basis.YOURS)
    doubled = named(part(assumptions={"deposit_months": 2}).lines, "deposit")
    assert (doubled.amount, doubled.basis) == (2 * RENT, Basis.YOURS)


@pytest.mark.parametrize(
    ("city", "typed", "has_offer", "months"),
    [
        (BEIJING, None, True, 0.5),
        (BEIJING, None, False, 2.5),
        (BEIJING, 4.0, True, 4.0),
        (BEIJING, 0.0, False, 0.0),
        (LIAOYUAN, None, False, 0.0),
    ],
)
def test_months_without_pay_depend_on_an_offer(city, typed, has_offer, months):
    question = question_of(household(), hand_made_reference())
    destination = to(city, moving=Moving(search_months=typed))
    assert search_months(question, destination, has_offer=has_offer) == months


@pytest.mark.parametrize(
    ("typed", "changed", "has_offer", "months"),
    [
        (None, {}, False, 2.5),
        (None, {"partner_search_months": 6}, False, 6),
        (4.0, {}, False, 4.0),
        (4.0, {"partner_search_months": 0}, False, 0),
        (None, {"partner_search_months": 6}, True, 0.5),
    ],
)
def test_a_second_earner_without_an_offer_has_months_of_their_own(
    typed, changed, has_offer, months
):
    question = question_of(household(assumptions=changed), hand_made_reference())
    destination = to(BEIJING, moving=Moving(search_months=typed))
    found = search_months(question, destination, has_offer=has_offer, follows=True)
    assert found == months


def test_rent_is_paid_three_months_ahead_unless_you_say_otherwise():
    question = question_of(household(), hand_made_reference())
    assert advance_months(question, to(BEIJING)) == 3
    assert advance_months(question, to(BEIJING, moving=Moving(advance_months=1))) == 1
