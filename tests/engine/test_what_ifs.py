"""Coming back, a partner without work, cash and runway as ranges, years to a down payment."""

from dataclasses import replace

import pytest

from advisor.engine.household import AwayHousing, FlatKind, IfLeaving, Moving
from tests.engine.households import compared, earner, household, offer, owner, prospect, to
from tests.engine.references import LIAOYUAN, SHENZHEN, bundled_reference

REFERENCE = bundled_reference()
SEARCH = 2.5  # months without an offer, by our convention


def asked(*earners, **more):
    """A renter with an offer of 12,000 in Shenzhen."""
    destination = more.pop("destination", to(SHENZHEN, offer(12_000), rent=2000))
    more = {"horizon_years": 2, "draws": 200, **more}
    return household(*earners, destinations=(destination,), **more)


def what_ifs(asking):
    return prospect(asking, REFERENCE).projected.what_ifs


def test_a_trial_costs_the_move_the_way_back_and_the_search_for_work():
    found = prospect(asked(), REFERENCE)
    home = compared(asked(), REFERENCE).home
    rent = next(line.amount for line in home.lines if line.line == "rent")
    back = sum(one.amount for one in found.picture.lines if one.line in ("travel", "freight"))
    six, twelve = found.projected.what_ifs.trials
    assert (six.months, twelve.months) == (6, 12)
    assert six.way_back == twelve.way_back == back + round(0.5 * rent)
    assert six.pay_lost == round(SEARCH * home.monthly.take_home)
    assert six.difference.p10 <= six.difference.p50 <= six.difference.p90


def test_staying_longer_where_one_earns_more_makes_coming_back_cost_less():
    six, twelve = what_ifs(asked()).trials
    assert twelve.difference.p50 > six.difference.p50


def test_there_is_no_trial_without_a_home_to_come_back_to_or_a_city_to_leave():
    sold = prospect(asked(housing=owner(if_leaving=IfLeaving.SELL)), REFERENCE)
    assert sold.projected.what_ifs.trials == ()
    assert "note.no_sold_home_to_come_back_to" in {note.code for note in sold.picture.notes}
    assert what_ifs(asked(destination=to(LIAOYUAN, offer(6000)))).trials == ()


def test_the_later_the_partner_finds_work_the_less_there_is_and_least_without_work():
    couple = asked(
        earner(4500),
        earner(4000),
        destination=to(SHENZHEN, offer(12_000), offer(8000), rent=2000),
    )
    planned, *later, never = what_ifs(couple).partner
    differences = [case.difference for case in (planned, *later, never)]
    assert [case.months for case in later] == [6, 12]
    assert never.months is None
    assert differences == sorted(differences, reverse=True)
    assert len(set(differences)) == 4


def test_a_second_earner_who_follows_later_is_worth_less_and_takes_more_cash():
    def moving(months):
        return prospect(
            asked(
                earner(4500),
                earner(4000),
                destination=to(SHENZHEN, offer(12_000)),
                assumptions={"partner_search_months": months},
            ),
            REFERENCE,
        )

    found = [moving(months) for months in (0, 3, 12)]
    ends = [one.projected.years[-1].central_move for one in found]
    cash = [one.one_off.cash_needed for one in found]
    assert ends == sorted(ends, reverse=True)
    assert len(set(ends)) == 3
    assert cash == sorted(cash)
    assert [one.projected.what_ifs.partner[0].months for one in found] == [0, 3, 12]
    assert [case.months for case in found[2].projected.what_ifs.partner] == [12, None]


def test_nobody_asks_about_a_partner_who_is_not_there_stays_or_has_no_pay():
    assert what_ifs(asked()).partner == ()
    stays = (earner(4500), earner(4000, stays=True))
    assert what_ifs(asked(*stays)).partner == ()


@pytest.mark.parametrize(
    "moving",
    [Moving(), Moving(advance_months=1), Moving(advance_months=0), Moving(advance_months=2.5)],
)
def test_the_cash_needed_lies_in_its_range_and_does_not_depend_on_savings(moving):
    destination = to(SHENZHEN, offer(12_000), rent=2000, moving=moving)
    poor, rich = (
        prospect(asked(destination=destination, savings=yuan), REFERENCE) for yuan in (0, 100_000)
    )
    found = poor.projected.what_ifs.cash_needed
    assert found.p10 <= poor.one_off.cash_needed <= found.p90
    assert rich.projected.what_ifs.cash_needed == found


def test_a_bed_in_a_dormitory_is_not_paid_ahead():
    bed = to(SHENZHEN, offer(12_000), housing=AwayHousing(kind=FlatKind.DORMITORY))
    found = prospect(asked(destination=bed, savings=0), REFERENCE)
    needed = found.projected.what_ifs.cash_needed
    assert needed.p10 <= found.one_off.cash_needed <= needed.p90


def test_without_an_offer_more_cash_is_needed_where_the_search_is_long():
    found = what_ifs(asked(destination=to(SHENZHEN, rent=2000), savings=50_000)).cash_needed
    offered = what_ifs(asked(savings=50_000)).cash_needed
    assert found.p90 - found.p10 > offered.p90 - offered.p10


def test_savings_last_longer_where_there_are_more_and_their_range_is_unknown_without_any():
    assert what_ifs(asked()).runway is None
    small, large = (what_ifs(asked(savings=yuan)).runway for yuan in (30_000, 60_000))
    assert small.p10 < small.p90
    assert small.p50 < large.p50
    one_figure = prospect(asked(savings=60_000), REFERENCE).one_off.runway_months
    assert large.p10 <= one_figure <= large.p90


def test_a_down_payment_takes_the_longer_the_less_is_left_and_none_where_it_is_never():
    def years(gross):
        destination = to(SHENZHEN, offer(gross), rent=2000)
        return prospect(asked(destination=destination), REFERENCE).down_payment

    slow, fast, never = (years(gross).years for gross in (20_000, 40_000, 5000))
    assert slow > fast > 0
    assert never is None
    terms = years(20_000)
    assert terms.needed == round(terms.price.value * terms.area_m2 * 100 * (0.15 + 0.01))


def test_the_range_of_the_years_to_a_down_payment_widens_and_shortens_with_pay():
    def ranges(gross, **more):
        destination = to(SHENZHEN, offer(gross), rent=2000)
        return what_ifs(asked(destination=destination, **more)).years_to_save

    (home, there), (same_home, later) = ranges(40_000), ranges(20_000)
    assert home == same_home
    assert 0 < there.p10 < there.p50 < there.p90
    assert later.p50 > there.p50
    assert ranges(4000)[1].p90 is None
    assert ranges(20_000, savings=10_000_000)[1].p90 == 0


def test_who_buys_there_or_sells_at_home_has_no_range_of_saving():
    buying = AwayHousing(rent_fen=200_000, buy_in_year=2)
    bought = what_ifs(asked(destination=to(SHENZHEN, offer(40_000), housing=buying)))
    assert bought.years_to_save[1] is None
    sold = what_ifs(asked(housing=owner(if_leaving=IfLeaving.SELL)))
    assert sold.years_to_save[0] is not None
    assert sold.years_to_save[1] is None


def test_who_has_enough_can_buy_at_once_and_owners_at_home_are_told_that_they_own():
    rich = compared(asked(savings=10_000_000), REFERENCE)
    assert rich.destinations[0].down_payment.years == 0
    housing = owner()
    assert compared(asked(housing=housing), REFERENCE).home_down_payment.owns_already


def test_a_city_without_a_price_says_so():
    nowhere = replace(asked(), home="460300")  # Sansha
    found = compared(nowhere, REFERENCE).home_down_payment
    assert (found.price, found.needed, found.years) == (None, None, None)
