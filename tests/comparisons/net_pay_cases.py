"""The worked cases as questions to the `net_pay` contract, and what its answer must say.

Most cases give the pay of a month and expect its parts; a few compare several questions. A case
that gives only what a table is applied to can't be asked: it is left to the engine's tests.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

CASES = Path(__file__).parents[1] / "cases" / "net_pay.json"
NOT_DATED = 2026  # the year of cases that name none; the rules of tax are the same since 2019
OF_THE_TABLES = {"annual_table", "monthly_table"}  # kinds that no document can ask for

type Document = dict[str, Any]
type Ask = Callable[[Document], Document]


@dataclass(frozen=True, slots=True)
class Check:
    """What a case expects, and how the contract is asked for it."""

    name: str
    expected: Any
    asked: Callable[[Ask], Any]


def cases() -> list[dict[str, Any]]:
    return json.loads(CASES.read_text(encoding="utf-8"))


def can_be_asked(case: dict[str, Any]) -> bool:
    return case["inputs"]["kind"] not in OF_THE_TABLES


def checks(case: dict[str, Any]) -> Iterator[Check]:
    """Everything that a case expects; raises KeyError for an expectation nobody reads."""
    of_kind = {
        "annual_settlement": _settlement_quantities,
        "bonus_separate": _bonus_quantities,
    }
    quantities = of_kind.get(case["inputs"]["kind"], _pay_quantities)(case)
    for name, expected in case["expected"].items():
        yield Check(name, expected, quantities[name])


def document(case: dict[str, Any], **changes: Any) -> Document:
    """The case's months as a question."""
    inputs = case["inputs"]
    year, first = _first_month(inputs)
    rows = inputs["months"]
    asked = {
        "city": inputs.get("city", "Beijing"),
        "year": year,
        "months": [
            {"month": first + index, "gross": row["gross"]} for index, row in enumerate(rows)
        ],
        "contributions": _contributions(case),
        "special_additional_deductions": [row.get("special_additional", 0) for row in rows],
        "settlement_deductions": max(0, inputs.get("serious_illness_expense", 0) - 15_000),
        "bonus": _bonus(inputs, first),
    }
    if asked["contributions"] == "rules":
        asked |= {
            "declared_base": rows[0]["declared_base"],
            "fund_base": rows[0]["declared_base"],
            "fund_rate": inputs["housing_fund_rate"],
            "supplementary_fund_rate": inputs.get("housing_fund_supplementary_rate", 0),
        }
    return asked | changes


def _first_month(inputs: dict[str, Any]) -> tuple[int, int]:
    year, month = inputs.get("month", f"{NOT_DATED}-01").split("-")
    return int(year), int(month)


def _contributions(case: dict[str, Any]) -> Any:
    """Of Beijing the cases use bases of another day: what they come to is given as an amount."""
    inputs = case["inputs"]
    if inputs["kind"] == "withholding":
        amounts = [row["social"] for row in inputs["months"]]
        return {"by_month": amounts} if any(amounts) else "none"
    return {"monthly": _by_the_cases_bases(inputs)} if inputs["city"] == "Beijing" else "rules"


def _by_the_cases_bases(inputs: dict[str, Any]) -> float:
    """Worked by hand from the bases and rates that stand in the case."""
    declared = inputs["months"][0]["declared_base"]
    rates = {**inputs["rates_employee"], "housing_fund": inputs["housing_fund_rate"]}
    paid = 0.0
    for name, rate in rates.items():
        floor, cap = inputs["bases"][name]
        paid += round(min(max(declared, floor), cap) * rate, 2)
    return round(paid, 2)


def _bonus(inputs: dict[str, Any], first: int) -> Document | None:
    if "annual_bonus_separate" in inputs:
        return {"amount": inputs["annual_bonus_separate"], "month": first, "tax": "separate"}
    for index, row in enumerate(inputs["months"]):
        if "bonus_merged" in row:
            return {"amount": row["bonus_merged"], "month": first + index, "tax": "merged"}
    return None


def _pay_quantities(case: dict[str, Any]) -> dict[str, Callable[[Ask], Any]]:
    """How each quantity is read off the answer to the case's own question."""
    last = len(case["inputs"]["months"]) - 1
    asked = document(case)

    def of(read: Callable[[Document], Any], **changes: Any) -> Callable[[Ask], Any]:
        return lambda ask: read(ask(asked | changes))

    def month(*path: str, index: int = 0) -> Callable[[Ask], Any]:
        return of(partial(_at, path=("months", index, *path)))

    def average(path: tuple[str, ...]) -> Callable[[Ask], Any]:
        return of(lambda answer: round(_at(answer, path) / 12, 2))

    def with_bonus(tax: str) -> Document:
        amount = case["inputs"].get("annual_bonus", 0)
        return {"bonus": {"amount": amount, "month": last + 1, "tax": tax}}

    def taxes(answer: Document) -> list[float]:
        return [one["tax"] for one in answer["months"]]

    def settled(answer: Document) -> float:
        return round(answer["year"]["tax"] + answer["year"]["settlement"], 2)

    def insurances(answer: Document) -> float:
        side = answer["months"][0]["contributions"]
        return round(side["total"] - side["housing_fund"] - side["supplementary_fund"], 2)

    parts = ("pension", "medical", "unemployment", "injury", "housing_fund")
    return {
        **{f"{part}_employee": month("contributions", part) for part in parts if part != "injury"},
        **{f"{part}_employer": month("employer", part) for part in parts},
        "housing_fund_supp_employee": month("contributions", "supplementary_fund"),
        "social_housing_fund_employee_monthly": month("contributions", "total"),
        "social_employee": of(insurances),
        "employer_extra_cost": month("employer", "total"),
        "march_employer_extra_cost": month("employer", "total", index=last),
        "march_net": month("net", index=last),
        "iit": month("tax"),
        "iit_wage": month("tax"),
        "iit_month1": month("tax"),
        "iit_month2": month("tax", index=1) if last else month("tax"),
        "iit_bonus": of(partial(_at, path=("bonus", "tax"))),
        "iit_by_month": of(taxes),
        "iit_year": of(settled),
        "iit_year_no_bonus": of(settled, bonus=None),
        "iit_total_bonus_merged": of(settled, **with_bonus("merged")),
        "iit_total_bonus_separate": of(settled, **with_bonus("separate")),
        "december_iit_including_bonus_tax": of(
            lambda answer: answer["months"][last]["tax"] + answer["bonus"]["tax"],
            **with_bonus("separate"),
        ),
        "net_year_separate": of(partial(_at, path=("year", "net")), **with_bonus("separate")),
        "change_vs_without": lambda ask: round(
            settled(ask(asked)) - settled(ask(asked | {"settlement_deductions": 0})), 2
        ),
        "net": of(partial(_at, path=("year", "net"))),
        "iit_month_average": average(("year", "tax")),
        "net_month_average": average(("year", "net")),
    }


def _settlement_quantities(case: dict[str, Any]) -> dict[str, Callable[[Ask], Any]]:
    """A year of twelve equal months."""
    inputs = case["inputs"]
    asked = {
        "city": "Beijing",
        "year": NOT_DATED,
        "months": [
            {"month": month, "gross": inputs["annual_income"] / 12} for month in range(1, 13)
        ],
        "contributions": {"monthly": inputs["social_hf"] / 12},
        "special_additional_deductions": inputs["special_additional"] / 12,
    }
    return {
        "taxable": lambda ask: ask(asked)["months"][-1]["taxable_to_date"],
        "tax": lambda ask: ask(asked)["year"]["tax"],
        # this case counts what is paid in as gone, and so does the contract's net
        "after_tax_year": lambda ask: ask(asked)["year"]["net"],
        "after_tax_month": lambda ask: ask(asked)["year"]["net"] / 12,
    }


def _bonus_quantities(case: dict[str, Any]) -> dict[str, Callable[[Ask], Any]]:
    """A bonus apart from wages that owe no tax."""
    asked = {
        "city": "Beijing",
        "year": NOT_DATED,
        "months": [{"month": 1, "gross": 0}],
        "contributions": "none",
        "bonus": {"amount": case["inputs"]["annual_bonus_separate"], "tax": "separate"},
    }
    return {
        "iit_bonus": lambda ask: ask(asked)["bonus"]["tax"],
        "net_bonus": lambda ask: ask(asked)["bonus"]["net"],
    }


def _at(answer: Document, path: tuple[str | int, ...]) -> Any:
    found: Any = answer
    for step in path:
        found = found[step]
    return found
