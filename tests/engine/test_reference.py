"""The ladder: the place's own figure, else its parents', never one that its parent has outdated."""

import pytest

from advisor.engine.reference import Figure, Level, Rung, stands_at
from tests.engine.references import (
    BEIJING,
    CHANGCHUN,
    EAST,
    GUANGDONG,
    JILIN,
    LIAOYUAN,
    NATION,
    NORTHEAST,
    SHENZHEN,
    figure_row,
    hand_made_reference,
)

WAGE = "private_avg_wage"


def wage(place, year, value=50_000.0, **more):
    return figure_row(place, WAGE, str(year), value, **more)


def found(*rows, place=LIAOYUAN):
    figure = hand_made_reference(*rows).figure(place, WAGE)
    return None if figure is None else (figure.rung, figure.observation.year)


def test_the_chain_of_a_city_leads_over_province_and_region_to_the_nation(reference):
    assert [place.adcode for place in reference.chain(LIAOYUAN)] == [
        LIAOYUAN, JILIN, NORTHEAST, NATION,
    ]  # fmt: skip
    assert [place.adcode for place in reference.chain(BEIJING)] == [BEIJING, EAST, NATION]


def test_a_figure_of_the_place_itself_comes_first():
    assert found(wage(LIAOYUAN, 2023), wage(JILIN, 2024)) == (Rung.OWN, 2023)


def test_of_several_periods_the_newest_counts():
    assert found(wage(LIAOYUAN, 2021), wage(LIAOYUAN, 2023)) == (Rung.OWN, 2023)


@pytest.mark.parametrize(
    ("own", "parent", "rung"),
    [(2021, 2024, Rung.OWN), (2020, 2024, Rung.PROVINCE), (2024, 2020, Rung.OWN)],
)
def test_an_own_figure_may_be_three_years_older_than_its_parents(own, parent, rung):
    assert found(wage(LIAOYUAN, own), wage(JILIN, parent))[0] is rung


@pytest.mark.parametrize(
    ("place", "rung"),
    [(JILIN, Rung.PROVINCE), (NORTHEAST, Rung.REGION), (NATION, Rung.NATION)],
)
def test_without_an_own_figure_the_nearest_parents_is_taken_and_named(place, rung):
    assert found(wage(place, 2024)) == (rung, 2024)


def test_a_rung_without_figures_is_passed_over_also_when_ages_are_compared():
    assert found(wage(LIAOYUAN, 2019), wage(NATION, 2024)) == (Rung.NATION, 2024)
    assert found(wage(LIAOYUAN, 2022), wage(NATION, 2024)) == (Rung.OWN, 2022)


def test_a_province_outdated_by_its_region_gives_way_too():
    assert found(wage(JILIN, 2015), wage(NORTHEAST, 2024)) == (Rung.REGION, 2024)


def test_where_nothing_is_found_there_is_no_figure():
    assert found() is None
    assert found(wage(SHENZHEN, 2024)) is None, "no other city in place of the one asked for"


def test_a_months_figure_is_compared_by_its_year():
    rows = (
        figure_row(LIAOYUAN, "rent_m2", "2023-01", 15),
        figure_row(JILIN, "rent_m2", "2026-06", 16),
    )
    assert hand_made_reference(*rows).figure(LIAOYUAN, "rent_m2").is_own


def test_a_municipality_is_its_own_province(reference):
    assert stands_at(reference.places[BEIJING], Level.PROVINCE)
    assert not stands_at(reference.places[CHANGCHUN], Level.PROVINCE)
    rows = hand_made_reference(wage(BEIJING, 2024), wage(GUANGDONG, 2024), wage(SHENZHEN, 2024))
    assert rows.figure_at(BEIJING, WAGE, Level.PROVINCE).rung is Rung.OWN
    assert rows.figure_at(SHENZHEN, WAGE, Level.PROVINCE).observation.place == GUANGDONG


def test_a_level_without_a_figure_gives_none():
    assert hand_made_reference(wage(JILIN, 2024)).figure_at(LIAOYUAN, WAGE, Level.CITY) is None


@pytest.mark.parametrize(
    ("rung", "status", "is_approximation"),
    [
        (Rung.OWN, "", False),
        (Rung.OWN, "e", False),
        (Rung.OWN, "u", True),
        (Rung.OWN, "ei", True),
        (Rung.PROVINCE, "", True),
    ],
)
def test_a_figure_is_an_approximation_if_a_parents_imputed_or_unreliable(
    rung, status, is_approximation
):
    figure = Figure(observation=wage(LIAOYUAN, 2024, status=status), rung=rung)
    assert figure.is_approximation is is_approximation
