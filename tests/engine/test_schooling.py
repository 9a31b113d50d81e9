"""Schooling: what a child costs beyond its share in living, never the published cost whole."""

from datetime import date

import pytest

from advisor.engine.household import CategoryMode, CategorySpending, SchoolPlace
from advisor.engine.question import everybody
from advisor.engine.schooling import schooling
from tests.engine.households import amounts, child, fen, household, question_of
from tests.engine.references import BEIJING, LIAOYUAN, NATION, figure_row, hand_made_reference

PUBLIC, UNSURE, PRIVATE = SchoolPlace.PUBLIC, SchoolPlace.UNSURE, SchoolPlace.PRIVATE
FIGURES = (
    figure_row(BEIJING, "child_cost_0_17", "2022", 18 * 12 * 4000),
    figure_row(NATION, "child_cost_0_17", "2022", 18 * 12 * 2000),
    figure_row(BEIJING, "consumption_urban_total", "2024", 48_000),
    figure_row(LIAOYUAN, "consumption_urban_total", "2024", 24_000),
    figure_row(NATION, "consumption_share_residence", "2024", 0.25),
    figure_row(LIAOYUAN, "price_level_all", "2022", 0.5),
    figure_row(BEIJING, "price_level_all", "2022", 1.0),
)
BEYOND_HOME = 2000 - 0.5 * 1500
BEYOND_BEIJING = 4000 - 0.5 * 3000


def cost(city, place=PUBLIC, *, rows=FIGURES, children=("2018-05",), **more):
    asking = household(children=tuple(child(born) for born in children), **more)
    question = question_of(asking, hand_made_reference(*rows))
    part = schooling(question, city, everybody(asking), place)
    return amounts(part.lines), [gap.line for gap in part.missing]


def test_the_childs_share_in_living_is_taken_off_the_published_cost():
    assert cost(BEIJING) == ({"schooling": BEYOND_BEIJING}, [])
    assert cost(LIAOYUAN) == ({"schooling": BEYOND_HOME}, [])


@pytest.mark.parametrize(("place", "factor"), [(PUBLIC, 1), (UNSURE, 1.15), (PRIVATE, 1.6)])
def test_the_school_place_decides_the_factor(place, factor):
    assert cost(BEIJING, place)[0]["schooling"] == pytest.approx(BEYOND_BEIJING * factor)


def test_not_said_the_place_is_public_at_home_and_unsure_elsewhere():
    assert cost(LIAOYUAN, None) == cost(LIAOYUAN, PUBLIC)
    assert cost(BEIJING, None) == cost(BEIJING, UNSURE)


def test_each_child_costs_as_much():
    assert cost(BEIJING, children=("2018-05", "2020-01"))[0]["schooling"] == 2 * BEYOND_BEIJING


@pytest.mark.parametrize(
    ("born", "counts"),
    [("2027-01", True), ("2027-02", False), ("2009-02", True), ("2009-01", False)],
)
def test_only_who_is_born_and_under_18_at_the_move_counts(born, counts):
    assert bool(cost(BEIJING, children=(born,), move=date(2027, 1, 1))[0]) is counts


def test_a_child_that_costs_less_than_its_share_costs_nothing_beyond():
    cheap = figure_row(BEIJING, "child_cost_0_17", "2022", 18 * 12 * 1000)
    assert cost(BEIJING, rows=(*FIGURES[1:], cheap))[0] == {"schooling": 0}


def test_a_place_without_figures_is_not_counted_and_named():
    assert cost(BEIJING, rows=()) == ({}, ["schooling"])


def test_without_children_there_is_nothing_to_say():
    assert cost(BEIJING, children=()) == ({}, [])


def test_a_typed_total_holds_the_schooling_at_home():
    assert cost(LIAOYUAN, living_total=5000)[0] == {"schooling": 0}
    dearer = BEYOND_BEIJING - BEYOND_HOME
    assert cost(BEIJING, living_total=5000)[0] == {"schooling": dearer}


def test_typed_spending_on_education_holds_the_schooling_at_home():
    typed = CategorySpending(mode=CategoryMode.MINE, home_fen=fen(1300))
    assert cost(LIAOYUAN, living={"education": typed})[0] == {"schooling": 0}
    assert cost(LIAOYUAN, living={"food": typed})[0] == {"schooling": BEYOND_HOME}


def test_the_published_cost_is_never_added_whole(reference):
    for place in reference.places.values():
        asking = household(children=(child("2018-05"),))
        part = schooling(question_of(asking, reference), place.adcode, everybody(asking), PUBLIC)
        published = reference.figure(place.adcode, "child_cost_0_17").value / (18 * 12)
        for line in part.lines:
            assert line.amount / 100 < published * 0.85, place.name_en
