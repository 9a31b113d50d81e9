"""A year of equal months under the rules of one day: what monthly figures are a twelfth of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.household import InsuredBase
from advisor.engine.money import PPM, Fen, FenArray, half_up_part, half_up_share
from advisor.engine.pay.bonus import BonusChoice, BonusTax, bonus_choice
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.contributions import (
    NO_CONTRIBUTIONS,
    Contributions,
    DeclaredBases,
    declared_bases,
    employee_contributions,
    employer_contributions,
)
from advisor.engine.pay.income_tax import TaxScheme

MONTHS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class SteadyPay:
    """Equal pay every month, `months_paid` of them a year, and a year-end bonus.

    `gross` (fen a month) may be an array of candidates. `given_contributions` (fen a month)
    replaces the rules. Pay of 0 without a bonus is no job: nothing is paid in and nothing taxed.
    """

    gross: Fen
    months_paid: float = MONTHS
    bonus: Fen = 0
    fund_ppm: int
    insured: InsuredBase = InsuredBase.ACTUAL
    own_base: int | None = None
    given_contributions: int | None = None
    special_deductions: int = 0

    @property
    def wages(self) -> Fen:
        """Fen of a year's wages: the thirteenth month and beyond are wages of December."""
        return half_up_share(self.gross, round(self.months_paid * PPM))

    @property
    def declared(self) -> DeclaredBases | None:
        """Bases on last year's average month: all pay of a year, a twelfth of it."""
        average = half_up_part(self.wages + self.bonus, MONTHS)
        return declared_bases(self.insured, average, own_base=self.own_base, fund_ppm=self.fund_ppm)


@dataclass(frozen=True, kw_only=True, slots=True)
class SteadyYear:
    """A settled year: fen a year. `contributions` are the employee's, by component."""

    gross: Fen  # wages and bonus
    contributions: Contributions
    contributions_total: Fen
    tax_on_wages: FenArray
    tax_on_bonus: FenArray  # what the bonus adds, taxed apart or merged
    take_home: FenArray
    bonus: BonusChoice

    @property
    def tax(self) -> FenArray:
        return self.tax_on_wages + self.tax_on_bonus

    @property
    def housing_fund(self) -> Fen:
        """Own and employer payments into the fund, which are equal."""
        return 2 * self.contributions.fund

    @property
    def pension_account(self) -> Fen:
        """The own pension contribution, all of which goes into the own account."""
        return self.contributions.pension


def steady_year(scheme: ContributionScheme, tax: TaxScheme, pay: SteadyPay) -> SteadyYear:
    """The employee's year: contributions, tax of the settled year and take-home pay."""
    wages = pay.wages
    contributions = _employee_year(scheme, pay)
    paid_in = contributions.total
    deductions = paid_in + MONTHS * pay.special_deductions
    choice = bonus_choice(
        tax, wages=wages, deductions=deductions, bonus=pay.bonus, way=BonusTax.CHEAPER
    )
    gross = wages + pay.bonus
    return SteadyYear(
        gross=gross,
        contributions=contributions,
        contributions_total=paid_in,
        tax_on_wages=choice.tax_on_wages,
        tax_on_bonus=choice.year_tax - choice.tax_on_wages,
        take_home=gross - paid_in - choice.year_tax,
        bonus=choice,
    )


def employer_year(scheme: ContributionScheme, pay: SteadyPay) -> Contributions:
    """What the employer pays in a year on top of gross pay, by component."""
    declared = pay.declared
    if declared is None or pay.given_contributions is not None:
        return NO_CONTRIBUTIONS
    return employer_contributions(scheme, declared).times(_months_insured(pay))


def _employee_year(scheme: ContributionScheme, pay: SteadyPay) -> Contributions:
    if pay.given_contributions is not None:
        return Contributions(given=pay.given_contributions).times(_months_insured(pay))
    declared = pay.declared
    if declared is None:
        return NO_CONTRIBUTIONS
    return employee_contributions(scheme, declared).times(_months_insured(pay))


def _months_insured(pay: SteadyPay) -> Fen:
    """12 with a job, 0 without."""
    works = (np.asarray(pay.gross) > 0) | (np.asarray(pay.bonus) > 0)
    if works.all():
        return MONTHS  # one number for all: parts that nobody pays stay a plain 0
    return MONTHS * works.astype(np.int64)
