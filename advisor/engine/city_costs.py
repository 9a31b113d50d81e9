"""What a household would spend in every city, as columns: one method for all (model §4, §5, §8)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from advisor.engine.city_columns import CityColumns, Floats
from advisor.engine.household import Destination, FlatKind, RentLevel
from advisor.engine.housing import home_left_behind, housing_at_home, wanted_housing
from advisor.engine.living import (
    basket_multiple,
    equivalent_adults,
    living_of_stayers,
    standards,
    utilities,
)
from advisor.engine.question import EARTH_RADIUS_KM, MONTHS, Group, Question, split
from advisor.engine.rent import AREA_CONVENTION
from advisor.engine.schooling import schooling
from advisor.engine.trail import Gap, Head, Line, total

NOWHERE = "-"  # a destination that is no place: what a move costs wherever it leads
TAKE_HOME_SLOPE = 0.8  # of gross pay: turns an error of costs into one of required pay


@dataclass(frozen=True, kw_only=True, slots=True)
class CityCosts:
    """Fen a month by city; NaN where unknown. `error` is one standard deviation, of gross pay."""

    rent: Floats
    total: Floats
    for_equal_standard: Floats
    distance: Floats
    error: Floats


def city_costs(
    question: Question, columns: CityColumns, like: Destination, kept: float
) -> CityCosts:
    """The costs of the life after a move to each of the cities.

    `kept` is what remains at home after housing, commitments and utilities (fen a month; NaN where
    unknown): goods that the equal standard must still afford at the city's prices.
    """
    nowhere = replace(like, city=NOWHERE)
    who = split(question.household, nowhere)
    rent = _rents(question, columns, nowhere)
    ratio = _price_ratios(question, columns)
    distance = _distances(question, columns)
    living = _living(question, who.movers, nowhere, ratio)
    trips = _trips(question, who.movers, nowhere, distance)
    schools = _schooling(question, columns, who.movers, nowhere)
    fixed = _fixed(question, nowhere, who.stayers)
    left_home = _living_of_stayers(question, who.stayers)
    used = utilities(question, who.movers, "utilities", own_total=True).amount
    spent = rent + living + used + trips + schools + fixed + total(left_home, Head.LIVING)
    used += sum(line.amount for line in left_home if line.line == "home_utilities")
    home = question.household.home
    at_home = np.array([place.adcode == home for place in columns.places])
    return CityCosts(
        rent=rent,
        total=np.where(at_home, np.nan, spent),
        for_equal_standard=np.where(at_home, np.nan, rent + used + fixed + kept * ratio),
        distance=distance,
        error=_error(question, columns, rent, living),
    )


def effective_area_m2(question: Question, like: Destination) -> float:
    """The area whose rent a m² is the rent of the wanted home: all kinds by one method."""
    housing = wanted_housing(question, like)
    area = question.assumptions
    if housing.kind is FlatKind.ROOM:
        return min(
            area["room_share_two_bed"] * area["area_two_bed"],
            area["room_share_one_bed"] * area["area_one_bed"],
        )
    if housing.area_m2 is not None:
        return housing.area_m2
    return area[AREA_CONVENTION[housing.kind]]


def _rents(question: Question, columns: CityColumns, like: Destination) -> Floats:
    housing = wanted_housing(question, like)
    flat = np.zeros(len(columns.places))
    if housing.rent_fen is not None:
        return flat + housing.rent_fen
    if housing.kind is FlatKind.DORMITORY:
        return flat + _fen(np.asarray(question.assumptions["dormitory_rent"]))
    level = 1.0
    if housing.level is not RentLevel.TYPICAL:
        level = question.assumptions[f"rent_level_{housing.level.value}"]
    return _fen(columns.rent_m2 * effective_area_m2(question, like) * level)


def _price_ratios(question: Question, columns: CityColumns) -> Floats:
    """P(city) / P(home) by rents, for every city."""
    home = next(
        (
            columns.rent_m2[row]
            for row, place in enumerate(columns.places)
            if place.adcode == question.household.home
        ),
        np.nan,
    )
    ratio: Floats = (columns.rent_m2 / home) ** question.assumptions["price_elasticity"]
    return ratio


def _distances(question: Question, columns: CityColumns) -> Floats:
    """Great-circle kilometres from home."""
    home = question.place(question.household.home)
    if home.lat is None or home.lon is None:
        return np.full(len(columns.places), np.nan)
    lat_1, lon_1 = np.radians([home.lat, home.lon])
    lat_2, lon_2 = np.radians(columns.lat), np.radians(columns.lon)
    half_chord = (
        np.sin((lat_2 - lat_1) / 2) ** 2
        + np.cos(lat_1) * np.cos(lat_2) * np.sin((lon_2 - lon_1) / 2) ** 2
    )
    kilometres: Floats = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half_chord))
    return kilometres


def _living(question: Question, movers: Group, like: Destination, ratio: Floats) -> Floats:
    """The life led at home at each city's prices."""
    found = standards(question)
    if isinstance(found, Gap):
        return np.full_like(ratio, np.nan)
    scale = equivalent_adults(question, movers) * basket_multiple(question, like.basket)
    living = np.zeros_like(ratio)
    for standard in found:
        if standard.away_fen is not None:
            living = living + standard.away_fen
        else:
            living = living + np.rint(standard.per_adult * scale * ratio)
    return living


def _trips(question: Question, movers: Group, like: Destination, distance: Floats) -> Floats:
    """Trips home; not counted where the distance is unknown."""
    typed = like.moving.trips_home_a_year
    trips = question.assumptions["trips_home_a_year"] if typed is None else typed
    least, per_km = (question.assumptions[name] for name in ("trip_minimum", "trip_per_km"))
    each = np.maximum(least, per_km * np.nan_to_num(distance))
    return np.where(np.isnan(distance), 0.0, _fen(trips * each * movers.people / MONTHS))


def _schooling(
    question: Question, columns: CityColumns, movers: Group, like: Destination
) -> Floats:
    if not movers.children:
        return np.zeros(len(columns.places))
    parts = [
        schooling(question, place.adcode, movers, like.school_place) for place in columns.places
    ]
    return np.array([float(total(part.lines, Head.LIVING)) for part in parts])


def _fixed(question: Question, like: Destination, stayers: Group) -> int:
    """What no city changes: commitments, the home left behind or still lived in."""
    fixed = question.household.commitments_fen
    fixed += total(home_left_behind(question, like).lines, Head.COMMITMENTS)
    if stayers.adults:
        fixed += total(housing_at_home(question).lines, Head.HOUSING)
    return fixed


def _living_of_stayers(question: Question, stayers: Group) -> tuple[Line, ...]:
    found = standards(question)
    if not stayers.people or isinstance(found, Gap):
        return ()
    return living_of_stayers(question, found, stayers).lines


def _error(question: Question, columns: CityColumns, rent: Floats, living: Floats) -> Floats:
    """Rents off by their error, prices by that of the price ratio; both at once."""
    large = np.array([place.tier in ("first", "new-first", "second") for place in columns.places])
    rent_sd = np.where(
        large,
        question.assumptions["rent_level_sd_large"],
        question.assumptions["rent_level_sd_small"],
    )
    spread = np.hypot(rent * rent_sd, living * question.assumptions["price_ratio_sd"])
    error: Floats = np.rint(spread / TAKE_HOME_SLOPE)
    return error


def _fen(yuan: Floats) -> Floats:
    """CNY as whole fen, half up."""
    whole: Floats = np.floor(yuan * 100 + 0.5)
    return whole
