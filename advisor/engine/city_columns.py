"""All cities side by side, as columns: what a ranking reads of them, gathered once a reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from advisor.engine.deductions import rent_city_class
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pay.stacked_scheme import stacked_scheme
from advisor.engine.reference import Level, Place, Reference
from advisor.engine.rulebook import city_scheme

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class CityColumns:
    """A row a city that has pay rules; NaN where a figure is unknown.

    `schemes` groups the rows by the rent deduction of their city (fen a month): its rows, and
    their contribution schemes side by side.
    """

    places: tuple[Place, ...]
    rent_m2: Floats  # CNY a month, the city's own
    lat: Floats
    lon: Floats
    groups: tuple[tuple[npt.NDArray[np.int64], str, ContributionScheme], ...]


def city_columns(reference: Reference) -> CityColumns:
    """The columns of the reference, kept with it."""
    if "city_columns" not in reference.cache:
        reference.cache["city_columns"] = _columns(reference)
    columns: CityColumns = reference.cache["city_columns"]
    return columns


def _columns(reference: Reference) -> CityColumns:
    places, schemes = [], []
    for place in reference.places.values():
        if place.level is Level.CITY:
            try:
                schemes.append(city_scheme(reference, place.adcode))
            except NoRuleYetError:
                continue
            places.append(place)
    return CityColumns(
        places=tuple(places),
        rent_m2=np.array([_own(reference, place.adcode, "rent_m2") for place in places]),
        lat=np.array([np.nan if place.lat is None else place.lat for place in places]),
        lon=np.array([np.nan if place.lon is None else place.lon for place in places]),
        groups=_groups(reference, places, schemes),
    )


def _own(reference: Reference, adcode: str, indicator: str) -> float:
    figure = reference.figure(adcode, indicator)
    return figure.value if figure is not None and figure.is_own else np.nan


def _groups(
    reference: Reference, places: list[Place], schemes: list[ContributionScheme]
) -> tuple[tuple[npt.NDArray[np.int64], str, ContributionScheme], ...]:
    """Rows of one rent deduction, with a city that stands for them all."""
    rules: Any = reference.rule_files["income_tax"]["special_additional_deductions"]
    by_class: dict[str, list[int]] = {}
    for row, place in enumerate(places):
        by_class.setdefault(rent_city_class(rules, place.adcode), []).append(row)
    return tuple(
        (
            np.array(rows),
            places[rows[0]].adcode,
            stacked_scheme([schemes[row] for row in rows]),
        )
        for rows in by_class.values()
    )
