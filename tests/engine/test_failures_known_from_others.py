"""Failures that calculators of this kind are known for, each kept out by a test."""

import pytest
from hypothesis import given, settings

from advisor.engine.household import CategoryMode, CategorySpending, InsuredBase
from advisor.engine.reference import Rung
from advisor.engine.result import Status
from advisor.engine.trail import Head, total
from tests.engine.households import (
    amounts,
    child,
    compared,
    earner,
    fen,
    household,
    named,
    offer,
    owner,
    prospect,
    to,
)
from tests.engine.references import (
    BEIJING,
    LIAOYUAN,
    SHANGHAI,
    SHENZHEN,
    TIER_ONE,
    bundled_reference,
    figure_row,
    with_figures,
    without_figures,
)
from tests.engine.strategies import households

REFERENCE = bundled_reference()
NO_RENT_IN_BEIJING = without_figures(
    REFERENCE, *((BEIJING, f"rent_{kind}") for kind in ("m2", "one_bed", "two_bed", "three_bed"))
)


def asked(*people, city=BEIJING, offered=None, reference=REFERENCE, **more):
    offers = () if offered is None else (offer(offered),)
    destination = to(city, *offers, **more.pop("there", {}))
    asking = household(*people, destinations=(destination,), horizon_years=1, **more)
    return prospect(asking, reference)


@given(households())
@settings(max_examples=15)
def test_a_required_pay_is_never_negative(asking):
    found = prospect(asking, REFERENCE).thresholds
    for name in ("equal_money_left", "equal_standard", "break_even_pay"):
        pay = getattr(found, name) if found else None
        assert pay is None or pay >= 100


def test_a_deficit_at_home_asks_for_no_deficit_there():
    found = asked(earner(1500), rent=1500).thresholds
    assert found.equal_money_left is None
    assert found.break_even_pay > 0


@pytest.mark.parametrize("city", TIER_ONE)
def test_an_unknown_rent_is_no_share_of_pay_but_unknown(city):
    """No silent fallback to a fixed share of pay."""
    keys = [(city, f"rent_{kind}") for kind in ("m2", "one_bed", "two_bed", "three_bed")]
    for gross in (5_000, 50_000):
        found = asked(earner(gross), city=city, reference=without_figures(REFERENCE, *keys))
        assert found.picture.monthly.housing is None
        assert found.picture.monthly.money_left is None
        assert found.picture.status is Status.UNKNOWN
        assert {gap.line for gap in found.picture.missing} >= {"rent"}
        assert found.verdict.value == "not_enough_data"


def test_no_other_city_stands_for_the_one_asked_for():
    found = asked(earner(5000), reference=NO_RENT_IN_BEIJING)
    used = {row.observation.place for line in found.picture.lines for row in line.figures}
    assert used.isdisjoint({SHANGHAI, SHENZHEN, "440100", "120000"})


@given(households())
@settings(max_examples=15)
def test_every_figure_is_of_one_of_the_two_cities_or_of_their_parents(asking):
    (destination,) = asking.destinations
    chain = {
        place.adcode
        for city in (asking.home, destination.city)
        for place in REFERENCE.chain(city)
    }  # fmt: skip
    for picture in (compared(asking, REFERENCE).home, prospect(asking, REFERENCE).picture):
        for line in picture.lines:
            for figure in line.figures:
                assert figure.observation.place in chain, line.line
                assert figure.rung is not Rung.STAND_IN, line.line


def test_the_fund_is_locked_savings_of_the_person_and_not_lost():
    month = asked(earner(5000), offered=20_000).picture.monthly
    lines = asked(earner(5000), offered=20_000).picture.lines
    own = named(lines, "housing_fund").amount
    assert named(lines, "fund_own").amount == own
    assert named(lines, "fund_employer").amount == own
    assert month.housing_fund == 2 * own
    assert month.locked_savings == month.housing_fund + named(lines, "pension").amount


def test_insurance_and_fund_stand_on_bases_of_their_own():
    low = asked(earner(3000), offered=3000, city=SHANGHAI).picture.lines
    high = asked(earner(3000), offered=90_000, city="220100").picture.lines
    for lines in (low, high):
        pension = named(lines, "pension").formula.params
        fund = named(lines, "housing_fund").formula.params
        assert (pension["floor_fen"], pension["cap_fen"]) != (fund["floor_fen"], fund["cap_fen"])
        assert pension["base_fen"] != fund["base_fen"]


@pytest.mark.parametrize("gross", [30_000, 100_000, 1_000_000, 9_999_999])
def test_pay_far_above_every_cap_is_answered(gross):
    month = asked(earner(gross), offered=gross).picture.monthly
    assert 0.5 * month.gross < month.take_home < month.gross
    assert month.contributions < 15_000 * 100


@pytest.mark.parametrize("gross", [0, 1, 500])
def test_pay_far_below_every_floor_is_answered_and_may_be_eaten_up(gross):
    month = asked(earner(gross), offered=gross).picture.monthly
    assert month.gross == gross * 100
    assert month.take_home <= month.gross
    assert (month.take_home < 0) is (gross > 0)


def test_living_holds_no_residence_so_rent_and_utilities_stand_beside_it_once():
    found = asked(earner(5000))
    dearer = figure_row(BEIJING, "consumption_urban_residence", "2024", 90_000)
    changed = asked(earner(5000), reference=with_figures(REFERENCE, dearer))
    assert changed.picture.monthly == found.picture.monthly
    names = [line.line for line in found.picture.lines]
    assert [names.count(name) for name in ("living", "utilities", "rent")] == [1, 1, 1]


def test_health_is_within_living_and_has_no_second_line():
    estimate = CategorySpending(mode=CategoryMode.ESTIMATE)
    by_category = asked(earner(5000), living={"health": estimate}).picture
    whole = asked(earner(5000)).picture
    assert by_category.monthly.living == pytest.approx(whole.monthly.living, abs=50 * 100)
    assert "living_health" not in amounts(whole.lines)
    without = CategorySpending(mode=CategoryMode.NONE)
    less = asked(earner(5000), living={"health": without}).picture
    assert less.monthly.living < by_category.monthly.living


def test_a_childs_cost_is_not_added_to_what_living_holds_of_it():
    alone = asked(earner(9000), adults=1).picture
    family = asked(earner(9000), adults=1, children=(child("2018-05"),)).picture
    added = family.monthly.living - alone.monthly.living
    published = REFERENCE.figure(BEIJING, "child_cost_0_17").value / (18 * 12) * 100
    trip = named(alone.lines, "trips_home").amount
    assert added - trip < published * 1.2


def test_an_owned_home_is_paid_for_once():
    kept = asked(earner(5000), housing=owner(75, mortgage=900)).picture
    shared = asked(earner(5000), earner(4000, stays=True), housing=owner(75, mortgage=900)).picture
    assert [line.head for line in kept.lines if "mortgage" in line.line] == [Head.COMMITMENTS]
    assert [line.head for line in shared.lines if "mortgage" in line.line] == [Head.HOUSING]


def test_months_without_pay_are_shown_and_not_added_to_the_one_off_cost():
    found = asked(earner(5000), offered=12_000)
    assert found.one_off.pay_free_cost > 0
    assert found.one_off.total == total(found.picture.lines, Head.ONE_OFF)
    assert not [line for line in found.picture.lines if "pay_free" in line.line]


def test_locals_spending_and_imputed_rent_are_in_no_total():
    rich = figure_row(BEIJING, "consumption_urban_total", "2024", 500_000)
    found = asked(earner(5000), housing=owner(75))
    changed = asked(earner(5000), housing=owner(75), reference=with_figures(REFERENCE, rich))
    assert changed.picture.monthly == found.picture.monthly
    assert changed.thresholds == found.thresholds


def test_a_large_bonus_on_a_tiny_pay_does_not_overflow():
    found = asked(earner(0.01, bonus=9_999_999), offered=20_000)
    month = found.picture.monthly
    assert 0 < month.take_home < month.gross
    assert month.gross == fen(20_000 + 9_999_999 / 12)
    assert found.thresholds.break_even_pay is None or found.thresholds.break_even_pay >= 100


def test_who_is_insured_at_the_minimum_pays_in_less_and_saves_less():
    full = asked(earner(9000), offered=9000).picture.monthly
    least = asked(earner(9000, pay_insured_base=InsuredBase.MINIMUM), offered=9000).picture.monthly
    assert least.contributions < full.contributions
    assert least.locked_savings < full.locked_savings
    assert least.take_home > full.take_home


def test_the_home_city_is_never_in_its_own_price_ratio():
    same = asked(earner(5000), city=LIAOYUAN)
    assert same.difference.living == 0
    assert not [line for line in same.picture.lines if line.line == "trips_home"]
