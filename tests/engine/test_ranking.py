"""Every city by the pay it takes: the same law for all, and nobody hidden."""

import pytest

from advisor.datasets.conventions import bundled_conventions
from advisor.engine.household import AwayHousing, FlatKind
from advisor.engine.ranking import ranking
from tests.engine.households import earner, household, offer, owner, to
from tests.engine.references import (
    BEIJING,
    CHANGCHUN,
    SHENZHEN,
    bundled_reference,
    figure_row,
    with_figures,
)

REFERENCE = bundled_reference()
HOME = household(earner(6000), rent=700)


def ranked(asking=HOME, reference=REFERENCE, **more):
    """The whole ranking."""
    return ranking(asking, reference, bundled_conventions(), **more)


def row(found, city):
    (only,) = [one for one in found.cities if one.place.adcode == city]
    return only


def test_every_city_stands_in_it_once_those_without_a_rent_last():
    cities = ranked().cities
    codes = [one.place.adcode for one in cities]
    assert len(codes) == len(set(codes)) > 290
    known = [one.rent is not None for one in cities]
    assert known == sorted(known, reverse=True)
    assert all((one.unknown is None) is (one.rent is not None) for one in cities)


def test_cities_ascend_by_required_pay_and_bands_hold_who_lies_within_the_error():
    cities = [one for one in ranked().cities if one.band is not None]
    pays = [one.required_pay for one in cities]
    assert pays == sorted(pays)
    first = {}
    for one in cities:
        start = first.setdefault(one.band, one)
        assert one.required_pay - start.required_pay <= (start.error or 0)
    assert list(first) == list(range(1, len(first) + 1))


def test_required_pay_needs_no_wage_of_the_city():
    wage = figure_row(BEIJING, "private_avg_wage", "2024", 999_999)
    assert row(ranked(), BEIJING) == row(ranked(reference=with_figures(REFERENCE, wage)), BEIJING)


def test_a_dearer_rent_takes_more_pay_there_and_changes_no_other_city():
    dearer = with_figures(REFERENCE, figure_row(SHENZHEN, "rent_m2", "2026-06", 160))
    before, after = ranked(), ranked(reference=dearer)
    assert row(after, SHENZHEN).required_pay > row(before, SHENZHEN).required_pay
    assert row(after, BEIJING).required_pay == row(before, BEIJING).required_pay


def test_a_roomier_home_takes_more_pay_in_every_city():
    room, flat = (
        ranked(like=to("", housing=AwayHousing(kind=kind)))
        for kind in (FlatKind.ROOM, FlatKind.TWO_BED)
    )
    for one in room.cities:
        if one.required_pay is not None:
            assert row(flat, one.place.adcode).required_pay > one.required_pay


def test_money_left_comes_with_an_offer_alone_and_turns_at_the_required_pay():
    without, found = ranked(), ranked(offer=offer(12_000))
    assert {one.money_left for one in without.cities} == {None}
    for one in found.cities:
        if one.required_pay is not None and one.money_left is not None:
            affords = one.money_left >= found.home_money_left
            assert affords is (one.required_pay <= 1_200_000), one.place.name_en


def test_where_home_is_in_deficit_break_even_orders_the_cities():
    poor = ranked(household(earner(1500), housing=owner(75), living_total=2500))
    assert [note.code for note in poor.notes] == ["note.home_in_deficit"]
    assert {one.required_pay for one in poor.cities} == {None}
    pays = [one.break_even_pay for one in poor.cities if one.band is not None]
    assert pays == sorted(pays)


@pytest.mark.parametrize("pay", [4000, 20_000])
def test_the_ratio_is_that_of_required_pay_to_the_pay_at_home(pay):
    found = ranked(household(earner(pay), rent=700))
    for one in found.cities:
        if one.required_pay is not None:
            assert one.ratio_to_home_pay == pytest.approx(one.required_pay / (pay * 100))
    assert row(found, CHANGCHUN).ratio_to_home_pay < row(found, SHENZHEN).ratio_to_home_pay
