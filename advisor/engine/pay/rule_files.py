"""Reading the rule files: strict in form, exact in numbers, each value with its origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from advisor.engine.money import FEN_PER_YUAN
from advisor.engine.pay.dated import IMPUTED, History
from advisor.engine.pay.income_tax_files import income_tax_rules
from advisor.engine.pay.rule_node import ORIGIN_KEYS, RuleFileError, RuleNode
from advisor.engine.pay.rules import (
    EMPLOYEE_INSURANCES,
    EVERYBODY,
    INSURANCES,
    BaseLimits,
    CityRules,
    FallbackRules,
    FundRules,
    InsuranceRules,
    PayRules,
    RateRange,
)

CITY_PREFIX = "contributions/"
NATIONAL, PROVINCES = "contributions/_national", "contributions/_provinces"
MINIMUM_WAGE_KEYS = ORIGIN_KEYS | {"adcode", "level", "monthly_cny", "hourly_cny"}
ROUNDING_UNITS = {"0.01 CNY half up, per side": 1, "1 CNY half up, per side": FEN_PER_YUAN}
FUND_KEYS = ("base", "rate_range", "typical_rate")
HIGHEST_CAP_PPM = 10_000_000  # a cap of ten average wages would be an error of the file


def parse_pay_rules(files: Mapping[str, Any]) -> PayRules:
    """The pay rules in the rule files, given by name; every scalar as text or None.

    Raises RuleFileError naming file and place where a key is missing or unknown, a number is not
    exact, a day is wrong, days overlap, or a floor lies above its cap.
    """
    root = RuleNode("rules", files)
    cities = [
        _city_rules(RuleNode(name, files[name]))
        for name in sorted(files)
        if name.startswith(CITY_PREFIX) and name not in (NATIONAL, PROVINCES)
    ]
    return PayRules(
        cities=_by_adcode(cities),
        fallback=_fallback_rules(root[NATIONAL], root[PROVINCES]),
        minimum_wages=_minimum_wages(root["minimum_wage"]),
        income_tax=income_tax_rules(root["income_tax"]),
    )


def _by_adcode(cities: Iterable[CityRules]) -> Mapping[str, CityRules]:
    found: dict[str, CityRules] = {}
    for city in cities:
        if city.adcode in found:
            raise RuleFileError(CITY_PREFIX, f"two files are about {city.adcode}")
        found[city.adcode] = city
    return found


def _city_rules(node: RuleNode) -> CityRules:
    node.only({"place", "as_of", "contribution_year", "gaps", "rounding", "components"})
    components = node["components"].only({*INSURANCES, "housing_fund"})
    place = node["place"].only({"adcode", "name_en", "name_zh"})
    return CityRules(
        adcode=place["adcode"].text(),
        name_en=place["name_en"].text(),
        name_zh=place["name_zh"].text(),
        insurances={
            name: _insurance_rules(rules, has_employee_side=name in EMPLOYEE_INSURANCES)
            for name, rules in components.items()
            if name in INSURANCES
        },
        fund=_fund_rules(components["housing_fund"].only(FUND_KEYS)),
        insurance_unit=_unit(node["rounding"]["insurance"]),
        fund_unit=_unit(node["rounding"]["housing_fund"]),
        gaps=tuple(gap.text() for gap in node["gaps"].rows()),
    )


def _unit(node: RuleNode) -> int:
    if node.text() not in ROUNDING_UNITS:
        raise RuleFileError(node.path, f"must be one of {', '.join(ROUNDING_UNITS)}")
    return ROUNDING_UNITS[node.text()]


def _insurance_rules(
    node: RuleNode, *, has_employee_side: bool, has_base: bool = True
) -> InsuranceRules:
    required = {"employer_rate"}
    required |= {"base"} if has_base else set()
    required |= {"employee_rate"} if has_employee_side else set()
    node.only(required | ({"employee_flat"} if has_employee_side else set()))
    flat = node.optional("employee_flat")
    return InsuranceRules(
        base=_base_limits(node["base"]) if has_base else (),
        employee_ppm=_rates(node["employee_rate"]) if has_employee_side else (),
        employer_ppm=_employer_rates(node["employer_rate"]),
        employee_flat_fen=() if flat is None else flat.history(["value"], _flat_fen),
    )


def _flat_fen(row: RuleNode) -> int:
    return row["value"].fen()


def _base_limits(node: RuleNode) -> History[BaseLimits]:
    return node.history(["floor", "cap"], _limits)


def _limits(row: RuleNode) -> BaseLimits:
    row["floor"], row["cap"]  # both must be said, be it null
    floor, cap = row.fen_or_none("floor"), row.fen_or_none("cap")
    if floor is not None and cap is not None and floor >= cap:
        raise RuleFileError(row.path, "the floor must be below the cap")
    return BaseLimits(floor_fen=floor, cap_fen=cap)


def _rates(node: RuleNode) -> History[int]:
    return node.history(["value"], lambda row: row["value"].ppm())


def _employer_rates(node: RuleNode) -> Mapping[str, History[int]]:
    rows: dict[str, list[RuleNode]] = defaultdict(list)
    for row in node.rows():
        variant = row.optional("variant")
        rows[EVERYBODY if variant is None else variant.text()].append(row)
    return {variant: _employer_history(node.path, own) for variant, own in rows.items()}


def _employer_history(path: str, rows: list[RuleNode]) -> History[int]:
    """Where a risk class sets the rate and a range is all that is known: the lowest, imputed."""
    history = RuleNode(path, rows).history(
        ["value", "min", "max", "variant"],
        lambda row: (row.optional("value") or row["min"]).ppm(),
    )
    return tuple(
        dated if row.optional("value") else replace(dated, status=dated.status + IMPUTED)
        for row, dated in zip(rows, history, strict=True)
    )


def _fund_rules(node: RuleNode) -> FundRules:
    return FundRules(
        base=_base_limits(node["base"]) if "base" in node else (),
        rate_range=node["rate_range"].history(["min", "max"], _rate_range),
        typical_ppm=_rates(node["typical_rate"]),
    )


def _rate_range(row: RuleNode) -> RateRange:
    lowest, highest = row["min"].ppm(), row["max"].ppm()
    if lowest > highest:
        raise RuleFileError(row.path, "min must not be above max")
    return RateRange(lowest_ppm=lowest, highest_ppm=highest)


def _fallback_rules(national: RuleNode, provinces: RuleNode) -> FallbackRules:
    national.only({"as_of", "base_rule", "housing_fund", *INSURANCES})
    provinces.only({"as_of", "pension_base"})
    fund = national["housing_fund"].only({"rate_range", "typical_rate", "base_rule"})
    return FallbackRules(
        insurances={
            name: _insurance_rules(
                rules, has_employee_side=name in EMPLOYEE_INSURANCES, has_base=False
            )
            for name, rules in national.items()
            if name in INSURANCES
        },
        fund=_fund_rules(fund),
        fund_cap_in_average_wages_ppm=fund["base_rule"].history(
            ["floor", "cap_ratio"], lambda row: row["cap_ratio"].ppm(highest=HIGHEST_CAP_PPM)
        ),
        pension_base={
            adcode: _base_limits(bases) for adcode, bases in provinces["pension_base"].items()
        },
    )


def _minimum_wages(node: RuleNode) -> Mapping[str, Mapping[str, History[int]]]:
    rows: dict[str, dict[str, list[RuleNode]]] = defaultdict(lambda: defaultdict(list))
    for row in node.rows():
        level = row.only(MINIMUM_WAGE_KEYS).optional("level")
        rows[row["adcode"].text()]["" if level is None else level.text()].append(row)
    return {
        adcode: {
            level: RuleNode(node.path, own).history(
                MINIMUM_WAGE_KEYS, lambda row: row["monthly_cny"].fen()
            )
            for level, own in levels.items()
        }
        for adcode, levels in rows.items()
    }
