"""The pay rules of a reference, parsed once, and the schemes of its places on its date."""

from __future__ import annotations

from advisor.engine.pay.contribution_scheme import ContributionScheme, contribution_scheme
from advisor.engine.pay.income_tax import TaxScheme, tax_scheme
from advisor.engine.pay.rule_files import parse_pay_rules
from advisor.engine.pay.rules import PayRules
from advisor.engine.question import MONTHS, fen
from advisor.engine.reference import Reference


def pay_rules(reference: Reference) -> PayRules:
    """All rules of pay in the reference's rule files."""
    if "pay_rules" not in reference.cache:
        reference.cache["pay_rules"] = parse_pay_rules(reference.rule_files)
    rules: PayRules = reference.cache["pay_rules"]
    return rules


def city_scheme(reference: Reference, city: str) -> ContributionScheme:
    """What the city takes on the reference's date.

    Raises NoRuleYetError before the first rule of the city, or where it has none.
    """
    key = ("contribution_scheme", city)
    if key not in reference.cache:
        wage = reference.figure(city, "nonprivate_avg_wage")
        reference.cache[key] = contribution_scheme(
            pay_rules(reference),
            [place.adcode for place in reference.chain(city)],
            reference.on,
            average_wage_fen=None if wage is None else fen(wage.value / MONTHS),
        )
    scheme: ContributionScheme = reference.cache[key]
    return scheme


def income_tax_scheme(reference: Reference) -> TaxScheme:
    """The income tax of the reference's date. Raises NoRuleYetError before 2019."""
    if "tax_scheme" not in reference.cache:
        reference.cache["tax_scheme"] = tax_scheme(pay_rules(reference).income_tax, reference.on)
    scheme: TaxScheme = reference.cache["tax_scheme"]
    return scheme
