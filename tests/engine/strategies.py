"""Households of all kinds, for laws that must hold for everybody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from advisor.engine.household import (
    AwayHousing,
    Basket,
    Destination,
    Earner,
    FlatKind,
    HomeHousing,
    HomeKind,
    Household,
    IfLeaving,
    InsuredBase,
    RentLevel,
    SchoolPlace,
    Unit,
)
from tests.engine.households import child, earner, household, offer, to
from tests.engine.references import BEIJING, CHANGCHUN, GUANGZHOU, LIAOYUAN, SHANGHAI, SHENZHEN

HOMES = (LIAOYUAN, CHANGCHUN, SHENZHEN, "220700", "510100")
AWAY = (BEIJING, SHANGHAI, GUANGZHOU, SHENZHEN, "330100", "430700", "659001", "220100")

pays = st.integers(0, 60_000) | st.sampled_from([0, 1, 2000, 4500, 12_000, 36_000, 100_000])


@st.composite
def earners(draw: st.DrawFn, *, lowest: int = 0, may_stay: bool = True) -> Earner:
    gross = draw(pays.filter(lambda pay: pay >= lowest))
    return earner(
        gross,
        bonus=gross * draw(st.sampled_from([0, 0, 1, 3, 12])),
        unit=draw(st.sampled_from(list(Unit))),
        sector=draw(st.sampled_from([None, "C", "I"])),
        only_child=draw(st.booleans()),
        stays=may_stay and draw(st.booleans()),
        pay_months=draw(st.sampled_from([12, 13, 14.5])),
        pay_fund_ppm=draw(st.sampled_from([None, 50_000, 70_000, 120_000])),
        pay_insured_base=draw(
            st.sampled_from([InsuredBase.ACTUAL, InsuredBase.MINIMUM, InsuredBase.NONE])
        ),
    )


@st.composite
def home_housing(draw: st.DrawFn) -> HomeHousing:
    return HomeHousing(
        kind=draw(st.sampled_from(list(HomeKind))),
        area_m2=draw(st.sampled_from([None, 45.0, 90.0])),
        rent_fen=draw(st.sampled_from([None, 0, 80_000])),
        mortgage_monthly_fen=draw(st.sampled_from([None, 150_000])),
        if_leaving=draw(st.sampled_from(list(IfLeaving))),
    )


@st.composite
def away_housing(draw: st.DrawFn) -> AwayHousing:
    kind = draw(st.sampled_from(list(FlatKind)))
    return AwayHousing(
        kind=kind,
        area_m2=62.5 if kind is FlatKind.AREA else None,
        level=draw(st.sampled_from(list(RentLevel))),
        rent_fen=draw(st.sampled_from([None, None, 250_000])),
    )


@st.composite
def destinations(draw: st.DrawFn, *, offers: int = 0) -> Destination:
    offered = st.none() | st.integers(1000, 60_000).map(offer)
    return to(
        draw(st.sampled_from(AWAY)),
        *(draw(offered) for _ in range(offers)),
        housing=draw(st.none() | away_housing()),
        basket=draw(st.none() | st.sampled_from(list(Basket))),
        school_place=draw(st.none() | st.sampled_from(list(SchoolPlace))),
    )


@st.composite
def households(draw: st.DrawFn, *, people: int | None = None, **fixed: Any) -> Household:
    """Anybody with one destination, the first earner moving and perhaps with an offer."""
    count = people or draw(st.integers(1, 2))
    first = draw(earners(may_stay=False))
    others = [draw(earners()) for _ in range(count - 1)]
    offers = draw(st.integers(0, 1))
    values: dict[str, Any] = {
        "horizon_years": 1,  # the years cost time, and these laws are about a month
        "home": draw(st.sampled_from(HOMES)),
        "housing": draw(home_housing()),
        "destinations": (draw(destinations(offers=offers)),),
        "children": draw(st.sampled_from([(), (child("2018-05"),), (child("2025-01"),)])),
        "parents_60_plus": draw(st.integers(0, 2)),
        "adults": count + draw(st.integers(0, 1)),
        "basket": draw(st.sampled_from(list(Basket))),
        "living_total": draw(st.sampled_from([None, None, 0, 1500, 4000])),
        "commitments": draw(st.sampled_from([0, 800])),
        "savings": draw(st.sampled_from([None, 0, 60_000])),
    }
    return household(first, *others, **(values | fixed))


def with_offer(asking: Household, gross_fen: int) -> Household:
    """The same household with such an offer to the first earner at the only destination."""
    (destination,) = asking.destinations
    known = destination.offers[0] if destination.offers else None
    changed = replace(known or offer(0), gross_fen=gross_fen)
    moved = replace(destination, offers=(changed, *destination.offers[1:]))
    return replace(asking, destinations=(moved,))
