"""Lines for comparison only: in no total, whatever they say."""

import pytest

from advisor.engine.context import imputed_rent, living_as_locals, typical_pay_lines
from advisor.engine.household import Basket
from advisor.engine.result import TypicalPay
from advisor.engine.trail import Head
from tests.engine.households import household, named, owner, question_of, to
from tests.engine.references import BEIJING, LIAOYUAN, NATION, figure_row, hand_made_reference

FIGURES = (
    figure_row(LIAOYUAN, "rent_m2", "2026-06", 16),
    figure_row(LIAOYUAN, "consumption_urban_total", "2024", 24_000),
    figure_row(BEIJING, "consumption_urban_total", "2024", 48_000),
    figure_row(NATION, "consumption_share_residence", "2024", 0.25),
)  # a head: 1,500 a month in Liaoyuan, 3,000 in Beijing


def question(*people, rows=FIGURES, **more):
    return question_of(household(*people, **more), hand_made_reference(*rows))


def as_locals(destination=None, **more):
    (line,) = living_as_locals(question(**more), destination or to(BEIJING))
    assert line.head is Head.CONTEXT
    return line.amount / 100


def test_an_owner_sees_what_the_own_home_would_cost_in_rent():
    (line,) = imputed_rent(question(housing=owner(75)))
    assert (line.head, line.amount) == (Head.CONTEXT, 16 * 75 * 100)
    assert imputed_rent(question(rent=700)) == ()
    assert imputed_rent(question(housing=owner(75), rows=())) == ()


def test_locals_spend_what_is_published_for_the_place():
    assert as_locals() == 3000
    assert as_locals(adults=2) == 3000 * 1.7
    assert as_locals(basket=Basket.GET_BY) == pytest.approx(3000 * 0.65)


def test_own_ways_of_spending_are_carried_over_within_limits():
    assert as_locals(living_total=1500 * 1.2 + 200) == pytest.approx(3000 * 1.2)
    assert as_locals(living_total=200) == pytest.approx(3000 * 0.4)
    assert as_locals(living_total=99_000) == pytest.approx(3000 * 2.5)


def test_another_basket_there_changes_it_in_proportion_and_is_counted_once():
    comfortable = to(BEIJING, basket=Basket.COMFORTABLE)
    assert as_locals(comfortable) == pytest.approx(3000 * 1.4)
    assert as_locals(comfortable, basket=Basket.COMFORTABLE) == pytest.approx(3000 * 1.4)
    more = {"basket": Basket.COMFORTABLE, "living_total": 1500 * 1.2 + 200}
    assert as_locals(**more) == pytest.approx(3000 * 1.2)


def test_without_figures_there_is_nothing_to_show():
    assert living_as_locals(question(rows=()), to(BEIJING)) == ()


def test_expected_pay_is_shown_low_typical_and_high():
    pay = TypicalPay(earner=1, low=1, typical=2, high=3, figures=())
    lines = typical_pay_lines((pay,))
    assert [line.amount for line in lines] == [1, 2, 3]
    assert named(lines, "typical_pay_typical").earner == 1
    assert {line.head for line in lines} == {Head.CONTEXT}
