"""Who goes and who stays, how far it is, and whole fen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.question import distance_km, everybody, fen, first_mover, split
from tests.engine.households import child, earner, household, to
from tests.engine.references import BEIJING, LIAOYUAN, SHENZHEN


def test_all_go_unless_somebody_stays():
    asking = household(earner(), children=(child("2018-05"),), adults=2)
    who = split(asking, to(BEIJING))
    assert who.movers == everybody(asking)
    assert who.movers.people == 3
    assert who.stayers.people == 0


def test_an_earner_or_child_who_stays_is_counted_at_home():
    asking = household(
        earner(), earner(stays=True), adults=3,
        children=(child("2018-05", moves=False), child("2020-01")),
    )  # fmt: skip
    who = split(asking, to(BEIJING))
    assert (who.movers.adults, len(who.movers.children)) == (2, 1)
    assert (who.stayers.adults, len(who.stayers.children)) == (1, 1)


def test_nobody_is_parted_where_the_destination_is_home():
    asking = household(earner(), earner(stays=True))
    who = split(asking, to(LIAOYUAN))
    assert (who.movers.adults, who.stayers.people) == (2, 0)


def test_the_first_mover_is_the_first_earner_who_does_not_stay():
    assert first_mover([earner(), earner()]) == 0
    assert first_mover([earner(stays=True), earner()]) == 1
    assert first_mover([earner(stays=True)]) is None


def test_the_way_from_liaoyuan_to_shenzhen_is_about_2500_km(reference):
    liaoyuan, shenzhen = reference.places[LIAOYUAN], reference.places[SHENZHEN]
    assert distance_km(liaoyuan, shenzhen) == pytest.approx(2_480, abs=20)
    assert distance_km(shenzhen, liaoyuan) == pytest.approx(distance_km(liaoyuan, shenzhen))
    assert distance_km(liaoyuan, liaoyuan) == 0


def test_a_place_without_coordinates_has_no_distance(reference):
    nation = reference.places["000000"]
    assert distance_km(nation, reference.places[LIAOYUAN]) is None


@given(st.integers(0, 10**9))
def test_whole_fen_stay_what_they_are(amount):
    assert fen(amount / 100) == amount


def test_half_a_fen_is_rounded_up():
    assert fen(0.125) == 13
    assert fen(0.375) == 38
