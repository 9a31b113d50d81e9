"""The pay rules of a reference on its own date: what every part of a comparison stands on."""

from __future__ import annotations

from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.income_tax import TaxScheme
from advisor.engine.pay.reference_rules import scheme_of_place, tax_scheme_on
from advisor.engine.reference import Reference


def city_scheme(reference: Reference, city: str) -> ContributionScheme:
    """What the city takes on the reference's date; raises NoRuleYetError before its first rule."""
    return scheme_of_place(reference, city, reference.on)


def income_tax_scheme(reference: Reference) -> TaxScheme:
    """The income tax of the reference's date; raises NoRuleYetError before 2019."""
    return tax_scheme_on(reference, reference.on)
