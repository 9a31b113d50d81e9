"""The `net_pay` answer as a document: yuan as JSON numbers that hold the fen exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advisor.comparisons.net_pay import NetPay
from advisor.comparisons.net_pay_notes import net_pay_notes
from advisor.engine.money import Fen, yuan_of
from advisor.engine.pay.contributions import Contributions
from advisor.engine.reference import Source
from advisor.engine.trail import RuleUse

EMPLOYEE_PARTS = ("pension", "medical", "unemployment", "housing_fund", "supplementary_fund")
EMPLOYER_PARTS = (*EMPLOYEE_PARTS[:3], "injury", "maternity", *EMPLOYEE_PARTS[3:])


def net_pay_answer(found: NetPay) -> dict[str, Any]:
    """The answer in the contract's shape, its notes in the active language."""
    return {
        "city": found.city.adcode,
        "months": [_month(found, index) for index in range(len(found.work.months))],
        "bonus": _bonus(found),
        "year": _year(found),
        "sources": list(_sources(_rules_used(found), found.reference.sources)),
        "notes": net_pay_notes(found),
    }


def _month(found: NetPay, index: int) -> dict[str, Any]:
    withholding = found.year.withholding
    employer = found.paid_in.employer
    return {
        "month": found.work.months[index],
        "gross": _yuan(found.work.gross[index]),
        "contributions": _side(found.paid_in.employee[index], EMPLOYEE_PARTS),
        "employer": _side(employer[index] if employer else None, EMPLOYER_PARTS),
        "taxable_to_date": _yuan(withholding.taxable_to_date[index]),
        "tax_to_date": _yuan(withholding.tax_to_date[index]),
        "tax": _yuan(withholding.tax[index]),
        "net": _yuan(found.year.net[index]),
    }


def _side(paid: Contributions | None, parts: Iterable[str]) -> dict[str, float | None]:
    """One side by component; null is what a given amount doesn't tell."""
    if paid is None:
        return dict.fromkeys((*parts, "total"))
    amounts = {part: None if paid.given else _yuan(getattr(paid, part)) for part in parts}
    return {**amounts, "total": _yuan(paid.total)}


def _bonus(found: NetPay) -> dict[str, Any] | None:
    if found.document.bonus is None:
        return None
    amount = found.document.bonus_fen
    tax = found.year.bonus.separate_tax
    return {
        "amount": _yuan(amount),
        "method": "separate" if found.year.bonus.is_separate else "merged",
        "tax": _yuan(tax),
        "net": _yuan(amount - tax),
    }


def _year(found: NetPay) -> dict[str, float]:
    year = found.year
    return {
        "gross": _yuan(year.gross_of_year),
        "contributions": _yuan(year.contributions_of_year),
        "tax": _yuan(year.tax_of_year),
        "settlement": _yuan(year.settlement),
        "net": _yuan(year.net_of_year),
    }


def _rules_used(found: NetPay) -> Iterator[RuleUse]:
    for scheme in found.paid_in.schemes:
        yield from scheme.rules.values()
    optional = {
        "income_tax.monthly": bool(found.year.bonus.is_separate and found.document.bonus),
        "income_tax.separate_bonus": found.document.bonus is not None,
        "income_tax.first_wage_of_year": found.document.first_wage_of_year,
    }
    for name, rule in found.tax_scheme.rules.items():
        if optional.get(name, True):
            yield rule


def _sources(rules: Iterable[RuleUse], sources: Mapping[str, Source]) -> Iterator[dict[str, str]]:
    """Each source of a rule once for every day from which a rule of it holds."""
    for name, day in dict.fromkeys((rule.source, rule.effective_from) for rule in rules):
        source = sources.get(name)
        yield {
            "id": name,
            "title": source.title if source else "",
            "url": source.url if source else "",
            "effective_from": day,
        }


def _yuan(fen: Fen) -> float:
    return yuan_of(int(fen))
