"""The chance of owning more by moving, city by city (model §8).

With one offer applied everywhere, or without one at the pay that is typical in each city: then only
cities whose own wages are known may stand beside each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisor.engine.household import AwayHousing, Destination, Household, Offer
from advisor.engine.lives import life_at_home, life_away
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pictures import picture
from advisor.engine.projection.answer import Projection
from advisor.engine.projection.chances import year_chances
from advisor.engine.projection.plan import plan
from advisor.engine.question import Question, first_mover
from advisor.engine.result import Status

DRAWS = 500  # a chance strays by at most 2.3 points (one standard error)


@dataclass(frozen=True, kw_only=True, slots=True)
class CityChance:
    """What moving there with the offer leads to at the horizon; None where a part is unknown.

    `better_off` is the chance of owning more, `difference` what more is owned on the central path,
    fen in today's money.
    """

    city: str
    better_off: float | None
    difference: int | None


def chances(
    question: Question, offer: Offer | None, like: AwayHousing | None, cities: Iterable[str]
) -> Iterator[CityChance]:
    """The chance in each of the cities, which depends on no other city; none where home is unknown.

    All live alike everywhere, and are paid alike with an offer; rents and prices are each city's.
    """
    question = replace(question, household=replace(question.household, draws=DRAWS))
    home = life_at_home(question)
    if picture(home).status is Status.UNKNOWN:
        return
    projection = Projection.of(question, home)
    for city in cities:
        yield _chance(question, projection, _destination(question.household, city, offer, like))


def _destination(
    household: Household, city: str, offer: Offer | None, like: AwayHousing | None
) -> Destination:
    """Moving to that city with the offer to the first earner who moves, if there is one."""
    mover = first_mover(household.earners) or 0
    offers = tuple(offer if index == mover else None for index in range(len(household.earners)))
    return Destination(city=city, offers=offers, housing=like)


def _chance(question: Question, projection: Projection, destination: Destination) -> CityChance:
    unknown = CityChance(city=destination.city, better_off=None, difference=None)
    try:
        away = life_away(question, destination)
    except NoRuleYetError:
        return unknown
    if picture(away).status is Status.UNKNOWN:
        return unknown
    outlook = projection.outlook
    move = outlook.of(plan(question, away, destination))
    drawn = projection.stay_drawn.beside(move)
    (end,) = year_chances(outlook, projection.stay, move, drawn, [outlook.horizon])
    return CityChance(
        city=destination.city,
        better_off=end.net_worth.better_off,
        difference=round(end.central_move - end.central_stay),
    )
