"""Typical pay: the ratio of average wages at a common rung, carried to one year, and shrunk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.household import Unit
from advisor.engine.reference import NATION
from advisor.engine.trail import Gap
from advisor.engine.wages import typical_pay, wage_ratio
from tests.engine.households import earner, household, question_of
from tests.engine.references import (
    BEIJING,
    GUANGDONG,
    JILIN,
    LIAOYUAN,
    NORTHEAST,
    SHENZHEN,
    TIER_ONE,
    bundled_reference,
    figure_row,
    hand_made_reference,
)

PRIVATE, NON_PRIVATE = "private_avg_wage", "nonprivate_avg_wage"


def wage(place, value, year=2024, series=PRIVATE):
    return figure_row(place, series, str(year), value)


def posted(indicator, period, value, **more):
    return figure_row(NATION, indicator, period, value, **more)


def expected(*rows, who=None, city=BEIJING, **assumptions):
    who = who or earner(4000, unit=Unit.PRIVATE)
    asking = household(who, assumptions=assumptions)
    return typical_pay(question_of(asking, hand_made_reference(*rows)), 0, city)


def ratio(*rows, who=None, city=BEIJING):
    who = who or earner(unit=Unit.PRIVATE)
    found = wage_ratio(question_of(household(who), hand_made_reference(*rows)), who, city)
    return found and round(found.value, 6)


def test_typical_pay_is_home_pay_times_the_shrunken_ratio():
    found = expected(wage(LIAOYUAN, 40_000), wage(BEIJING, 90_000))
    assert (found.low, found.typical, found.high) == (400_000, 600_000, 900_000)


def test_the_shrink_can_be_changed_from_nothing_to_the_whole_ratio():
    rows = wage(LIAOYUAN, 40_000), wage(BEIJING, 90_000)
    assert expected(*rows, typical_pay_shrink=0).typical == 400_000
    assert expected(*rows, typical_pay_shrink=1).typical == 900_000


def test_where_wages_are_lower_low_and_high_change_places():
    found = expected(wage(LIAOYUAN, 90_000), wage(BEIJING, 40_000))
    assert found.low < found.typical < found.high == 400_000


def test_both_averages_are_of_one_series():
    rows = wage(LIAOYUAN, 40_000), wage(BEIJING, 90_000, series=NON_PRIVATE)
    assert ratio(*rows) is None


@pytest.mark.parametrize(
    ("unit", "value"), [(Unit.PRIVATE, 2), (Unit.NON_PRIVATE, 4.5), (Unit.UNKNOWN, 3)]
)
def test_an_unknown_unit_takes_the_geometric_mean_of_both_series(unit, value):
    rows = (
        wage(LIAOYUAN, 40_000), wage(BEIJING, 80_000),
        wage(LIAOYUAN, 40_000, series=NON_PRIVATE), wage(BEIJING, 180_000, series=NON_PRIVATE),
    )  # fmt: skip
    assert ratio(*rows, who=earner(unit=unit)) == value


def test_both_averages_stand_on_one_rung():
    rows = wage(JILIN, 40_000), wage(SHENZHEN, 160_000), wage(GUANGDONG, 80_000)
    assert ratio(*rows, city=SHENZHEN) == 2, "the province of Shenzhen, not the city itself"


def test_a_municipality_stands_beside_a_province():
    assert ratio(wage(JILIN, 40_000), wage(BEIJING, 100_000)) == 2.5


def test_an_outdated_figure_is_passed_over_for_both():
    rows = (
        wage(LIAOYUAN, 10_000, 2015), wage(JILIN, 40_000), wage(BEIJING, 100_000),
    )  # fmt: skip
    assert ratio(*rows) == 2.5


def test_both_averages_are_carried_to_one_year_by_the_nation():
    rows = (
        wage(LIAOYUAN, 40_000, 2023), wage(BEIJING, 110_000, 2024),
        wage(NATION, 60_000, 2023), wage(NATION, 66_000, 2024),
    )  # fmt: skip
    assert ratio(*rows) == 2.5


def test_without_a_common_rung_nothing_is_expected():
    assert isinstance(expected(wage(LIAOYUAN, 40_000)), Gap)
    assert isinstance(expected(), Gap)


def test_the_sector_counts_only_where_both_have_it_at_one_rung():
    wages = wage(LIAOYUAN, 40_000), wage(BEIJING, 80_000)
    sector = "private_wage_ratio_sector_i"
    who = earner(unit=Unit.PRIVATE, sector="I")
    at_home, there = (
        figure_row(JILIN, sector, "2024", 1.2),
        figure_row(BEIJING, sector, "2024", 1.8),
    )
    assert ratio(*wages, at_home, there, who=who) == 3
    assert ratio(*wages, there, who=who) == 2
    elsewhere = figure_row(NORTHEAST, sector, "2024", 1.2)
    assert ratio(*wages, elsewhere, there, who=who) == 2


def test_the_post_counts_by_region():
    wages = wage(LIAOYUAN, 40_000), wage(BEIJING, 80_000)
    posts = (
        figure_row(NORTHEAST, "post_wage_ratio_managers", "2024", 1.6),
        figure_row("R1", "post_wage_ratio_managers", "2024", 2.4),
    )
    assert ratio(*wages, *posts, who=earner(unit=Unit.PRIVATE, post="managers")) == 3


def test_who_has_no_pay_at_home_is_expected_near_the_private_median():
    found = expected(
        wage(BEIJING, 120_000),
        posted("posted_offer", "2024-09", 10_000), posted("posted_offer", "2023-12", 9_000),
        posted("posted_offer_median", "2024-09", 8_000, low=6_000, high=12_000),
        who=earner(0),
    )  # fmt: skip
    assert found.typical == 800_000
    assert found.low < 600_000 * 0.99
    assert found.high > 1_100_000
    assert found.low * found.high == pytest.approx(found.typical**2, rel=0.001)
    assert [figure.observation.indicator for figure in found.figures] == [
        PRIVATE, "posted_offer", "posted_offer_median",
    ]  # fmt: skip


def test_without_posted_pay_a_newcomers_pay_is_unknown():
    assert isinstance(expected(wage(BEIJING, 120_000), who=earner(0)), Gap)


real_cities = st.sampled_from(
    sorted(place for place, row in bundled_reference().places.items() if row.level == "city")
)


@given(
    home=real_cities, city=real_cities, unit=st.sampled_from(list(Unit)),
    sector=st.sampled_from([None, "C", "I", "P"]), gross=st.integers(1, 100_000),
)  # fmt: skip
def test_between_any_two_cities_pay_is_expected_between_its_ends(home, city, unit, sector, gross):
    who = earner(gross, unit=unit, sector=sector)
    question = question_of(household(who, home=home), bundled_reference())
    found = typical_pay(question, 0, city)
    assert found.low <= found.typical <= found.high
    assert found.low == gross * 100 or found.high == gross * 100
    assert found.high <= 6 * found.low + 200


@pytest.mark.parametrize("city", TIER_ONE)
def test_from_liaoyuan_the_tier_one_cities_pay_one_and_a_half_to_three_times_as_much(
    city, reference
):
    who = earner(4500)
    found = wage_ratio(question_of(household(who), reference), who, city)
    assert 1.5 < found.value < 3
