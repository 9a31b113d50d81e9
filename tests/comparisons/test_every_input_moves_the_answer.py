"""Nothing is asked that cannot change the answer: every key of the document moves some output.

The keys come from the document's own model, so that a new one without a case here fails. A case is
the key's value on top of the rich document below; where one base does not do, it brings its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, get_args

import pytest
from django.utils import translation
from pydantic import BaseModel

from advisor.comparisons.city_names import city_named
from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.households import asked
from advisor.datasets.bundled import BundledEdition
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.naming import Gazetteer
from advisor.engine.comparison import compare
from tests.engine.references import bundled_reference

TODAY = date(2026, 11, 24)
RICH: dict[str, Any] = {
    "on": "2026-11-01",
    "move_date": "2027-04",
    "draws": 100,
    "home": {
        "city": "220400",
        "housing": {
            "kind": "owner",
            "area_m2": 75,
            "mortgage_monthly": 900,
            "mortgage_left": 60000,
        },
    },
    "earners": [
        {"pay": {"gross_monthly": 15000, "bonus": 9000}, "unit": "private", "age": 48},
        {"pay": {"gross_monthly": 9000}, "unit": "private"},
    ],
    "children": [{"born": "2018-05"}],
    "parents_60_plus": 1,
    "savings": 60000,
    "destinations": [
        {"city": "440300", "housing": {"kind": "two_bed"}},
        {"city": "310000", "offers": [{"gross_monthly": 22000}, None]},
    ],
}
RENTER = {"home.housing": {"kind": "renter"}}
ALONE = {"earners": [RICH["earners"][0]]}
BUYS = {"destinations[0].housing": {"kind": "two_bed", "buy_in_year": 2}}
SELLS = {"home.housing": {**RICH["home"]["housing"], "if_leaving": "sell"}}
OFFER = "destinations[1].offers[0]"
PROBATION = {"earners[0].probation": {"months": 3, "share": 0.8}}
PAID = {
    "earners[0].paid_this_year": {"months": 3, "gross": 60000, "contributions": 9000, "tax": 900}
}
MINE = {"mode": "mine", "home": 700, "away": 900}

# Key: what it is set to, and what else the base needs for it to matter.
CASES: dict[str, tuple[Any, dict[str, Any]]] = {
    "home.city": ("220100", {}),
    "home.housing.kind": ("with_family", {}),
    "home.housing.area_m2": (120, {}),
    "home.housing.value": (900000, {}),
    "home.housing.mortgage_left": (90000, {}),
    "home.housing.mortgage_monthly": (1900, {}),
    "home.housing.rent": (1700, RENTER),
    "home.housing.if_leaving": ("let", {}),
    "earners[].pay.gross_monthly": (15500, {}),
    "earners[].pay.months": (13, {}),
    "earners[].pay.bonus": (30000, {}),
    "earners[].pay.fund_rate": (0.12, {}),
    "earners[].pay.insured_base": ("minimum", {}),
    "earners[].pay.contributions_monthly": (1500, {}),
    "earners[].unit": ("non_private", {}),
    "earners[].sector": ("I", {"earners[0].unit": "non_private", "destinations[0].city": "320100"}),
    "earners[].post": ("managers", {}),
    "earners[].age": (24, {}),
    "earners[].only_child": (True, {}),
    "earners[].stays": (True, {"destinations[1].offers": None}),
    "earners[].further_study": (True, {}),
    "earners[].paid_this_year.months": (2, PAID),
    "earners[].paid_this_year.gross": (90000, PAID),
    "earners[].paid_this_year.contributions": (20000, PAID),
    "earners[].paid_this_year.tax": (5000, PAID),
    "earners[].probation.months": (6, PROBATION),
    "earners[].probation.share": (1, PROBATION),
    "on": ("2026-06-30", {}),
    "move_date": ("2027-09", {}),
    "horizon_years": (7, {}),
    "draws": (200, {}),
    "adults": (3, {}),
    "children[].born": ("2025-05", {}),
    "children[].moves": (False, {}),
    "parents_supported": (3, {}),
    "parents_60_plus": (3, {}),
    "basket": ("get_by", {}),
    "living_total_home": (3000, {}),
    "living.food": (MINE, {}),
    "living.clothing": (MINE, {}),
    "living.household": (MINE, {}),
    "living.transport": (MINE, {}),
    "living.education": (MINE, {}),
    "living.health": (MINE, {}),
    "living.other": (MINE, {}),
    "commitments_monthly": (1000, {}),
    "savings": (1000, {}),
    "fund_balance": (50000, {}),
    "destinations[].city": ("440100", {}),
    "destinations[].offers[].gross_monthly": (21000, {}),
    "destinations[].offers[].months": (14, {}),
    "destinations[].offers[].bonus": (50000, {}),
    "destinations[].offers[].fund_rate": (0.07, {}),
    "destinations[].offers[].insured_base": ("minimum", {}),
    "destinations[].offers[].contributions_monthly": (1500, {}),
    "destinations[].housing.kind": ("three_bed", {}),
    "destinations[].housing.area_m2": (66, {}),
    "destinations[].housing.level": ("high", {}),
    "destinations[].housing.rent": (4444, {}),
    "destinations[].housing.buy_in_year": (3, {}),
    "destinations[].housing.buy_area_m2": (60, BUYS),
    "destinations[].housing.down_payment": (0.5, BUYS),
    "destinations[].moving.travel": (99, {}),
    "destinations[].moving.freight": (99, {}),
    "destinations[].moving.agent_fee": (99, {}),
    "destinations[].moving.deposit_months": (2, {}),
    "destinations[].moving.advance_months": (1, {}),
    "destinations[].moving.set_up": (99, {}),
    "destinations[].moving.first_nights": (99, {}),
    "destinations[].moving.search_months": (5, {}),
    "destinations[].moving.trips_home_a_year": (6, {}),
    "destinations[].basket": ("comfortable", {}),
    "destinations[].school_place": ("private", {}),
    "destinations[].fund_for_rent": (True, {}),
    "language": ("zh-hans", {}),
}
# What a convention needs to matter, where the rich document does not do.
CONVENTION_BASES: dict[str, dict[str, Any]] = {
    "basket_get_by": {"basket": "get_by"},
    "fund_drawn_for_home": {"destinations[0].housing": {"kind": "one_bed", "buy_in_year": 2}},
    "basket_comfortable": {"basket": "comfortable"},
    "calibration_low": {"living_total_home": 500},
    "calibration_high": {"living_total_home": 20000},
    "property_fee_tier_one": {"home.city": "110000"},
    "area_one_bed": RENTER,
    "area_three_bed": {
        "destinations[0].city": "210100",
        "destinations[0].housing": {"kind": "three_bed"},
    },
    "room_share_two_bed": {
        "destinations[0].city": "210100",
        "destinations[0].housing": {"kind": "room"},
    },
    "room_share_one_bed": {"destinations[0].housing": {"kind": "room"}},
    "dormitory_rent": {"destinations[0].housing": {"kind": "dormitory"}},
    "rent_level_low": {
        "destinations[0].city": "210100",
        "destinations[0].housing": {"kind": "two_bed", "level": "low"},
    },
    "rent_level_high": {
        "destinations[0].city": "210100",
        "destinations[0].housing": {"kind": "two_bed", "level": "high"},
    },
    "letting_occupancy": {"home.housing.if_leaving": "let"},
    "letting_rent_share": {"home.housing.if_leaving": "let"},
    "school_public": {"destinations[0].school_place": "public"},
    "school_private": {"destinations[0].school_place": "private"},
    "rent_level_sd_small": RENTER,
    "home_price_growth_other": SELLS,
    "home_price_sd_other": SELLS,
    "resale_haircut": SELLS,
    "resale_haircut_tier_one": BUYS,
    "months_to_sell": SELLS,
    "mortgage_rate": BUYS,
    "loan_years": BUYS,
    "trip_minimum": {"destinations[0].city": "220100"},
    "area_two_bed": {"destinations[0].city": "210100"},
    "spending_follows_income": {"earners[0].pay.gross_monthly": 60000},
}
# Where the end of the plausible range does not do.
STEPS = {
    "basket_typical": 1.1,
    "room_share_two_bed": 0.3,
    "months_to_sell": 7,
    "heating_latitude": 45,
}


@lru_cache(maxsize=1)
def units() -> dict[str, str]:
    return {row["indicator"]: row["unit"] for row in BundledEdition().table("indicators")}


@lru_cache(maxsize=1)
def names() -> Any:
    return city_named(Gazetteer(bundled_reference().places.values()))


def answer(document: dict[str, Any]) -> str:
    """The whole answer to the document, as text."""
    return answer_to(json.dumps(document))


@lru_cache(maxsize=256)
def answer_to(written: str) -> str:
    exact = json.loads(written, parse_float=Decimal)
    conventions = bundled_conventions()
    question = asked(exact, city_named=names(), conventions=conventions, today=TODAY)
    on = question.household.on
    reference = bundled_reference() if on == TODAY else bundled_reference(on)
    comparison = compare(question.household, reference, conventions)
    with translation.override(exact.get("language", "en")):
        return json.dumps(comparison_document(comparison, reference, units(), question.notes))


def keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Every key of the document that holds no further keys of its own kind."""
    for name, field in model.model_fields.items():
        part, is_list = nested(field.annotation)
        path = f"{prefix}{name}{'[]' if is_list else ''}"
        if part is None or part.__name__ == "CategoryPart":
            yield f"{prefix}{name}"
        else:
            yield from keys(part, f"{path}.")


def nested(annotation: Any) -> tuple[type[BaseModel] | None, bool]:
    """The model inside an annotation, and whether it stands in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for inner in get_args(annotation):
        found, is_list = nested(inner)
        if found is not None:
            return found, is_list or getattr(annotation, "__origin__", None) is list
    return None, False


def put(document: dict[str, Any], path: str, value: Any) -> None:
    """Set the value at a path such as `earners[0].pay.months`; `[]` is the first entry."""
    here: Any = document
    steps = path.replace("[]", "[0]").replace("[", ".[").split(".")
    for position, step in enumerate(steps):
        key = int(step[1:-1]) if step.startswith("[") else step
        if position == len(steps) - 1:
            here[key] = deepcopy(value)
        elif isinstance(key, int):
            here = here[key]
        else:
            here = here.setdefault(key, {})


def base_for(changes: dict[str, Any]) -> dict[str, Any]:
    document = deepcopy(RICH)
    for path, value in changes.items():
        put(document, path, value)
    return document


def test_every_key_has_a_case() -> None:
    assert set(keys(CompareDocument)) - {"assumptions"} == set(CASES)


@pytest.mark.parametrize("key", CASES)
def test_the_key_moves_the_answer(key: str) -> None:
    value, changes = CASES[key]
    path = key
    if ".offers[]" in key:
        path = key.replace("destinations[].offers[]", OFFER)
    before = base_for(changes)
    after = base_for({**changes, path: value})
    assert answer(before) != answer(after)


@pytest.mark.parametrize("name", bundled_conventions())
def test_the_convention_moves_the_answer(name: str) -> None:
    convention = bundled_conventions()[name]
    end = convention.high if convention.high > convention.default else convention.low
    step = STEPS.get(name, end)
    changes = CONVENTION_BASES.get(name, {})
    before = base_for(changes)
    after = base_for({**changes, f"assumptions.{name}": step})
    assert answer(before) != answer(after)
