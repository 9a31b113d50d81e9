"""Rents: as listed by bedrooms, else by square metre; low and high by quartiles where known."""

import pytest

from advisor.engine.household import AwayHousing, FlatKind, HomeHousing, RentLevel
from advisor.engine.rent import by_area, rent_away, rent_home
from advisor.engine.trail import Basis, Gap
from tests.engine.households import fen, household, question_of
from tests.engine.references import (
    BEIJING,
    JILIN,
    LIAOYUAN,
    SHENZHEN,
    figure_row,
    hand_made_reference,
)

PER_M2 = figure_row(
    BEIJING, "rent_m2", "2026-06", 80, low=60, high=100, range_kind="months"
)  # lowest and highest month: no quartiles
ONE_BED = figure_row(
    BEIJING, "rent_one_bed", "2024-12", 5000, low=3900, high=6000, range_kind="quartiles"
)
TWO_BED = figure_row(BEIJING, "rent_two_bed", "2024-12", 5800)


def rent(housing, *rows, city=BEIJING, **assumptions):
    question = question_of(household(assumptions=assumptions), hand_made_reference(*rows))
    return rent_away(question, city, housing)


def flat(kind=FlatKind.ONE_BED, **more):
    return AwayHousing(kind=kind, **more)


def test_an_own_rent_is_taken_whatever_is_known():
    found = rent(flat(rent_fen=123_456), PER_M2, ONE_BED)
    assert (found.per_month, found.basis, found.figures) == (123_456, Basis.YOURS, ())


def test_listings_of_that_size_come_before_rent_by_area():
    found = rent(flat(), PER_M2, ONE_BED)
    assert (found.per_month, found.basis) == (fen(5000), Basis.MEASURED)
    assert [figure.observation.indicator for figure in found.figures] == ["rent_one_bed"]
    assert found.formula.params["period"] == "2024-12"


@pytest.mark.parametrize(
    ("kind", "area"), [(FlatKind.ONE_BED, 50), (FlatKind.TWO_BED, 70), (FlatKind.THREE_BED, 85)]
)
def test_without_listings_the_rent_is_that_of_a_usual_area(kind, area):
    found = rent(flat(kind), PER_M2)
    assert found.per_month == fen(80 * area)
    assert found.conventions == (f"area_{kind.value}",)


def test_another_provinces_or_parents_listings_do_not_stand_for_the_city():
    listed_elsewhere = figure_row(JILIN, "rent_one_bed", "2024-12", 900)
    per_m2 = figure_row(LIAOYUAN, "rent_m2", "2026-06", 16)
    assert rent(flat(), listed_elsewhere, per_m2, city=LIAOYUAN).per_month == fen(16 * 50)


def test_a_typed_area_counts_instead_of_listings():
    assert rent(flat(area_m2=40), PER_M2, ONE_BED).per_month == fen(80 * 40)
    assert rent(flat(FlatKind.AREA, area_m2=40), PER_M2, ONE_BED).per_month == fen(80 * 40)


@pytest.mark.parametrize(
    ("level", "rows", "expected", "conventions"),
    [
        (RentLevel.LOW, [ONE_BED], 3900, ()),
        (RentLevel.HIGH, [ONE_BED], 6000, ()),
        (RentLevel.LOW, [PER_M2], 80 * 50 * 0.75, ("area_one_bed", "rent_level_low")),
        (RentLevel.HIGH, [PER_M2], 80 * 50 * 1.3, ("area_one_bed", "rent_level_high")),
    ],
    ids=["low of quartiles", "high of quartiles", "low by convention", "high by convention"],
)
def test_low_and_high_are_quartiles_or_else_a_convention(level, rows, expected, conventions):
    found = rent(flat(level=level), *rows)
    assert found.per_month == fen(expected)
    assert found.conventions == conventions


def test_a_room_is_the_lower_of_a_share_of_two_beds_and_a_share_of_one():
    assert rent(flat(FlatKind.ROOM), ONE_BED, TWO_BED).per_month == fen(5800 * 0.45)
    dear = figure_row(BEIJING, "rent_two_bed", "2024-12", 9500)
    found = rent(flat(FlatKind.ROOM), ONE_BED, dear)
    assert found.per_month == fen(5000 * 0.8)
    assert found.conventions == ("room_share_one_bed",)


def test_a_room_never_costs_more_than_the_whole_flat(reference):
    for city in reference.places:
        if (city, "rent_m2") in reference.series:
            question = question_of(household(), reference)
            room = rent_away(question, city, flat(FlatKind.ROOM))
            assert room.per_month < rent_away(question, city, flat()).per_month


def test_a_dormitory_is_a_convention_that_needs_no_figure():
    found = rent(flat(FlatKind.DORMITORY))
    assert (found.per_month, found.basis) == (fen(300), Basis.CONVENTION)
    assert rent(flat(FlatKind.DORMITORY), dormitory_rent=0).basis is Basis.YOURS


@pytest.mark.parametrize("kind", [FlatKind.ONE_BED, FlatKind.ROOM])
def test_without_any_rent_the_line_is_missing_not_nought(kind):
    found = rent(flat(kind), figure_row(SHENZHEN, "rent_m2", "2026-06", 70))
    assert isinstance(found, Gap)
    assert found.reason.params == {"city_place": BEIJING}


def test_at_home_a_renter_pays_what_was_typed_or_a_one_bed_at_typical_rent():
    per_m2 = figure_row(LIAOYUAN, "rent_m2", "2026-06", 16)
    question = question_of(household(), hand_made_reference(per_m2))
    assert rent_home(question, HomeHousing(rent_fen=60_000)).per_month == 60_000
    assert rent_home(question, HomeHousing(area_m2=60)).per_month == fen(16 * 60)
    assert rent_home(question, HomeHousing()).per_month == fen(16 * 50)


def test_the_formula_names_rent_and_area():
    question = question_of(household(), hand_made_reference(PER_M2))
    found = by_area(question, BEIJING, 62.5, RentLevel.TYPICAL)
    assert found.formula.params == {"rent_m2_fen": 8000, "area_m2": 62.5, "level": "typical"}
