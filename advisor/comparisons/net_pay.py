"""The `net_pay` question worked out: city, rules of each month, contributions, tax, take-home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from advisor.comparisons.faults import Fault, FaultyDocumentError
from advisor.comparisons.households import CityNamed, NamedCity
from advisor.comparisons.net_pay_contributions import PaidIn, paid_in
from advisor.comparisons.net_pay_document import NetPayDocument, net_pay_document
from advisor.comparisons.wording import place_name
from advisor.engine.money import Fen
from advisor.engine.pay.bonus import NoSeparateBonusError
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pay.income_tax import TaxScheme
from advisor.engine.pay.reference_rules import scheme_of_place, tax_scheme_on
from advisor.engine.pay.take_home import WorkedYear, YearOfPay, year_of_pay
from advisor.engine.reference import Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class NetPay:
    """An answered question with all that its answer rests on."""

    document: NetPayDocument
    city: NamedCity
    reference: Reference
    paid_in: PaidIn
    tax_scheme: TaxScheme
    work: WorkedYear
    year: YearOfPay


def net_pay(document: Any, *, reference: Reference, city_named: CityNamed) -> NetPay:
    """Contributions, tax and take-home pay of the months in the document.

    Raises FaultyDocumentError for a document that is not in the contract's shape, a city that
    can not be told, or a year without rules.
    """
    asked = net_pay_document(document)
    city = city_named(asked.city)
    if isinstance(city, Fault):
        raise FaultyDocumentError([Fault("city", city.code, city.params)])
    try:
        return _answered(asked, city, reference)
    except NoRuleYetError as error:
        raise FaultyDocumentError([_too_early(error, reference)]) from error
    except NoSeparateBonusError as error:
        fault = Fault("bonus.tax", "no_separate_bonus", {"year": asked.year})
        raise FaultyDocumentError([fault]) from error


def _answered(asked: NetPayDocument, city: NamedCity, reference: Reference) -> NetPay:
    days = [date(asked.year, month, 1) for month in asked.month_numbers]
    tax_scheme = tax_scheme_on(reference, days[0])
    if asked.first_wage_of_year and not tax_scheme.allows_first_wage_of_year:
        raise FaultyDocumentError([Fault("first_wage_of_year", "no_first_wage_rule")])
    paid = paid_in(asked, lambda: [scheme_of_place(reference, city.adcode, day) for day in days])
    work = WorkedYear(
        months=asked.month_numbers,
        gross=np.array([part.gross for part in asked.months], dtype=np.int64),
        contributions=paid.employee,
        special_deductions=_special_deductions(asked),
        settlement_deductions=asked.settlement_deductions,
        bonus=asked.bonus_fen,
        bonus_month=asked.bonus_month,
        bonus_tax=asked.bonus_tax,
        first_wage_of_year=asked.first_wage_of_year,
    )
    return NetPay(
        document=asked,
        city=city,
        reference=reference,
        paid_in=paid,
        tax_scheme=tax_scheme,
        work=work,
        year=year_of_pay(tax_scheme, work),
    )


def _special_deductions(asked: NetPayDocument) -> Fen:
    """Special additional deductions of every listed month, as a row a month."""
    given = asked.special_additional_deductions
    by_month = given if isinstance(given, list) else [given] * len(asked.months)
    return np.array(by_month, dtype=np.int64)


def _too_early(error: NoRuleYetError, reference: Reference) -> Fault:
    place = reference.places[error.place]
    if error.earliest is None:
        return Fault("city", "no_rule", {"place": place_name(place)})
    params = {"place": place_name(place), "day": error.earliest.isoformat()}
    return Fault("year", "no_rule_yet", params)
