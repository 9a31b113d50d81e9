"""The answer to a `net_pay` document, as the OpenAPI document describes it."""

from __future__ import annotations

from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

Paid = Annotated[float | None, Field(description=_("CNY; null where a given sum hides it."))]
Total = Annotated[float | None, Field(description=_("CNY, the sum of the parts."))]


class EmployeeSide(BaseModel):
    """What the employee pays in a month."""

    pension: Paid
    medical: Paid
    unemployment: Paid
    housing_fund: Paid
    supplementary_fund: Paid
    total: Total


class EmployerSide(BaseModel):
    """What the employer pays in a month, all null where contributions were given."""

    pension: Paid
    medical: Paid
    unemployment: Paid
    injury: Paid
    maternity: Paid
    housing_fund: Paid
    supplementary_fund: Paid
    total: Total


class PayOfMonth(BaseModel):
    """One month from gross pay to take-home pay."""

    month: int = Field(description=_("1 to 12."))
    gross: float = Field(description=_("Gross pay, CNY."))
    contributions: EmployeeSide
    employer: EmployerSide
    taxable_to_date: float = Field(description=_("Taxable income of the year so far, CNY."))
    tax_to_date: float = Field(description=_("Tax on it, CNY."))
    tax: float = Field(description=_("Withheld on wages in this month, CNY."))
    net: float = Field(description=_("Take-home pay, CNY."))


class PaidBonus(BaseModel):
    """The year-end bonus."""

    amount: float = Field(description=_("Before tax, CNY."))
    method: Literal["separate", "merged"] = Field(
        description=_("How it is taxed: by itself, or with the wages of its month.")
    )
    tax: float = Field(description=_("Its separate tax, CNY; 0 where it is merged."))
    net: float = Field(description=_("Amount less this tax, CNY."))


class PayOfYear(BaseModel):
    """Sums of the year."""

    gross: float = Field(description=_("Wages and bonus, CNY."))
    contributions: float = Field(description=_("The employee's own contributions, CNY."))
    tax: float = Field(description=_("All tax withheld, CNY."))
    settlement: float = Field(
        description=_("Still due (+) or refunded (−) at the annual settlement, CNY.")
    )
    net: float = Field(description=_("Gross less contributions less tax, CNY."))


class RuleSource(BaseModel):
    """Where a rule was read that the answer rests on."""

    id: str = Field(description=_("Name of the source."))
    title: str = Field(description=_("Its title."))
    url: str = Field(description=_("Its address; may be empty."))
    effective_from: str = Field(description=_("First day on which the rule holds."))


class NetPayAnswer(BaseModel):
    """From gross pay to take-home pay, exact to the fen."""

    city: str = Field(description=_("Code of the city."))
    months: list[PayOfMonth] = Field(description=_("Each month asked for."))
    bonus: PaidBonus | None = Field(description=_("Null where none was given."))
    year: PayOfYear
    sources: list[RuleSource] = Field(description=_("Sources of the rules applied."))
    notes: list[str] = Field(description=_("What to know about the answer, in sentences."))
