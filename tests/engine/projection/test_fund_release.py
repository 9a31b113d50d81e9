"""Laws of locked savings that a purchase releases: money changes its place, not its amount."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.draws import Block
from advisor.engine.household import AwayHousing
from advisor.engine.lives import life_away
from advisor.engine.projection.outlook import CENTRAL, Outlook
from advisor.engine.projection.plan import plan
from advisor.engine.projection.shocks import Drawn
from tests.engine.households import earner, fen, household, offer, prospect, question_of, to
from tests.engine.references import SHENZHEN, bundled_reference

REFERENCE = bundled_reference()
few = settings(max_examples=15)
DRAWN = Drawn(Block(0, 40))
BALANCE = 60_000


def buyer(*, drawn=1.0, interest=0.0, year=2, balance=BALANCE, gross=20_000, for_rent=False):
    there = to(
        SHENZHEN,
        offer(gross),
        rent=3000,
        housing=AwayHousing(buy_in_year=year),
        fund_for_rent=for_rent,
    )
    return household(
        earner(6000),
        rent=700,
        savings=400_000,
        horizon_years=4,
        fund_balance_fen=fen(balance),
        destinations=(there,),
        assumptions={"fund_drawn_for_home": drawn, "interest_on_cash": interest},
    )


def life_of(asking, shocks=DRAWN):
    question = question_of(asking, REFERENCE)
    (destination,) = asking.destinations
    outlook = Outlook(question)
    return outlook.run(plan(question, life_away(question, destination), destination), shocks)


buyers = st.fixed_dictionaries(
    {
        "year": st.integers(1, 4),
        "balance": st.sampled_from([0, 5000, 60_000, 900_000]),
        "gross": st.integers(3000, 60_000),
        "for_rent": st.booleans(),
    }
)
shares = st.sampled_from([0.3, 1.0])


@given(buyers, shares)
@few
def test_without_interest_drawing_changes_no_net_worth_in_any_draw_at_any_year_end(bought, share):
    kept, drawn = (life_of(buyer(drawn=each, **bought)) for each in (0.0, share))
    assert np.allclose(drawn.net_worth, kept.net_worth, rtol=0, atol=1)
    assert np.allclose(drawn.cash + drawn.fund, kept.cash + kept.fund, rtol=0, atol=1)


@given(buyers, shares)
@few
def test_drawing_never_lowers_net_worth_or_cash_and_never_takes_more_cash(bought, share):
    kept, drawn = (life_of(buyer(drawn=each, interest=0.01, **bought)) for each in (0.0, share))
    assert (drawn.net_worth >= kept.net_worth - 1).all()
    assert (drawn.cash >= kept.cash - 1).all()
    assert (drawn.first_year.needed <= kept.first_year.needed + 1).all()


@given(buyers, shares)
@few
def test_no_more_is_drawn_than_the_fund_holds(bought, share):
    assert (life_of(buyer(drawn=share, **bought)).fund >= -1).all()


def test_a_small_balance_is_drawn_whole_and_a_large_one_up_to_the_down_payment():
    def drawn(balance):
        return life_of(buyer(year=1, balance=balance), CENTRAL).drawn_for_home[0]

    assert drawn(5000) == fen(5000)
    assert drawn(0) == 0
    largest = drawn(5_000_000)
    assert largest == drawn(6_000_000) < fen(5_000_000)


def test_what_is_paid_in_before_the_purchase_is_drawn_with_the_balance():
    paths = life_of(buyer(year=3), CENTRAL)
    kept = life_of(buyer(year=3, drawn=0.0), CENTRAL)
    assert paths.drawn_for_home[0] == kept.fund[2, 0] > fen(BALANCE)


def test_after_the_purchase_the_fund_pays_instalments_until_it_holds_nothing():
    paths = life_of(buyer(year=2), CENTRAL)
    assert paths.fund[1, 0] > fen(BALANCE)
    assert (paths.fund[2:] < fen(1)).all()


def test_who_does_not_buy_keeps_the_fund_locked():
    asking = buyer()
    (there,) = asking.destinations
    housing = replace(there.housing, buy_in_year=None)
    stays_tenant = replace(asking, destinations=(replace(there, housing=housing),))
    paths = life_of(stays_tenant)
    assert not paths.drawn_for_home.any()
    assert (np.diff(paths.fund, axis=0) >= 0).all()


def test_drawing_never_makes_the_move_harder_to_fund_and_is_said_with_its_sum():
    poor = replace(buyer(year=1), savings_fen=fen(150_000))
    kept = replace(poor, assumptions={**poor.assumptions, "fund_drawn_for_home": 0.0})
    with_fund, without = (prospect(each, REFERENCE) for each in (poor, kept))
    assert with_fund.projected.short_of_cash <= without.projected.short_of_cash
    assert with_fund.projected.cash_lacking < without.projected.cash_lacking
    said = {note.code: note.params for note in with_fund.picture.notes}
    assert said["note.fund_drawn_for_home"] == {"drawn_fen": fen(BALANCE)}
    assert "note.fund_drawn_for_home" not in {note.code for note in without.picture.notes}


def test_who_buys_in_the_first_year_needs_the_down_payment_and_the_figure_lies_in_its_range():
    found = prospect(buyer(year=1), REFERENCE)
    rents = prospect(buyer(year=3), REFERENCE)
    needed = found.projected.what_ifs.cash_needed
    assert found.one_off.cash_needed > 2 * rents.one_off.cash_needed
    assert needed.p10 <= found.one_off.cash_needed <= needed.p90
