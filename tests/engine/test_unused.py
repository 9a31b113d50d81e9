"""What was typed but plays no part is said."""

from dataclasses import replace

import pytest

from advisor.engine.household import AwayHousing, FlatKind, HomeHousing, HomeKind, Moving
from advisor.engine.unused import unused_at_home, unused_there
from tests.engine.households import compared, household, offer, owner, prospect, to
from tests.engine.references import LIAOYUAN, SHENZHEN, bundled_reference

REFERENCE = bundled_reference()


def codes(notes):
    return {note.code for note in notes}


@pytest.mark.parametrize(
    ("kind", "said"),
    [(HomeKind.OWNER, 1), (HomeKind.WITH_FAMILY, 1), (HomeKind.RENTER, 0)],
)
def test_a_rent_at_home_is_unused_by_who_pays_none(kind, said):
    assert len(unused_at_home(HomeHousing(kind=kind, rent_fen=90_000))) == said
    assert not unused_at_home(HomeHousing(kind=kind))


def test_home_says_that_a_typed_rent_is_not_counted():
    typed = compared(household(housing=replace(owner(), rent_fen=90_000)), REFERENCE)
    untyped = compared(household(housing=owner()), REFERENCE)
    assert "note.rent_at_home_unused" in codes(typed.home.notes)
    assert typed.home.monthly == untyped.home.monthly


@pytest.mark.parametrize("kind", [FlatKind.ROOM, FlatKind.DORMITORY])
def test_the_area_of_a_room_or_a_bed_is_not_counted(kind):
    sized, plain = (
        prospect(household(destinations=(to(SHENZHEN, housing=housing),)), REFERENCE)
        for housing in (AwayHousing(kind=kind, area_m2=30), AwayHousing(kind=kind))
    )
    assert sized.picture.monthly == plain.picture.monthly
    assert "note.area_unused" in codes(sized.picture.notes)
    assert "note.area_unused" not in codes(plain.picture.notes)


@pytest.mark.parametrize(
    "moving", [Moving(agent_fee_fen=90_000), Moving(deposit_months=2), Moving(advance_months=1)]
)
def test_what_a_lease_costs_is_not_counted_without_one(moving):
    dormitory = AwayHousing(kind=FlatKind.DORMITORY)
    assert codes(unused_there(dormitory, moving, leases=False)) == {"note.lease_costs_unused"}
    assert not codes(unused_there(AwayHousing(), moving, leases=True))
    asking = household(destinations=(to(SHENZHEN, offer(6000), housing=dormitory, moving=moving),))
    assert "note.lease_costs_unused" in codes(prospect(asking, REFERENCE).picture.notes)


def test_nothing_is_unused_where_nothing_was_typed_or_nobody_moves():
    assert not codes(unused_there(AwayHousing(), Moving(), leases=False))
    stays = household(destinations=(to(LIAOYUAN, offer(6000), moving=Moving(deposit_months=2)),))
    assert "note.lease_costs_unused" not in codes(prospect(stays, REFERENCE).picture.notes)
