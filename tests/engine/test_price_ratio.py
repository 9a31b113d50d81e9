"""The price ratio: published levels where both are sound, else rents, never two methods in one."""

from math import log

import pytest

from advisor.engine.price_ratio import LEVELS, RENTS, SAME, price_ratio, rent_price_ratio
from advisor.engine.trail import Gap
from tests.engine.households import household, question_of
from tests.engine.references import (
    BEIJING,
    CHANGCHUN,
    JILIN,
    LIAOYUAN,
    NATION,
    SHANGHAI,
    figure_row,
    hand_made_reference,
)


def level(place, value, status="e"):
    return figure_row(place, "price_level_all", "2022", value, status=status)


def rent(place, value):
    return figure_row(place, "rent_m2", "2026-06", value)


def ratio(*rows, home=LIAOYUAN, away=BEIJING, **assumptions):
    asking = household(home=home, assumptions=assumptions)
    return price_ratio(question_of(asking, hand_made_reference(*rows)), home, away)


def test_prices_at_home_are_those_of_home():
    same = ratio(away=LIAOYUAN)
    assert (same.value, same.method, same.figures) == (1.0, SAME, ())


def test_published_levels_are_used_where_both_cities_have_them():
    found = ratio(level(LIAOYUAN, 0.5), level(BEIJING, 1), rent(LIAOYUAN, 10), rent(BEIJING, 90))
    assert (found.value, found.method) == (2.0, LEVELS)
    assert [figure.observation.place for figure in found.figures] == [LIAOYUAN, BEIJING]


@pytest.mark.parametrize("unreliable", [LIAOYUAN, BEIJING])
def test_an_unreliable_level_leaves_the_ratio_to_rents(unreliable):
    levels = [level(city, 1, "u" if city == unreliable else "e") for city in (LIAOYUAN, BEIJING)]
    found = ratio(*levels, rent(LIAOYUAN, 10), rent(BEIJING, 160))
    assert found.method == RENTS
    assert found.value == pytest.approx(16**0.25)
    assert found.conventions == ("price_elasticity",)


def test_the_elasticity_can_be_changed():
    rents = rent(LIAOYUAN, 10), rent(BEIJING, 160)
    assert ratio(*rents, price_elasticity=0.5).value == pytest.approx(4)
    assert ratio(*rents, price_elasticity=0).value == 1


@pytest.mark.parametrize("only", [LIAOYUAN, BEIJING])
def test_without_both_cities_own_rents_the_ratio_is_unknown(only):
    gap = ratio(rent(only, 10), rent(JILIN, 12), rent(NATION, 20))
    assert isinstance(gap, Gap)
    assert gap.reason.params == {"away_place": BEIJING, "home_place": LIAOYUAN}


def test_rankings_use_rents_also_where_levels_exist(reference):
    question = question_of(household(home=SHANGHAI), reference)
    assert price_ratio(question, SHANGHAI, BEIJING).method == LEVELS
    assert rent_price_ratio(question, SHANGHAI, BEIJING).method == RENTS


def test_there_and_back_again_costs_the_same(reference):
    question = question_of(household(), reference)
    for home, away in ((SHANGHAI, BEIJING), (LIAOYUAN, BEIJING), (CHANGCHUN, SHANGHAI)):
        there, back = price_ratio(question, home, away), price_ratio(question, away, home)
        assert there.value * back.value == pytest.approx(1)


def test_the_elasticity_that_ships_agrees_with_a_fit_to_the_figures_that_ship(reference):
    """A line through the logarithms: slope about 0.28 (model §5); the default is a bit lower."""
    points = []
    for place in reference.places:
        price = reference.newest(place, "price_level_all")
        rent_m2 = reference.newest(place, "rent_m2")
        if price and rent_m2 and "u" not in price.status:
            points.append((log(rent_m2.value), log(price.value)))
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum(
        (x - mean_x) ** 2 for x, _ in points
    )
    assert len(points) == 16
    assert slope == pytest.approx(0.28, abs=0.01)
