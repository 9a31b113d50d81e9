"""Laws of the draws of two lives: convergence, blocks, home against home, better offers."""

from dataclasses import fields, replace
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.lives import life_at_home, life_away
from advisor.engine.projection import outlook as outlooks
from advisor.engine.projection.drawn import StayDrawn
from advisor.engine.projection.outlook import Outlook
from advisor.engine.projection.plan import plan
from tests.engine.households import (
    earner,
    household,
    offer,
    owner,
    prospect,
    question_of,
    to,
)
from tests.engine.references import SHENZHEN, bundled_reference
from tests.engine.strategies import households, with_offer

REFERENCE = bundled_reference()
few = settings(max_examples=10)
FEW, MANY = 2000, 200_000


def couple(**more):
    """A couple that owns its home and has an offer for one of them, and savings."""
    gone = to(SHENZHEN, offer(11_000), rent=2500)
    return household(
        earner(6000), earner(4000), housing=owner(75, mortgage=900), savings=80_000,
        destinations=(gone,), **more,
    )  # fmt: skip


def drawn(asking):
    """Both lives in every draw, for the only destination."""
    question = question_of(asking, REFERENCE)
    (destination,) = asking.destinations
    outlook = Outlook(question)
    stay = outlook.of(plan(question, life_at_home(question), None))
    move = outlook.of(plan(question, life_away(question, destination), destination))
    return StayDrawn(outlook, stay).beside(move)


def lives_of(found):
    """Every array of both lives by name."""
    arrays = {
        (name, part.name): getattr(getattr(found, name), part.name)
        for name in ("stay", "move")
        for part in fields(getattr(found, name))
    }
    return arrays | {("both", "pay_back"): found.pay_back}


def chances(projected):
    """Every chance of the answer by its name and year."""
    found = {
        (name, year.year, chance): getattr(getattr(year, name), chance)
        for year in projected.years
        for name in ("net_worth", "cash")
        for chance in ("worse_off", "better_off")
    }
    return found | {"never": projected.pay_back.never, "short": projected.short_of_cash}


def test_2000_and_200000_draws_agree_within_three_standard_errors():
    some, many = (
        chances(prospect(couple(draws=draws), REFERENCE).projected) for draws in (FEW, MANY)
    )
    for name, chance in many.items():
        error = sqrt(chance * (1 - chance) / FEW)
        assert abs(some[name] - chance) <= 3 * error + 1 / FEW, name


@pytest.mark.parametrize("move_month", [1, 8])
def test_the_first_500_of_2000_draws_are_the_500_draws_of_either_life(move_month):
    asking = couple(horizon_years=3)
    asking = replace(asking, move=asking.move.replace(month=move_month))
    some, many = (lives_of(drawn(replace(asking, draws=draws))) for draws in (500, FEW))
    for name, values in some.items():
        assert np.array_equal(values, many[name][..., :500]), name


def test_blocks_of_any_size_answer_alike(monkeypatch):
    asking = couple(horizon_years=2, draws=700)
    whole = lives_of(drawn(asking))
    monkeypatch.setattr(outlooks, "LARGEST_BLOCK", 96)
    for name, values in lives_of(drawn(asking)).items():
        assert np.array_equal(values, whole[name]), name


@given(households(horizon_years=3, draws=200))
@few
def test_home_against_home_unchanged_is_nought_in_every_draw(asking):
    asking = replace(asking, destinations=(to(asking.home),))
    if prospect(asking, REFERENCE).projected is None:
        return
    found = drawn(asking)
    for part in fields(found.stay):
        assert np.array_equal(getattr(found.stay, part.name), getattr(found.move, part.name))
    assert not found.pay_back.any()


@given(households(people=1, horizon_years=2, draws=200), st.integers(1500, 6000))
@few
def test_the_chance_of_being_worse_off_falls_as_the_offer_rises(asking, lowest):
    """The cliff of a bonus is its own affair."""
    plain = replace(asking.earners[0].pay, bonus_fen=0, months=12)
    asking = replace(asking, earners=(replace(asking.earners[0], pay=plain),))
    ladder = [lowest * 100 * step for step in (1, 2, 3, 5, 8)]
    found = [prospect(with_offer(asking, gross), REFERENCE).projected for gross in ladder]
    if found[0] is None:
        return
    for low, high in pairwise(found):
        for before, after in zip(low.years, high.years, strict=True):
            assert after.net_worth.worse_off <= before.net_worth.worse_off
            assert after.cash.worse_off <= before.cash.worse_off


def test_the_ladder_of_offers_leads_from_surely_worse_to_surely_better():
    asking = household(earner(6000), rent=700, destinations=(to(SHENZHEN, rent=2500),))
    worse = [
        prospect(with_offer(asking, gross * 100), REFERENCE).projected.years[-1].net_worth.worse_off
        for gross in (3000, 9000, 12_000, 30_000)
    ]
    assert worse == sorted(worse, reverse=True)
    assert worse[0] > 0.95
    assert 0.05 < worse[1] < 0.95
    assert worse[3] < 0.01
