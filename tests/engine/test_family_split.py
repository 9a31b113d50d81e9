"""Children and parents who stay or come along, in the month and over the years."""

import pytest

from advisor.engine.lives import life_away
from advisor.engine.projection.plan import plan
from advisor.engine.trail import Head, total
from tests.engine.households import (
    amounts,
    child,
    earner,
    household,
    offer,
    owner,
    prospect,
    question_of,
    to,
)
from tests.engine.references import SHENZHEN, bundled_reference

REFERENCE = bundled_reference()


def family(*, child_moves=True, stays=False, **more):
    """A couple with a child; the second earner may stay."""
    return household(
        earner(5200),
        earner(3600, stays=stays),
        children=(child("2018-05", moves=child_moves),),
        destinations=(to(SHENZHEN, offer(12_000), rent=2500),),
        horizon_years=3,
        **more,
    )


def moved(asking):
    return prospect(asking, REFERENCE)


def codes(found):
    return {note.code for note in found.picture.notes}


def test_a_child_who_stays_costs_at_home_what_it_costs_there():
    lines = amounts(moved(family(child_moves=False)).picture.lines)
    along = amounts(moved(family()).picture.lines)
    assert lines["home_living"] > 0
    assert "home_utilities" not in lines  # nobody of ours keeps a dwelling there
    assert "home_schooling" in lines
    assert "schooling" not in lines
    assert {"home_living", "home_schooling"}.isdisjoint(along)
    assert lines["living"] < along["living"]
    assert lines["trips_home"] < along["trips_home"]


def test_a_child_who_stays_without_an_adult_is_spoken_of():
    alone = "note.children_stay_with_others"
    assert alone in codes(moved(family(child_moves=False)))
    assert alone not in codes(moved(family()))
    assert alone not in codes(moved(family(child_moves=False, stays=True)))


def test_who_stays_with_the_child_keeps_pay_and_home_and_both_homes_are_paid():
    lines = amounts(moved(family(child_moves=False, stays=True)).picture.lines)
    assert lines["wages2"] == 3600
    assert lines["home_rent"] > 0
    assert lines["rent"] == 2500
    assert lines["home_utilities"] > 0


@pytest.mark.parametrize("stays", [False, True])
@pytest.mark.parametrize("child_moves", [False, True])
def test_the_years_ahead_start_from_all_that_the_month_costs(stays, child_moves):
    question = question_of(family(child_moves=child_moves, stays=stays), REFERENCE)
    (destination,) = question.household.destinations
    life = life_away(question, destination)
    begun = plan(question, life, destination)
    costs = sum(rent.per_month for rent in begun.rents) + begun.living.per_month + begun.fixed
    heads = (Head.HOUSING, Head.LIVING, Head.COMMITMENTS)
    assert costs == sum(total(life.part.lines, head) for head in heads)
    assert [one.search for one in begun.earners] == [0.5, 0.0 if stays else 2.5]


def test_an_owned_home_with_a_child_in_it_is_left_as_one_said():
    asking = family(child_moves=False, housing=owner())
    lines = amounts(moved(asking).picture.lines)
    assert lines["kept_home_property_fee"] > 0


def test_parents_stay_and_are_spoken_of_and_come_as_adults_without_pay():
    staying = moved(family(parents_supported=2))
    coming = moved(family(parents_supported=2, adults=4))
    assert "note.parents_stay" in codes(staying)
    lines, more = (amounts(one.picture.lines) for one in (staying, coming))
    assert more["living"] > lines["living"]
    assert more["travel"] * 3 == lines["travel"] * 5
