"""Buying a home: down payment, loans and deed tax by the rules in force (model §4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.engine.deductions import in_force
from advisor.engine.draws import Floats
from advisor.engine.question import MONTHS, Question
from advisor.engine.reference import NATION
from advisor.engine.trail import RuleUse

FUND_RATE = "first_home_gt5y"  # first home, longer than five years


@dataclass(frozen=True, kw_only=True, slots=True)
class LoanTerms:
    """What buying takes in a city. Shares are of the price; the fund's cap is in fen.

    `fund_cap` None: no cap was found for the city, and no fund loan is counted.
    """

    down_payment_share: float
    deed_tax_share: float
    fund_cap: int | None
    fund_rate: float
    commercial_rate: float
    months: int
    rules: tuple[RuleUse, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Loans:
    """The loans of a purchase, fen: what is borrowed, and the equal instalments a month."""

    fund: Floats
    commercial: Floats
    instalment: Floats


def loan_terms(question: Question, city: str, area_m2: float) -> LoanTerms:
    """The terms for a first home of that area, on the date of the data.

    A couple never borrows less from the fund than one of them alone.
    """
    rules = question.reference.rule_files["housing_finance"]
    day = question.reference.on
    down = _row(rules["min_down_payment"], question, city, home="first")
    deed = _deed_tax(rules["deed_tax"], question, area_m2)
    rate = in_force(rules["provident_fund_rate"][FUND_RATE], day)
    caps = _fund_caps(rules["provident_fund_loan_cap"], question, city)
    used = [row for row in (down, deed, rate, *caps) if row is not None]
    return LoanTerms(
        down_payment_share=float(down["value"]) if down else 1.0,
        deed_tax_share=float(deed["value"]) if deed else 0.0,
        fund_cap=max((int(row["value"]) * 100 for row in caps), default=None),
        fund_rate=float(rate["value"]) if rate else 0.0,
        commercial_rate=question.assumptions["mortgage_rate"],
        months=round(question.assumptions["loan_years"] * MONTHS),
        rules=tuple(_use(row) for row in used),
    )


def loans(terms: LoanTerms, borrowed: Floats, *, pays_into_fund: bool) -> Loans:
    """How the sum is borrowed: from the fund up to its cap, the rest from a bank."""
    cap = float(terms.fund_cap or 0) if pays_into_fund else 0.0
    fund = borrowed.clip(0.0, cap)
    commercial = borrowed - fund
    instalment = fund * instalment_share(terms.fund_rate, terms.months) + commercial * (
        instalment_share(terms.commercial_rate, terms.months)
    )
    return Loans(fund=fund, commercial=commercial, instalment=instalment)


def instalment_share(yearly_rate: float, months: int) -> float:
    """The equal instalment a month over the sum borrowed (等额本息)."""
    rate = yearly_rate / MONTHS
    if rate == 0:
        return 1 / months
    return float(rate / (1 - (1 + rate) ** -months))


def share_left(yearly_rate: float, months: int, paid: int) -> float:
    """The share of a loan still owed after so many instalments."""
    if paid >= months:
        return 0.0
    rate = yearly_rate / MONTHS
    if rate == 0:
        return 1 - paid / months
    whole = (1 + rate) ** months
    return float((whole - (1 + rate) ** paid) / (whole - 1))


def loan_left(terms: LoanTerms, found: Loans, paid: int) -> Floats:
    """What is owed after so many instalments, fen."""
    left: Floats = found.fund * share_left(terms.fund_rate, terms.months, paid) + (
        found.commercial * share_left(terms.commercial_rate, terms.months, paid)
    )
    return left


def _row(
    rows: list[Mapping[str, Any]], question: Question, city: str, **wanted: str
) -> Mapping[str, Any] | None:
    """The row in force for the city, else for the nation."""
    fitting = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    for adcode in (city, NATION):
        row = in_force([row for row in fitting if row["adcode"] == adcode], question.reference.on)
        if row is not None:
            return row
    return None


def _deed_tax(
    rows: list[Mapping[str, Any]], question: Question, area_m2: float
) -> Mapping[str, Any] | None:
    fitting = [
        row
        for row in rows
        if row["home"] == "first"
        and float(row["area_over_m2"]) < area_m2 <= float(row["area_up_to_m2"] or "inf")
    ]
    return in_force(fitting, question.reference.on)


def _fund_caps(
    rows: list[Mapping[str, Any]], question: Question, city: str
) -> list[Mapping[str, Any]]:
    """Caps in force that the household may use: one person's, and a family's for a couple."""
    couple = len(question.household.earners) > 1
    wanted = ("single", "family") if couple else ("single",)
    found = [row for row in rows if row["adcode"] == city and row["value"] is not None]
    single_known = any(row["borrower"] == "single" for row in found)
    borrowers = wanted if single_known or couple else ("family",)
    caps = [
        in_force([row for row in found if row["borrower"] == one], question.reference.on)
        for one in borrowers
    ]
    return [row for row in caps if row is not None]


def _use(row: Mapping[str, Any]) -> RuleUse:
    return RuleUse(
        source=row["source_id"], effective_from=row["effective_from"] or "",
        status=row.get("status") or "", note=row.get("note") or "",
    )  # fmt: skip
