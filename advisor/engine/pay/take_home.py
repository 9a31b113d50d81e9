"""A worked year, month by month: from gross pay to take-home pay (到手), for one or a million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from advisor.engine.money import Fen, FenArray
from advisor.engine.pay.bonus import BonusChoice, BonusTax, bonus_choice
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.contributions import (
    Contributions,
    DeclaredBases,
    employee_contributions,
)
from advisor.engine.pay.income_tax import TaxScheme, Withholding, cumulative_withholding


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkedYear:
    """The months worked with one employer in a tax year, and what comes with them.

    `gross` has a row a month; people, if any, follow as further axes. `contributions` are the
    employee's, one a month. Special additional deductions are a month's: one sum, or a row a month.
    """

    months: tuple[int, ...]
    gross: FenArray
    contributions: tuple[Contributions, ...]
    special_deductions: Fen = 0
    settlement_deductions: Fen = 0
    bonus: Fen = 0
    bonus_month: int | None = None  # needed where there is a bonus
    bonus_tax: BonusTax = BonusTax.CHEAPER
    first_wage_of_year: bool = False

    @property
    def months_counted(self) -> Sequence[int]:
        """Basic deductions by month: those listed; with a first wage, all since January."""
        return self.months if self.first_wage_of_year else range(1, len(self.months) + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class YearOfPay:
    """What a worked year leaves. Fen; months as first axis, the year's sums without it.

    `tax` is withheld on wages (a merged bonus among them), `settlement` still due (+) or refunded
    (−) where the year had no other income.
    """

    contributions: FenArray
    withholding: Withholding
    net: FenArray
    bonus: BonusChoice
    gross_of_year: FenArray
    contributions_of_year: FenArray
    tax_of_year: FenArray
    net_of_year: FenArray
    settlement: FenArray
    housing_fund: Fen
    pension_account: Fen

    @property
    def tax(self) -> FenArray:
        return self.withholding.tax


def employee_contributions_by_month(
    schemes: Sequence[ContributionScheme], declared: DeclaredBases
) -> tuple[Contributions, ...]:
    """The employee's contributions of each month, computed once for months that take alike."""
    different = {one.amounts: one for one in schemes}
    paid = {key: employee_contributions(one, declared) for key, one in different.items()}
    return tuple(paid[one.amounts] for one in schemes)


def year_of_pay(scheme: TaxScheme, work: WorkedYear) -> YearOfPay:
    """Contributions, tax and take-home pay of a worked year; exact, one path for any shape.

    Raises NoSeparateBonusError where a separate bonus tax is asked for in a year without it.
    """
    contributions = _by_month(work)
    deductions = contributions + work.special_deductions
    wages, paid_in = work.gross.sum(axis=0), contributions.sum(axis=0)
    bonus = bonus_choice(
        scheme,
        wages=wages,
        deductions=deductions.sum(axis=0) + work.settlement_deductions,
        bonus=work.bonus,
        way=work.bonus_tax,
    )
    withholding = cumulative_withholding(
        scheme,
        income=_with_merged_bonus(work, bonus),
        deductions=deductions,
        months_counted=work.months_counted,
    )
    tax_of_year = withholding.tax.sum(axis=0) + bonus.separate_tax
    gross_of_year = wages + work.bonus
    return YearOfPay(
        contributions=contributions,
        withholding=withholding,
        net=work.gross - contributions - withholding.tax,
        bonus=bonus,
        gross_of_year=gross_of_year,
        contributions_of_year=paid_in,
        tax_of_year=tax_of_year,
        net_of_year=gross_of_year - paid_in - tax_of_year,
        settlement=bonus.year_tax - tax_of_year,
        housing_fund=sum((2 * one.fund for one in work.contributions), start=0),
        pension_account=sum((one.pension for one in work.contributions), start=0),
    )


def _by_month(work: WorkedYear) -> FenArray:
    """The sum of each month's contributions, a row a month."""
    different = {id(one): one for one in work.contributions}
    totals = {key: one.total for key, one in different.items()}
    rows = np.empty(work.gross.shape, dtype=np.int64)
    for month, one in enumerate(work.contributions):
        rows[month] = totals[id(one)]
    return rows


def _with_merged_bonus(work: WorkedYear, bonus: BonusChoice) -> FenArray:
    if work.bonus_month is None or bonus.is_separate.all():
        return work.gross
    income = work.gross.copy()
    income[work.months.index(work.bonus_month)] += work.bonus * ~bonus.is_separate
    return income
