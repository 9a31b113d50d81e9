"""What was typed but plays no part: said, so that nobody waits for it to move the answer."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.engine.household import AwayHousing, FlatKind, HomeHousing, HomeKind, Moving
from advisor.engine.trail import Sentence, say

WITHOUT_AREA = (FlatKind.ROOM, FlatKind.DORMITORY)


def unused_at_home(housing: HomeHousing) -> tuple[Sentence, ...]:
    """A sentence for a rent typed by somebody who pays none at home."""
    if housing.rent_fen is None or housing.kind is HomeKind.RENTER:
        return ()
    return (say("note.rent_at_home_unused"),)


def unused_there(wanted: AwayHousing, moving: Moving, *, leases: bool) -> Iterator[Sentence]:
    """Sentences on the home there and on its lease; `leases` where rent is paid to a landlord."""
    if wanted.area_m2 is not None and wanted.kind in WITHOUT_AREA:
        yield say("note.area_unused")
    of_lease = (moving.agent_fee_fen, moving.deposit_months, moving.advance_months)
    if not leases and any(one is not None for one in of_lease):
        yield say("note.lease_costs_unused")
