"""Trips home: a line of living that the spending at home does not hold."""

from __future__ import annotations

from advisor.engine.household import Destination
from advisor.engine.question import MONTHS, Question, distance_km, fen, split
from advisor.engine.trail import Basis, Gap, Head, Line, Part, say

CONVENTIONS = ("trips_home_a_year", "trip_minimum", "trip_per_km")


def trips_home(question: Question, destination: Destination) -> Part:
    """Trips a year × heads × max(least cost, cost a kilometre × distance) / 12, in fen a month."""
    home = question.household.home
    if destination.city == home:
        return Part()
    trips = destination.moving.trips_home_a_year
    yours = trips is not None or question.assumptions.is_yours(*CONVENTIONS)
    a_year = question.assumptions["trips_home_a_year"] if trips is None else trips
    heads = split(question.household, destination).movers.people
    distance = distance_km(question.place(home), question.place(destination.city))
    if distance is None:
        reason = say("missing.distance", home_place=home, away_place=destination.city)
        return Part(missing=(Gap(line="trips_home", reason=reason),))
    each = max(question.assumptions["trip_minimum"], question.assumptions["trip_per_km"] * distance)
    return Part(
        lines=(
            Line(
                line="trips_home", head=Head.LIVING, amount=fen(a_year * each * heads / MONTHS),
                basis=Basis.YOURS if yours else Basis.CONVENTION,
                formula=say(
                    "formula.trips_home",
                    trips=a_year, heads=heads, each_fen=fen(each), km=round(distance),
                ),
                conventions=CONVENTIONS if trips is None else CONVENTIONS[1:],
            ),
        )
    )  # fmt: skip
