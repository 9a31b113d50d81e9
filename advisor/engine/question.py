"""A household, the reference figures and the assumptions in force: what every part reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from advisor.engine.conventions import Assumptions
from advisor.engine.household import Child, Destination, Earner, Household
from advisor.engine.reference import Place, Reference

EARTH_RADIUS_KM = 6371.0
MONTHS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    household: Household
    reference: Reference
    assumptions: Assumptions

    def place(self, adcode: str) -> Place:
        """The place with that code. Raises KeyError where there is none."""
        return self.reference.places[adcode]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """The people who live together in one dwelling."""

    adults: int
    children: tuple[Child, ...]

    @property
    def people(self) -> int:
        return self.adults + len(self.children)


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """Who goes and who stays. Adults without pay go along with who moves."""

    movers: Group
    stayers: Group


def split(household: Household, destination: Destination) -> Split:
    """Who lives where after the move; nobody moves where the destination is home."""
    if destination.city == household.home:
        return Split(movers=everybody(household), stayers=Group(adults=0, children=()))
    staying_adults = sum(earner.stays for earner in household.earners)
    return Split(
        movers=Group(
            adults=max(household.adults - staying_adults, 0),
            children=tuple(child for child in household.children if child.moves),
        ),
        stayers=Group(
            adults=staying_adults,
            children=tuple(child for child in household.children if not child.moves),
        ),
    )


def everybody(household: Household) -> Group:
    """The whole household in one dwelling."""
    return Group(adults=household.adults, children=household.children)


def first_mover(earners: Sequence[Earner]) -> int | None:
    """The index of the first earner who moves: the one whose pay the thresholds vary."""
    return next((index for index, earner in enumerate(earners) if not earner.stays), None)


def distance_km(one: Place, other: Place) -> float | None:
    """Great-circle distance between the seats of government, or None where unknown."""
    angles = (one.lat, one.lon, other.lat, other.lon)
    if any(angle is None for angle in angles):
        return None
    lat_1, lon_1, lat_2, lon_2 = (radians(angle) for angle in angles if angle is not None)
    half_chord = (
        sin((lat_2 - lat_1) / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin((lon_2 - lon_1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half_chord))


def fen(yuan: float) -> int:
    """CNY as whole fen, half up."""
    return int((yuan * 100 + 0.5) // 1)
