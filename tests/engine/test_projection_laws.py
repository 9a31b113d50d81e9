"""Laws of the years ahead, for anybody: net worth, chances and what turns them (model §9)."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from advisor.engine.household import AwayHousing, IfLeaving
from advisor.engine.projection.outcome import Verdict
from advisor.engine.projection.verdict import UNFUNDED
from tests.engine.households import compared, earner, fen, household, offer, owner, prospect, to
from tests.engine.references import BEIJING, LIAOYUAN, SHENZHEN, bundled_reference
from tests.engine.strategies import households, with_offer

REFERENCE = bundled_reference()
few = settings(max_examples=12)


def years(asking):
    return prospect(asking, REFERENCE).projected.years


def lives(**fixed):
    """Households about whom enough is known to project both lives."""
    return households(**fixed).filter(
        lambda asking: prospect(asking, REFERENCE).projected is not None
    )


def with_rent(asking, rent):
    (destination,) = asking.destinations
    housing = replace(destination.housing or AwayHousing(), rent_fen=fen(rent))
    return replace(asking, destinations=(replace(destination, housing=housing),))


@given(lives(horizon_years=2))
@few
def test_home_compared_with_home_unchanged_is_the_same_life_in_every_draw(asking):
    asking = replace(asking, destinations=(to(asking.home),))
    for year in years(asking):
        assert year.move == year.stay
        assert year.central_move == year.central_stay
        assert (year.net_worth.worse_off, year.net_worth.better_off) == (0, 0.5)
        assert (year.cash.worse_off, year.cash.better_off) == (0, 0.5)


@given(lives(horizon_years=2), st.integers(2000, 40_000), st.sampled_from([100, 3000]))
@few
def test_net_worth_rises_with_pay(asking, gross, more):
    """The cliff of a bonus is its own affair."""
    plain = replace(asking.earners[0].pay, bonus_fen=0)
    asking = replace(asking, earners=(replace(asking.earners[0], pay=plain), *asking.earners[1:]))
    low = years(with_offer(asking, gross * 100))
    high = years(with_offer(asking, (gross + more) * 100))
    for before, after in zip(low, high, strict=True):
        assert after.central_move > before.central_move - 5 * 100 * 12 * before.year
        assert after.central_stay == before.central_stay
        assert after.net_worth.worse_off <= before.net_worth.worse_off + 0.01


@given(lives(horizon_years=2), st.integers(1, 6000), st.sampled_from([50, 2000]))
@few
def test_net_worth_falls_with_rent(asking, rent, more):
    low, high = (years(with_rent(asking, each)) for each in (rent, rent + more))
    for before, after in zip(low, high, strict=True):
        assert after.central_move < before.central_move
        assert after.net_worth.better_off <= before.net_worth.better_off


@given(lives(horizon_years=6))
@few
def test_chances_are_chances_and_years_ascend_to_the_horizon(asking):
    found = years(asking)
    assert [year.year for year in found] == [1, 2, 5, 6]
    for year in found:
        for pair in (year.net_worth, year.cash):
            assert 0 <= pair.worse_off <= 1
            assert 0 <= pair.better_off <= 1
            assert pair.worse_off + pair.better_off <= 1 + 1e-9
        for band in (year.stay, year.move):
            assert band.p10 <= band.p50 <= band.p90


@given(lives(horizon_years=2, people=1))
@few
def test_the_pay_that_equals_net_worth_put_back_in_equals_it(asking):
    plain = replace(asking.earners[0].pay, bonus_fen=0, months=12)
    asking = replace(asking, earners=(replace(asking.earners[0], pay=plain),))
    asking = with_offer(asking, 900_000)
    found = prospect(asking, REFERENCE).projected
    assume(found.equal_net_worth is not None)
    last = years(with_offer(asking, found.equal_net_worth))[-1]
    assert last.central_move >= last.central_stay - 1
    if found.equal_net_worth > 100:
        below = years(with_offer(asking, found.equal_net_worth - 100))[-1]
        assert below.central_move < below.central_stay


def test_the_price_level_that_makes_amounts_nominal_compounds_inflation():
    asking = household(
        earner(6000), rent=700, savings=50_000, destinations=(to(SHENZHEN, offer(12_000)),),
        assumptions={"inflation": 0.02},
    )  # fmt: skip
    found = years(asking)
    assert [year.price_level for year in found] == [1.02**year.year for year in found]


def test_a_home_to_be_sold_is_kept_where_nobody_leaves_it():
    sells = owner(75, mortgage=900, if_leaving=IfLeaving.SELL)
    asking = household(earner(5000), housing=sells, destinations=(to(LIAOYUAN),))
    for year in years(asking):
        assert year.central_move == year.central_stay


def test_the_highest_rent_put_back_in_equals_net_worth():
    asking = household(
        earner(6000), rent=700, destinations=(to(SHENZHEN, offer(12_000), rent=2000),)
    )
    rent = prospect(asking, REFERENCE).projected.highest_rent
    last = years(with_rent(asking, rent / 100))[-1]
    assert abs(last.central_move - last.central_stay) < 100 * 12 * 5
    dearer = years(with_rent(asking, rent / 100 + 5))[-1]
    assert dearer.central_move < dearer.central_stay


def test_an_edited_destination_reshuffles_no_draw_of_the_stay_life():
    destinations = to(BEIJING, offer(15_000)), to(SHENZHEN)
    asking = household(earner(6000), rent=700, destinations=destinations)
    first, second = (each.projected.years for each in compared(asking, REFERENCE).destinations)
    assert [year.stay for year in first] == [year.stay for year in second]


@given(lives(horizon_years=1), st.integers(0, 120_000))
@few
def test_verdict_and_cash_figure_never_contradict_each_other(asking, savings):
    found = prospect(replace(asking, savings_fen=fen(savings)), REFERENCE)
    projected = found.projected
    lacking = {note.code: note.params for note in found.picture.notes}.get(
        "note.savings_not_enough"
    )
    if found.verdict is Verdict.NOT_FUNDABLE:
        assert projected.cash_lacking > 0
        assert (lacking is None) is (found.one_off.cash_needed is None)
    else:
        assert lacking is None
        assert projected.short_of_cash <= UNFUNDED
        assert fen(savings) >= (found.one_off.cash_needed or 0)
        assert "note.savings_fall_short" not in {note.code for note in found.picture.notes}
