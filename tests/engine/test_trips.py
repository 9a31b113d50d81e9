"""Trips home: times, heads and distance; nothing where nobody is away."""

import pytest

from advisor.engine.household import Moving
from advisor.engine.trail import Basis
from advisor.engine.trips import trips_home
from tests.engine.households import child, earner, household, named, question_of, to
from tests.engine.references import BEIJING, CHANGCHUN, LIAOYUAN, SHENZHEN, hand_made_reference

KM = 2483  # Liaoyuan to Shenzhen, as the crow flies


def line(*people, destination=None, **more):
    question = question_of(household(*people, **more), hand_made_reference())
    return named(trips_home(question, destination or to(SHENZHEN)).lines, "trips_home")


def test_two_trips_a_year_cost_by_the_kilometre():
    found = line()
    assert found.amount == pytest.approx(2 * KM * 100 / 12, rel=0.001)
    assert (found.basis, found.formula.params["km"]) == (Basis.CONVENTION, KM)


def test_near_by_a_trip_costs_its_least():
    near = to(CHANGCHUN)  # some 100 km
    assert line(destination=near).amount == pytest.approx(2 * 400 * 100 / 12, abs=1)


def test_everybody_who_moves_goes_home():
    more = {"children": (child("2018-05"), child("2020-05", moves=False))}
    assert line(earner(), earner(stays=True), **more).formula.params["heads"] == 2


def test_the_number_of_trips_is_yours_to_say():
    found = line(destination=to(SHENZHEN, moving=Moving(trips_home_a_year=12)))
    assert found.amount == pytest.approx(6 * line().amount, abs=3)
    assert found.basis is Basis.YOURS
    assert "trips_home_a_year" not in found.conventions
    never = to(SHENZHEN, moving=Moving(trips_home_a_year=0))
    assert line(destination=never).amount == 0


def test_nobody_travels_home_from_home():
    question = question_of(household(), hand_made_reference())
    assert trips_home(question, to(LIAOYUAN)).lines == ()


def test_an_unknown_distance_is_not_counted_and_named(reference):
    question = question_of(household(home="R4"), hand_made_reference())
    part = trips_home(question, to(BEIJING))
    assert part.lines == ()
    assert [gap.reason.code for gap in part.missing] == ["missing.distance"]
