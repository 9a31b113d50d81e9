"""What the figures leave out, said only to those whom it touches."""

from dataclasses import replace

import pytest

from advisor.engine.household import AwayHousing, PaidThisYear, Unit
from tests.engine.households import child, earner, household, offer, prospect, to
from tests.engine.references import BEIJING, LIAOYUAN, SHENZHEN, bundled_reference, without_figures

REFERENCE = bundled_reference()
PLAIN = household(earner(6000, unit=Unit.PRIVATE), destinations=(to(SHENZHEN, offer(9000)),))


def notes(asking, reference=REFERENCE):
    """Codes of all notes to the only destination, with their parameters."""
    return {note.code: note.params for note in prospect(asking, reference).picture.notes}


def moved_by(changed):
    """Notes that the changed household gets and the plain one does not, and the other way."""
    return set(notes(changed)) ^ set(notes(PLAIN))


def with_earner(**changes):
    return replace(PLAIN, earners=(replace(PLAIN.earners[0], **changes),))


def test_a_public_post_is_said_to_be_given_up():
    assert moved_by(with_earner(unit=Unit.NON_PRIVATE)) == {"note.public_post_given_up"}


@pytest.mark.parametrize(("age", "said"), [(44, False), (45, True), (58, True)])
def test_retirement_is_spoken_of_from_fifty_at_the_horizon(age, said):
    assert moved_by(with_earner(age=age)) == ({"note.retirement_not_projected"} if said else set())


def test_the_age_of_who_stays_does_not_matter():
    stays = earner(4000, age=58, stays=True, unit=Unit.PRIVATE)
    couple = replace(PLAIN, earners=(*PLAIN.earners, stays), adults=2)
    assert "note.retirement_not_projected" not in notes(couple)


def test_parents_who_are_supported_stay_behind():
    assert moved_by(replace(PLAIN, parents_supported=2)) == {"note.parents_stay"}


@pytest.mark.parametrize("moves", [True, False])
def test_schooling_depends_on_the_place_for_children_who_move(moves):
    family = replace(PLAIN, children=(child("2018-05", moves=moves),))
    assert ("note.schooling_depends_on_place" in notes(family)) is moves


def test_months_already_paid_that_are_not_those_before_the_move_are_said():
    paid = PaidThisYear(months=4, gross_fen=2_400_000, contributions_fen=250_000, tax_fen=0)
    april = replace(PLAIN, move=PLAIN.move.replace(month=7))
    told = replace(april, earners=(replace(april.earners[0], paid_this_year=paid),))
    assert notes(told)["note.paid_months_differ"] == {"paid": 4, "before": 6}
    right = replace(told, move=told.move.replace(month=5))
    assert "note.paid_months_differ" not in notes(right)


def test_a_purchase_without_a_known_price_is_said():
    buying = to(SHENZHEN, offer(9000), housing=AwayHousing(buy_in_year=3))
    asking = replace(PLAIN, destinations=(buying,))
    unknown = without_figures(REFERENCE, (SHENZHEN, "home_price_m2"))
    assert "missing.home_price" in notes(asking, unknown)
    assert "missing.home_price" not in notes(asking)


def test_staying_at_home_in_another_job_brings_no_caution():
    same_city = replace(PLAIN, destinations=(to(LIAOYUAN, offer(9000)),), parents_supported=2)
    assert "note.parents_stay" not in notes(same_city)


@pytest.mark.parametrize(("pay", "said"), [(9000, False), (40_000, True)])
def test_pay_far_above_the_places_incomes_brings_the_living_it_may_lead_to(pay, said):
    asking = replace(PLAIN, destinations=(to(BEIJING, offer(pay)),))
    lines = {line.line: line for line in prospect(asking, REFERENCE).picture.lines}
    assert ("living_follows_income" in lines) is said
    typed = replace(asking, living_total_fen=300_000)
    assert all(
        line.line != "living_follows_income" for line in prospect(typed, REFERENCE).picture.lines
    )
