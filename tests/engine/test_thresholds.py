"""The pay at which an answer turns: exact to a yuan, proved by looking below and above."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings

from advisor.engine.earnings import earnings_options, monthly_take_home, with_pay
from advisor.engine.household import InsuredBase
from advisor.engine.lives import life_away
from advisor.engine.lowest_pay import HIGHEST_PAY, SCAN
from advisor.engine.price_ratio import price_ratio
from tests.engine.households import (
    child,
    compared,
    earner,
    household,
    offer,
    owner,
    prospect,
    question_of,
    to,
)
from tests.engine.references import (
    BEIJING,
    CHANGCHUN,
    LIAOYUAN,
    SHANGHAI,
    SHENZHEN,
    bundled_reference,
    hand_made_reference,
    without_figures,
)
from tests.engine.strategies import households, with_offer

REFERENCE = bundled_reference()


def utilities(picture):
    return sum(line.amount for line in picture.lines if line.line.endswith("utilities"))


def needs(asking):
    """Fen that take-home away must reach, by threshold, from the definitions of model §8."""
    answer = compared(asking, REFERENCE)
    (destination,) = answer.destinations
    home, away = answer.home.monthly, destination.picture.monthly
    if destination.thresholds is None:
        return destination.thresholds, {}
    costs = away.housing + away.living + away.commitments
    needed = {"break_even_pay": costs}
    if home.money_left is not None and home.money_left >= 0:
        ratio = price_ratio(question_of(asking, REFERENCE), asking.home, destination.picture.city)
        kept = home.take_home - home.housing - home.commitments - utilities(answer.home)
        fixed = away.housing + away.commitments + utilities(destination.picture)
        needed["equal_money_left"] = costs + home.money_left
        needed["equal_standard"] = fixed + kept * ratio.value
    return destination.thresholds, needed


def take_home(asking, pays):
    """Fen of take-home away at each pay (CNY) of the first earner."""
    question = question_of(asking, REFERENCE)
    life = life_away(question, asking.destinations[0])
    jobs = [with_pay(job, pays * 100) if job.earner == 0 else job for job in life.jobs]
    options = earnings_options(question, jobs, life.residences)
    return np.broadcast_to(monthly_take_home(options, jobs), pays.shape)


@given(households())
@settings(max_examples=25)
def test_each_threshold_fails_one_yuan_below_and_holds_from_there_on(asking):
    found, needed = needs(asking)
    for name, need in needed.items():
        pay = getattr(found, name)
        if pay is None:
            assert take_home(asking, np.array([HIGHEST_PAY]))[0] < need, name
            continue
        pay //= 100
        ahead = np.arange(pay, min(pay + SCAN, HIGHEST_PAY) + 1, dtype=np.int64)
        far = np.unique(np.geomspace(pay, HIGHEST_PAY, 300).astype(np.int64))
        assert (take_home(asking, np.concatenate([ahead, far])) >= need).all(), name
        if pay > 1:
            assert take_home(asking, np.array([pay - 1]))[0] < need, name


@given(households())
@settings(max_examples=25)
def test_a_threshold_that_does_not_exist_is_reached_by_no_pay_or_has_its_sentence(asking):
    answer = compared(asking, REFERENCE)
    (destination,) = answer.destinations
    codes = {note.code for note in destination.picture.notes}
    found = destination.thresholds
    if found is None:
        assert "note.thresholds_unknown" in codes
        return
    none = {name for name in ("equal_money_left", "break_even_pay") if getattr(found, name) is None}
    if none:
        assert codes & {
            "note.home_unknown", "note.home_in_deficit", "note.threshold_beyond_highest_pay",
        }  # fmt: skip


@given(households(people=1))
@settings(max_examples=12)
def test_a_threshold_put_back_in_as_the_offer_leaves_as_much_as_at_home(asking):
    plain = replace(asking.earners[0].pay, bonus_fen=0, months=12)
    asking = replace(asking, earners=(replace(asking.earners[0], pay=plain),))
    asking = with_offer(asking, 900_000)
    found = prospect(asking, REFERENCE).thresholds
    assume(found is not None and found.equal_money_left is not None)
    there = prospect(with_offer(asking, found.equal_money_left), REFERENCE)
    assert there.difference.money_left >= 0
    if found.equal_money_left > 100:
        assert there.difference.money_left <= 200, "a yuan, and one for a fund in whole yuan"
        below = prospect(with_offer(asking, found.equal_money_left - 100), REFERENCE)
        assert below.difference.money_left < 0
    at_break_even = prospect(with_offer(asking, found.break_even_pay), REFERENCE)
    assert at_break_even.picture.monthly.money_left >= 0


def answer_of(*people, destination=None, reference=REFERENCE, **more):
    more.setdefault("destinations", (destination or to(BEIJING),))
    return prospect(household(*people, horizon_years=1, **more), reference)


def codes(found):
    return {note.code for note in found.picture.notes}


def test_where_home_is_in_deficit_break_even_leads_and_the_rest_is_null_with_a_sentence():
    found = answer_of(earner(2500), rent=1000)
    assert found.thresholds.equal_money_left is None
    assert found.thresholds.equal_standard is None
    assert found.thresholds.break_even_pay > 0
    assert "note.home_in_deficit" in codes(found)


def test_thresholds_need_no_wage_of_the_destination():
    for with_wages in (
        answer_of(earner(8000)),
        answer_of(earner(8000), destination=to(BEIJING, offer(99_000))),
    ):
        found = with_wages.thresholds
        assert (found.equal_money_left, found.break_even_pay) == (
            answer_of(earner(8000)).thresholds.equal_money_left,
            answer_of(earner(8000)).thresholds.break_even_pay,
        )


def test_the_first_earner_who_moves_is_asked_about():
    found = answer_of(earner(6000, stays=True), earner(5000), rent=700)
    assert found.thresholds.earner == 1


def test_a_partner_of_whom_no_pay_is_known_leaves_the_thresholds_unknown():
    figures = [
        row
        for (place, indicator), rows in REFERENCE.series.items()
        for row in rows
        if "wage" not in indicator and place in (LIAOYUAN, BEIJING, "220000", "R4", "R1", "000000")
    ]
    reference = hand_made_reference(*figures)
    alone = answer_of(earner(6000), reference=reference)
    assert alone.thresholds.break_even_pay > 0, "the pay asked about need not be known"
    couple = answer_of(earner(6000), earner(6000), reference=reference)
    assert couple.thresholds is None
    assert "note.thresholds_unknown" in codes(couple)


def test_without_a_rent_there_no_pay_can_be_called_enough():
    reference = without_figures(
        REFERENCE, (BEIJING, "rent_m2"), (BEIJING, "rent_one_bed"), (BEIJING, "rent_two_bed")
    )
    found = answer_of(earner(6000), reference=reference)
    assert found.thresholds is None
    assert "note.thresholds_unknown" in codes(found)


def test_a_cost_beyond_the_highest_pay_has_no_threshold():
    found = answer_of(earner(6000), rent=700, destination=to(BEIJING, rent=9_999_999))
    assert found.thresholds.break_even_pay is None
    assert "note.threshold_beyond_highest_pay" in codes(found)


def test_at_home_unchanged_the_pay_needed_is_at_most_the_own_pay():
    found = answer_of(earner(6000), rent=700, destination=to(LIAOYUAN))
    assert found.thresholds.equal_money_left == 600_000
    assert found.thresholds.equal_standard == 600_000


@pytest.mark.parametrize(
    "changes",
    [
        {}, {"housing": owner(75, mortgage=900)}, {"children": (child("2018-05"),)},
        {"earners": (earner(6000, pay_insured_base=InsuredBase.MINIMUM),)},
        {"earners": (earner(6000, bonus=30_000),)}, {"earners": (earner(20_000), earner(3000))},
    ],
    ids=["renter", "owner", "child", "minimum base", "bonus", "couple"],
)  # fmt: skip
def test_required_pay_is_far_from_a_fixed_share_of_home_pay(changes):
    """No silent fallback to a share of pay: the answer differs from city to city."""
    people = changes.pop("earners", (earner(9000),))
    ratios = set()
    for city in (CHANGCHUN, BEIJING, SHANGHAI, SHENZHEN):
        found = answer_of(*people, destination=to(city), **changes)
        assert found.thresholds.equal_money_left > 0
        ratios.add(round(found.thresholds.equal_money_left / people[0].pay.gross_fen, 2))
    assert len(ratios) == 4
