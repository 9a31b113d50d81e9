"""Every city ranked for a household: the stated example, or what a visitor asked."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from advisor.comparisons.city_names import city_named
from advisor.comparisons.households import asked
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.datasets.places import gazetteer
from advisor.engine.household import AwayHousing, Destination, Household, Offer
from advisor.engine.question import first_mover
from advisor.engine.ranking import Ranking, ranking
from advisor.engine.reference import Reference

RANKINGS_IN_PROCESS = 32
NOWHERE = ""  # the city of `like` is not read
EXAMPLE = {
    "home": {"city": "220400", "housing": {"kind": "renter"}},
    "earners": [{"pay": {"gross_monthly": 4500}}],
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CityOffer:
    """An offer, and the city it is from."""

    city: str
    offer: Offer


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """All cities ranked, with what that rests on.

    `like` is how one would live there. `offer` is applied everywhere, if there is one.
    `drops_own_rent` says that a rent typed for one city was not taken for all.
    """

    household: Household
    reference: Reference
    ranking: Ranking
    like: AwayHousing | None
    offer: CityOffer | None
    drops_own_rent: bool


def ranked(document: dict[str, Any], *, today: date) -> Ranked:
    """Every city for the household of a document; kept in the process by edition.

    Raises FaultyDocumentError for a document that can't be answered, NoRuleYetError for a date
    before the first tax rules, NoEditionError where no data is loaded.
    """
    edition = reference(on=_asked(document, today).on).edition
    return _ranked(json.dumps(document, sort_keys=True), today, edition)


@lru_cache(maxsize=RANKINGS_IN_PROCESS)
def _ranked(text: str, today: date, edition: str) -> Ranked:
    household = _asked(json.loads(text), today)
    figures = reference(on=household.on, edition=edition)
    first = _first_elsewhere(household)
    like = None if first is None else _without_own_rent(first)
    offer = _first_offer(household)
    found = ranking(
        household,
        figures,
        bundled_conventions(),
        like=like,
        offer=None if offer is None else offer.offer,
    )
    return Ranked(
        household=household,
        reference=figures,
        ranking=found,
        like=None if like is None else like.housing,
        offer=offer,
        drops_own_rent=like is not None and first is not None and like.housing != first.housing,
    )


def _asked(document: dict[str, Any], today: date) -> Household:
    return asked(
        document,
        city_named=city_named(gazetteer()),
        conventions=bundled_conventions(),
        today=today,
    ).household


def _first_elsewhere(household: Household) -> Destination | None:
    """The first destination that is a move: what is said of it is taken for every city."""
    return next((one for one in household.destinations if one.city != household.home), None)


def _without_own_rent(destination: Destination) -> Destination:
    """The same way of living, its rent by each city's figures: one method for all (model §4)."""
    housing = destination.housing
    if housing is not None and housing.rent_fen is not None:
        housing = replace(housing, rent_fen=None)
    return replace(destination, city=NOWHERE, housing=housing)


def _first_offer(household: Household) -> CityOffer | None:
    """The first offer to the earner whose pay the ranking varies."""
    mover = first_mover(household.earners) or 0
    for one in household.destinations:
        offer = one.offers[mover] if mover < len(one.offers) else None
        if offer is not None and one.city != household.home:
            return CityOffer(city=one.city, offer=offer)
    return None
