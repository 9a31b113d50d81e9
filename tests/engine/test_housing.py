"""Housing a month: at home, there, for who stays, and for the home left behind in each case."""

import pytest

from advisor.engine.household import AwayHousing, FlatKind, HomeHousing, HomeKind, IfLeaving
from advisor.engine.housing import (
    has_district_heating,
    home_left_behind,
    housing_at_home,
    housing_away,
    is_sold,
    wanted_housing,
)
from advisor.engine.trail import Basis, Head
from tests.engine.households import amounts, child, earner, household, named, owner, question_of, to
from tests.engine.references import BEIJING, LIAOYUAN, SHENZHEN, figure_row, hand_made_reference

FIGURES = (
    figure_row(LIAOYUAN, "rent_m2", "2026-06", 16),
    figure_row(BEIJING, "rent_m2", "2026-06", 80),
    figure_row(SHENZHEN, "rent_m2", "2026-06", 75),
)
HEATING = 75 * 27 / 12  # 75 m², CNY 27 a season, by the month
PROPERTY_FEE = 75.0


def asking(*people, reference=None, **more):
    return question_of(household(*people, **more), reference or hand_made_reference(*FIGURES))


def test_a_renter_at_home_pays_rent_and_nothing_else():
    assert amounts(housing_at_home(asking(rent=700)).lines) == {"rent": 700}


def test_an_owner_in_the_north_pays_property_fee_and_heating_and_no_rent():
    part = housing_at_home(asking(housing=owner(75)))
    assert amounts(part.lines) == {"property_fee": PROPERTY_FEE, "heating": HEATING}
    assert {line.basis for line in part.lines} == {Basis.CONVENTION}


def test_an_owner_in_the_south_pays_no_heating():
    part = housing_at_home(asking(home=SHENZHEN, housing=owner(75)))
    assert amounts(part.lines) == {"property_fee": 225.0}


def test_an_owner_pays_the_mortgage_too():
    part = housing_at_home(asking(housing=owner(75, mortgage=1800)))
    assert amounts(part.lines)["mortgage"] == 1800


def test_an_owned_home_of_unknown_area_is_a_two_bed_flat():
    part = housing_at_home(asking(housing=owner(None)))
    assert amounts(part.lines)["property_fee"] == 70


def test_who_lives_with_family_pays_no_rent_and_is_told_so():
    part = housing_at_home(asking(housing=HomeHousing(kind=HomeKind.WITH_FAMILY)))
    assert part.lines == ()
    assert [note.code for note in part.notes] == ["note.with_family"]


def test_a_changed_convention_is_yours():
    part = housing_at_home(asking(housing=owner(75), assumptions={"property_fee_home": 2}))
    assert named(part.lines, "property_fee").basis is Basis.YOURS
    assert amounts(part.lines)["property_fee"] == 150


@pytest.mark.parametrize(
    ("children", "kind"),
    [
        ((), FlatKind.ONE_BED),
        ((child("2018-05"),), FlatKind.TWO_BED),
        ((child("2018-05", moves=False),), FlatKind.ONE_BED),
    ],
)
def test_the_home_wanted_has_one_bedroom_or_two_with_children_who_move(children, kind):
    question = asking(children=children)
    assert wanted_housing(question, to(BEIJING)).kind is kind
    assert wanted_housing(question, to(BEIJING, housing=AwayHousing())).kind is FlatKind.ONE_BED


def test_housing_away_is_the_rent_there():
    part = housing_away(asking(rent=700), to(BEIJING))
    assert amounts(part.lines) == {"rent": 80 * 50}


def test_the_home_kept_for_who_stays_is_paid_as_well():
    two = (earner(), earner(stays=True))
    part = housing_away(asking(*two, rent=700), to(BEIJING, rent=2000))
    assert amounts(part.lines) == {"rent": 2000, "home_rent": 700}
    assert {line.head for line in part.lines} == {Head.HOUSING}
    part = housing_away(asking(*two, housing=owner(75, mortgage=900)), to(BEIJING, rent=2000))
    assert amounts(part.lines) == {
        "rent": 2000, "home_property_fee": 75, "home_heating": HEATING, "home_mortgage": 900,
    }  # fmt: skip


def test_a_destination_that_is_home_and_says_nothing_is_housed_as_at_home():
    question = asking(housing=owner(75))
    assert housing_away(question, to(LIAOYUAN)) == housing_at_home(question)
    assert amounts(housing_away(question, to(LIAOYUAN, rent=500)).lines) == {"rent": 500}


def left(if_leaving, **more):
    question = asking(housing=owner(75, if_leaving=if_leaving, **more))
    part = home_left_behind(question, to(BEIJING))
    assert {line.head for line in part.lines} <= {Head.COMMITMENTS}
    return amounts(part.lines)


def test_a_home_kept_empty_costs_its_fee_and_a_stand_by_share_of_heating():
    assert left(IfLeaving.KEEP) == {
        "kept_home_property_fee": PROPERTY_FEE,
        "kept_home_heating": pytest.approx(HEATING / 4, abs=0.005),
    }


def test_a_home_that_is_let_brings_rent_for_part_of_the_year_and_is_heated():
    assert left(IfLeaving.LET) == {
        "kept_home_property_fee": PROPERTY_FEE,
        "kept_home_heating": HEATING,
        "kept_home_rent_received": pytest.approx(-16 * 75 * 0.85 * 0.6, abs=0.005),
    }


def test_a_home_where_family_stays_is_heated_in_full_and_brings_nothing():
    assert left(IfLeaving.FAMILY) == {
        "kept_home_property_fee": PROPERTY_FEE, "kept_home_heating": HEATING,
    }  # fmt: skip


def test_a_home_that_is_sold_costs_nothing_more():
    assert left(IfLeaving.SELL, mortgage=900) == {}


def test_only_a_home_that_everybody_leaves_is_sold():
    sells = owner(75, if_leaving=IfLeaving.SELL)
    assert is_sold(asking(housing=sells), to(BEIJING))
    assert is_sold(asking(housing=sells), to(LIAOYUAN, rent=500))
    assert not is_sold(asking(housing=sells), to(LIAOYUAN))
    assert not is_sold(asking(earner(), earner(stays=True), housing=sells), to(BEIJING))
    assert not is_sold(asking(housing=HomeHousing(if_leaving=IfLeaving.SELL)), to(BEIJING))


@pytest.mark.parametrize("if_leaving", [IfLeaving.KEEP, IfLeaving.LET, IfLeaving.FAMILY])
def test_the_mortgage_goes_on_unless_the_home_is_sold(if_leaving):
    assert left(if_leaving, mortgage=900)["kept_home_mortgage"] == 900


def test_a_home_where_an_earner_stays_is_housing_and_not_left_behind():
    question = asking(earner(), earner(stays=True), housing=owner(75))
    assert home_left_behind(question, to(BEIJING)).lines == ()


def test_a_renter_leaves_nothing_behind():
    assert home_left_behind(asking(rent=700), to(BEIJING)).lines == ()


def test_moving_within_the_home_city_leaves_the_owned_home_behind():
    question = asking(housing=owner(75))
    assert home_left_behind(question, to(LIAOYUAN)).lines == ()
    assert home_left_behind(question, to(LIAOYUAN, rent=500)).lines != ()


def test_letting_without_a_known_rent_is_not_counted_and_says_so():
    question = asking(housing=owner(75, if_leaving=IfLeaving.LET), reference=hand_made_reference())
    part = home_left_behind(question, to(BEIJING))
    assert "kept_home_rent_received" not in amounts(part.lines)
    assert [gap.line for gap in part.missing] == ["kept_home_rent_received"]


def test_homes_are_heated_in_liaoyuan_and_beijing_and_not_in_shenzhen():
    question = asking()
    heated = [has_district_heating(question, city) for city in (LIAOYUAN, BEIJING, SHENZHEN)]
    assert heated == [True, True, False]
