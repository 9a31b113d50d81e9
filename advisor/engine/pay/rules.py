"""The dated rules of pay: what contributions and income tax take, where and from when.

Amounts are fen (bases: a month), rates parts per million. Every value keeps its source, status,
confidence and days; see `rule_files` for how they are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.engine.pay.dated import Dated, History
from advisor.engine.pay.tax_table import TaxTable

INSURANCES = ("pension", "medical", "unemployment", "injury", "maternity")
EMPLOYEE_INSURANCES = ("pension", "medical", "unemployment")
EVERYBODY = ""  # the variant of a rule that doesn't distinguish


@dataclass(frozen=True, kw_only=True, slots=True)
class BaseLimits:
    """Floor and cap of a contribution base; None: not known or not limited."""

    floor_fen: int | None
    cap_fen: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class RateRange:
    """The rates of the housing fund that an employer may choose, a side."""

    lowest_ppm: int
    highest_ppm: int


@dataclass(frozen=True, kw_only=True, slots=True)
class InsuranceRules:
    """One insurance of a place. Employer rates by variant (registration), most often EVERYBODY."""

    base: History[BaseLimits] = ()
    employee_ppm: History[int] = ()
    employer_ppm: Mapping[str, History[int]]
    employee_flat_fen: History[int] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FundRules:
    """The housing fund of a place; employee and employer pay the same rate."""

    base: History[BaseLimits] = ()
    rate_range: History[RateRange]
    typical_ppm: History[int] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CityRules:
    """The contribution rules of a city with a file of its own; units are 1 fen or a whole yuan."""

    adcode: str
    name_en: str
    name_zh: str
    insurances: Mapping[str, InsuranceRules]
    fund: FundRules
    insurance_unit: int
    fund_unit: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FallbackRules:
    """What stands in for a city without rules of its own: all of it imputed."""

    insurances: Mapping[str, InsuranceRules]
    fund: FundRules
    fund_cap_in_average_wages_ppm: History[int]
    pension_base: Mapping[str, History[BaseLimits]]  # by adcode of the province


@dataclass(frozen=True, kw_only=True, slots=True)
class BasicDeduction:
    """The basic deduction (起征点) a year, and a month in withholding."""

    annual_fen: int
    monthly_fen: int


@dataclass(frozen=True, kw_only=True, slots=True)
class IncomeTaxRules:
    """Income tax of residents on wages, and the days of its special treatments."""

    annual_table: Dated[TaxTable]
    monthly_table: Dated[TaxTable]
    basic_deduction: History[BasicDeduction]
    withholding: Dated[None]
    first_wage_of_year: History[None]
    separate_bonus: History[None]


@dataclass(frozen=True, kw_only=True, slots=True)
class PayRules:
    """Everything that gross pay is turned into take-home pay by.

    `minimum_wages` are CNY a month in fen by adcode and level (`""`: level not stated).
    """

    cities: Mapping[str, CityRules]  # by adcode
    fallback: FallbackRules
    minimum_wages: Mapping[str, Mapping[str, History[int]]]
    income_tax: IncomeTaxRules
