"""The pay rules of a reference: parsed once, and the schemes of its places on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from advisor.engine.pay.contribution_scheme import (
    DEFAULT_VARIANT,
    ContributionScheme,
    contribution_scheme,
)
from advisor.engine.pay.income_tax import TaxScheme, tax_scheme
from advisor.engine.pay.rule_files import parse_pay_rules
from advisor.engine.pay.rules import PayRules
from advisor.engine.reference import OF_RULES_ALONE, Figure, Reference

AVERAGE_WAGE = "nonprivate_avg_wage"  # CNY a year; the series that caps of funds are drawn from


def pay_rules(reference: Reference) -> PayRules:
    """The reference's pay rules; raises RuleFileError where its rule files break their form."""
    return _cached(reference, OF_RULES_ALONE, lambda: parse_pay_rules(reference.rule_files))


def scheme_of_place(
    reference: Reference, adcode: str, on: date, *, variant: str = DEFAULT_VARIANT
) -> ContributionScheme:
    """The contribution scheme of a place on a day; see `contribution_scheme` for what stands in.

    Raises NoRuleYetError for a day before the first rule.
    """
    return _cached(
        reference,
        ("contribution_scheme", adcode, on, variant),
        lambda: contribution_scheme(
            pay_rules(reference),
            [place.adcode for place in reference.chain(adcode)],
            on,
            average_wage_fen=_average_wage_fen(average_wage(reference, adcode)),
            variant=variant,
        ),
    )


def tax_scheme_on(reference: Reference, on: date) -> TaxScheme:
    """The income-tax scheme of a day; raises NoRuleYetError before 2019."""
    return _cached(
        reference, ("tax_scheme", on), lambda: tax_scheme(pay_rules(reference).income_tax, on)
    )


def average_wage(reference: Reference, adcode: str) -> Figure | None:
    """The average wage that caps the fund of a place without rules of its own."""
    return reference.figure(adcode, AVERAGE_WAGE)


def _average_wage_fen(figure: Figure | None) -> int | None:
    """Fen a month of a wage in CNY a year."""
    return None if figure is None else round(figure.value * 100 / 12)


def _cached[T](reference: Reference, key: object, make: Callable[[], T]) -> T:
    if key not in reference.cache:
        reference.cache[key] = make()
    found: T = reference.cache[key]
    return found
