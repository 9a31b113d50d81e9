"""Special additional deductions (专项附加扣除) that follow from the household (model §3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import add
from typing import Any

from advisor.engine.household import Child, FlatKind, Household
from advisor.engine.trail import RuleUse

EDUCATION_FROM_AGE = 3
ADULT_AGE = 18


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A deduction that earners may claim: fen a month, and the ways to share it.

    Each way is a tuple of shares, one an earner. Of the exclusive claims a household uses one kind.
    """

    name: str
    per_month: int
    ways: tuple[tuple[float, ...], ...]
    rule: RuleUse
    exclusive: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Residence:
    """Where an earner lives and works, and whether the household pays rent or owns there.

    `pays_mortgage`: whether the household does in that life, wherever the mortgaged home is.
    """

    city: str
    pays_rent: bool
    owns_home: bool
    pays_mortgage: bool = False


def claims(
    household: Household, residences: tuple[Residence, ...], rule_file: Mapping[str, Any], on: date
) -> tuple[Claim, ...]:
    """All deductions this household may claim with its earners living at `residences`."""
    rules = rule_file["special_additional_deductions"]
    found: list[Claim] = []
    found += _children(household, rules, on)
    found += _parents(household, rules, on)
    found += _study(household, rules, on)
    found += _rent(residences, rules, on)
    found += _mortgage(residences, rules, on)
    return tuple(found)


def allocations(
    found: tuple[Claim, ...], earners: int
) -> Iterator[tuple[tuple[Claim, ...], tuple[int, ...]]]:
    """Every sum that sharing the claims can give: the claims used, and fen a month by earner.

    Rent and mortgage interest exclude each other for a couple within one year.
    """
    exclusive = [claim for claim in found if claim.exclusive]
    free = tuple(claim for claim in found if not claim.exclusive)
    kinds = sorted({claim.name for claim in exclusive})
    for kind in kinds or [""]:
        used = free + tuple(claim for claim in exclusive if claim.name == kind)
        for sums in _sums(used, earners):
            yield used, sums


def _sums(used: tuple[Claim, ...], earners: int) -> Iterable[tuple[int, ...]]:
    """Claim by claim, each different sum once: ten children have 21 sums, not 59,049 ways."""
    sums = {(0,) * earners: None}
    for claim in used:
        shares = [[round(claim.per_month * share) for share in way] for way in claim.ways]
        sums = {tuple(map(add, before, share)): None for before in sums for share in shares}
    return sums


def _children(household: Household, rules: Mapping[str, Any], on: date) -> list[Claim]:
    ways = _either_or_half(len(household.earners))
    found = []
    for child in household.children:
        age = _age(child, on)
        if 0 <= age < ADULT_AGE:
            name = "infant_care_under_3" if age < EDUCATION_FROM_AGE else "children_education"
            found += _claim(name, rules[name], "monthly_per_child", on, ways)
    return found


def _parents(household: Household, rules: Mapping[str, Any], on: date) -> list[Claim]:
    """Each earner supports own parents: the first two of 60 or over are the first earner's."""
    found = []
    for index, earner in enumerate(household.earners):
        if household.parents_60_plus > 2 * index:
            key = "monthly_only_child" if earner.only_child else "monthly_shared_max_each"
            ways = (_alone(index, len(household.earners)),)
            found += _claim("elderly_support", rules["elderly_support"], key, on, ways)
    return found


def _study(household: Household, rules: Mapping[str, Any], on: date) -> list[Claim]:
    found = []
    for index, earner in enumerate(household.earners):
        if earner.further_study:
            ways = (_alone(index, len(household.earners)),)
            found += _claim(
                "continuing_education", rules["continuing_education"], "degree_monthly", on, ways
            )
    return found


def _rent(residences: tuple[Residence, ...], rules: Mapping[str, Any], on: date) -> list[Claim]:
    """One claim a city in which the household rents and owns no home, by the city's class."""
    found = []
    cities = {home.city for home in residences if home.pays_rent and not home.owns_home}
    for city in sorted(cities):
        ways = tuple(
            _alone(index, len(residences))
            for index, home in enumerate(residences)
            if home.city == city
        )
        city_class, rule = _city_class(rules, city)
        rows = [row for row in rules["housing_rent"] if row["city_class"] == city_class]
        found += [
            replace(claim, exclusive=True, rule=rule or claim.rule)
            for claim in _claim("housing_rent", rows, "monthly", on, ways)
        ]
    return found


def _city_class(rules: Mapping[str, Any], city: str) -> tuple[str, RuleUse | None]:
    for row in rules["housing_rent_city_class"]:
        if row["adcode"] == city:
            return row["city_class"], None
    default = rules["housing_rent_default"]
    return default["city_class"], RuleUse(
        source=default["source_id"], effective_from=default["effective_from"] or "",
        status=default.get("status") or "", note=default.get("note") or "",
    )  # fmt: skip


def rent_city_class(rules: Mapping[str, Any], city: str) -> str:
    """The class of the rent deduction in that city: its name in the rules, CNY a month."""
    return _city_class(rules, city)[0]


def _mortgage(residences: tuple[Residence, ...], rules: Mapping[str, Any], on: date) -> list[Claim]:
    if not any(home.pays_mortgage for home in residences):
        return []
    ways = _either_or_half(len(residences))
    found = _claim("housing_loan_interest", rules["housing_loan_interest"], "monthly", on, ways)
    return [replace(claim, exclusive=True) for claim in found]


def _claim(
    name: str,
    rows: list[Mapping[str, Any]],
    key: str,
    on: date,
    ways: tuple[tuple[float, ...], ...],
) -> list[Claim]:
    row = in_force(rows, on)
    if row is None or not ways:
        return []
    return [
        Claim(
            name=name, per_month=int(row[key]) * 100, ways=ways,
            rule=RuleUse(
                source=row["source_id"], effective_from=row["effective_from"] or "",
                status=row.get("status") or "", note=row.get("note") or "",
            ),
        )
    ]  # fmt: skip


def in_force(rows: list[Mapping[str, Any]], on: date) -> Mapping[str, Any] | None:
    """The dated row in force on that day, or None before the first."""
    day = on.isoformat()
    for row in rows:
        starts, ends = row["effective_from"] or "", row["effective_to"] or "9999"
        if starts <= day <= ends:
            return row
    return None


def _either_or_half(earners: int) -> tuple[tuple[float, ...], ...]:
    if earners == 1:
        return ((1.0,),)
    return ((1.0, 0.0), (0.0, 1.0), (0.5, 0.5))


def _alone(index: int, earners: int) -> tuple[float, ...]:
    return tuple(1.0 if other == index else 0.0 for other in range(earners))


def _age(child: Child, on: date) -> int:
    return on.year - child.born.year - ((on.month, on.day) < (child.born.month, child.born.day))


def pays_rent_in_flat(kind: FlatKind) -> bool:
    """Whether that kind of home counts as renting for the deduction; a staff dormitory does not."""
    return kind is not FlatKind.DORMITORY
