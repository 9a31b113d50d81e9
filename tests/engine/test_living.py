"""Living: the price of the same life; typed or estimated, whole or by category, never twice."""

import pytest

from advisor.engine.consumption import CATEGORIES
from advisor.engine.household import Basket, CategoryMode, CategorySpending
from advisor.engine.living import (
    basket_multiple,
    equivalent_adults,
    living_at_home,
    living_away,
    spending_against_estimate,
)
from advisor.engine.question import Group
from advisor.engine.trail import Basis, Head
from tests.engine.households import amounts, child, earner, fen, household, named, question_of, to
from tests.engine.references import BEIJING, LIAOYUAN, NATION, figure_row, hand_made_reference

PER_HEAD = 1500.0  # a month without residence
RATIO = 2.0
FIGURES = (
    figure_row(LIAOYUAN, "consumption_urban_total", "2024", 24_000),
    figure_row(BEIJING, "consumption_urban_total", "2024", 60_000),
    figure_row(NATION, "consumption_share_residence", "2024", 0.25),
    figure_row(LIAOYUAN, "consumption_share_food", "2024", 0.5),
    figure_row(LIAOYUAN, "consumption_share_clothing", "2024", 0.25),
    *(
        figure_row(LIAOYUAN, f"consumption_share_{head}", "2024", 0.0)
        for head in CATEGORIES
        if head not in ("food", "clothing")
    ),
    figure_row(LIAOYUAN, "price_level_all", "2022", 0.5),
    figure_row(BEIJING, "price_level_all", "2022", 0.5 * RATIO),
)
TWO = (earner(), earner(stays=True))


def asked(*people, rows=FIGURES, **more):
    return question_of(household(*people, **more), hand_made_reference(*rows))


def at_home(*people, **more):
    return amounts(living_at_home(asked(*people, **more)).lines)


def away(*people, destination=None, **more):
    lines = living_away(asked(*people, **more), destination or to(BEIJING)).lines
    return {name: amount for name, amount in amounts(lines).items() if name != "trips_home"}


def mine(home, there=None):
    return CategorySpending(mode=CategoryMode.MINE, home_fen=fen(home), away_fen=fen(there))


NONE = CategorySpending(mode=CategoryMode.NONE)


@pytest.mark.parametrize(
    ("adults", "children", "scale"),
    [(0, 0, 0), (1, 0, 1), (2, 0, 1.7), (1, 1, 1.5), (2, 2, 2.7), (0, 1, 0.5)],
)
def test_the_first_adult_counts_one_others_less(adults, children, scale):
    group = Group(adults=adults, children=(child("2018-05"),) * children)
    assert equivalent_adults(asked(), group) == pytest.approx(scale)


def test_who_says_nothing_is_taken_to_spend_what_people_there_spend():
    assert at_home() == {"living": PER_HEAD, "utilities": 200}
    assert at_home(adults=2) == {"living": PER_HEAD * 1.7, "utilities": 260}


@pytest.mark.parametrize(
    ("basket", "multiple"), [(Basket.GET_BY, 0.65), (Basket.TYPICAL, 1), (Basket.COMFORTABLE, 1.4)]
)
def test_the_basket_scales_the_estimate_but_not_utilities(basket, multiple):
    assert at_home(basket=basket) == {"living": PER_HEAD * multiple, "utilities": 200}
    assert away(basket=basket) == {"living": PER_HEAD * multiple * RATIO, "utilities": 200}


def test_another_basket_there_changes_living_in_proportion():
    destination = to(BEIJING, basket=Basket.COMFORTABLE)
    assert away(basket=Basket.GET_BY, destination=destination)["living"] == PER_HEAD * 1.4 * RATIO
    assert away(living_total=2200, destination=destination)["living"] == 2000 * 1.4 * RATIO
    question = asked(basket=Basket.GET_BY)
    assert basket_multiple(question, None) == 1
    assert basket_multiple(question, Basket.TYPICAL) == pytest.approx(1 / 0.65)


def test_a_typed_total_is_spent_in_full_with_utilities_in_it():
    assert at_home(living_total=2000) == {"living": 1800, "utilities": 200}
    assert at_home(living_total=150) == {"living": 0, "utilities": 150}
    assert at_home(living_total=0) == {"living": 0, "utilities": 0}


def test_a_typed_total_moves_with_prices_and_utilities_do_not():
    assert away(living_total=2000) == {"living": 1800 * RATIO, "utilities": 200}


def test_a_typed_total_is_yours_and_at_other_prices_measured():
    question = asked(living_total=2000)
    assert named(living_at_home(question).lines, "living").basis is Basis.YOURS
    line = named(living_away(question, to(BEIJING)).lines, "living")
    assert line.basis is Basis.MEASURED
    assert [figure.observation.place for figure in line.figures] == [LIAOYUAN, BEIJING]


def test_local_consumption_never_enters_the_cost_of_the_same_life():
    dearer = figure_row(BEIJING, "consumption_urban_total", "2024", 600_000)
    rows = [row for row in FIGURES if row.place != BEIJING or "level" in row.indicator]
    assert away(rows=(*rows, dearer)) == away()


def test_categories_are_typed_estimated_or_not_applicable():
    living = {"food": mine(700), "clothing": NONE}
    assert at_home(living=living)["living_food"] == 700
    assert "living_clothing" not in at_home(living=living)
    assert at_home(living={"clothing": NONE})["living_food"] == 24_000 * 0.5 / 12
    assert sum(at_home(living={"food": mine(1000)}).values()) == 1000 + 24_000 * 0.25 / 12 + 200


def test_a_category_typed_for_there_counts_as_typed():
    assert away(living={"food": mine(700, 900)})["living_food"] == 900
    assert away(living={"food": mine(700)})["living_food"] == 700 * RATIO


def test_categories_and_total_estimate_the_same_life():
    estimate = CategorySpending(mode=CategoryMode.ESTIMATE)
    categories = dict.fromkeys(CATEGORIES, estimate)
    assert sum(at_home(living=categories).values()) == sum(at_home().values())


def test_who_stays_lives_at_home_prices_with_own_utilities():
    assert away(*TWO) == {
        "living": PER_HEAD * RATIO, "utilities": 200,
        "home_living": PER_HEAD, "home_utilities": 200,
    }  # fmt: skip


def test_a_child_who_stays_costs_its_share_at_home_prices():
    lines = away(children=(child("2005-05", moves=False),))
    assert lines == {
        "living": PER_HEAD * RATIO, "utilities": 200, "home_living": PER_HEAD * 0.5,
    }  # fmt: skip


def test_a_typed_total_is_shared_by_household_scale():
    lines = away(*TWO, living_total=1960)  # 1,700 outside utilities for 1.7 equivalent adults
    assert lines["living"] == pytest.approx(1000 * RATIO)
    assert lines["home_living"] == pytest.approx(1000)


def test_home_with_nothing_said_is_home():
    question = asked()
    assert living_away(question, to(LIAOYUAN)) == living_at_home(question)


def test_home_in_another_basket_costs_in_proportion_at_the_same_prices():
    destination = to(LIAOYUAN, basket=Basket.GET_BY)
    part = living_away(asked(children=(child("2018-05"),)), destination)
    assert amounts(part.lines)["living"] == PER_HEAD * 1.5 * 0.65
    lines = away(living={"food": mine(700, 900)}, destination=destination)
    assert lines["living_food"] == 700 * 0.65, "what is typed for elsewhere is not for home"


@pytest.mark.parametrize("rows", [FIGURES[2:], FIGURES[:-1]], ids=["no estimate", "no ratio"])
def test_what_is_unknown_is_missing_and_never_nought(rows):
    part = living_away(asked(rows=rows), to(BEIJING))
    assert part.lines == ()
    assert part.missing


def test_a_typed_total_needs_no_figure_at_home():
    question = asked(living_total=2000, rows=())
    assert amounts(living_at_home(question).lines) == {"living": 1800, "utilities": 200}


@pytest.mark.parametrize(("total", "is_far"), [(1700, False), (300, True), (9000, True)])
def test_a_total_far_from_the_estimate_is_asked_about(total, is_far):
    codes = [note.code for note in living_at_home(asked(living_total=total)).notes]
    assert ("note.living_far_from_estimate" in codes) is is_far


def test_spending_is_set_against_the_estimate():
    assert spending_against_estimate(asked()) == pytest.approx(1)
    assert spending_against_estimate(asked(basket=Basket.GET_BY)) == pytest.approx(0.65)
    assert spending_against_estimate(asked(living_total=3200)) == pytest.approx(2)
    assert spending_against_estimate(asked(living={"food": NONE})) == pytest.approx(1 / 3)
    assert spending_against_estimate(asked(rows=())) is None


def test_all_lines_of_living_are_under_living():
    lines = living_away(asked(*TWO, children=(child("2018-05"),)), to(BEIJING)).lines
    assert {line.head for line in lines} == {Head.LIVING}
