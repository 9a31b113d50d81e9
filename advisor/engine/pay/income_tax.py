"""Income tax of residents on wages (个人所得税): withheld month by month, settled over the year.

Arrays have the months as their first axis and people after it; amounts are fen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from advisor.engine.money import Fen, FenArray
from advisor.engine.pay.dated import in_force, known
from advisor.engine.pay.rules import BasicDeduction, IncomeTaxRules
from advisor.engine.pay.tax_table import TaxTable
from advisor.engine.trail import RuleUse

NATION = "000000"


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxScheme:
    """The income tax in force on a day. `rules` holds the trail by rule (`income_tax.annual`)."""

    annual: TaxTable
    monthly: TaxTable
    basic_deduction: BasicDeduction
    allows_separate_bonus: bool
    allows_first_wage_of_year: bool
    rules: Mapping[str, RuleUse]

    def annual_tax(self, income: Fen, deductions: Fen) -> FenArray:
        """Tax of a whole calendar year on what is left after deductions and the basic one."""
        taxable = income - deductions - self.basic_deduction.annual_fen
        return self.annual.tax_on(np.maximum(taxable, 0))

    def separate_bonus_tax(self, bonus: Fen) -> FenArray:
        """Tax on a year-end bonus apart from wages: the bracket of its twelfth, once."""
        return self.monthly.tax_by_twelfth(bonus)


def tax_scheme(rules: IncomeTaxRules, on: date) -> TaxScheme:
    """The tax scheme of that day.

    The separate bonus tax ends with its own days; every other rule is carried forward and marked.
    Raises NoRuleYetError for a day before cumulative withholding (2019).
    """
    trail: dict[str, RuleUse] = {}
    always = {
        "income_tax.annual": rules.annual_table,
        "income_tax.monthly": rules.monthly_table,
        "income_tax.withholding": rules.withholding,
    }
    for name, dated in always.items():
        known((dated,), on, place=NATION, rule=name)
        trail[name] = dated.use(on)
    basic = known(rules.basic_deduction, on, place=NATION, rule="income_tax.basic_deduction")
    trail["income_tax.basic_deduction"] = basic.use(on)
    special = {
        "income_tax.separate_bonus": in_force(rules.separate_bonus, on),
        "income_tax.first_wage_of_year": in_force(rules.first_wage_of_year, on),
    }
    trail |= {name: dated.use(on) for name, dated in special.items() if dated}
    return TaxScheme(
        annual=rules.annual_table.value,
        monthly=rules.monthly_table.value,
        basic_deduction=basic.value,
        allows_separate_bonus="income_tax.separate_bonus" in trail,
        allows_first_wage_of_year="income_tax.first_wage_of_year" in trail,
        rules=trail,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Withholding:
    """Cumulative withholding (累计预扣) by month: what is taxable and due to date, and withheld."""

    taxable_to_date: FenArray
    tax_to_date: FenArray
    tax: FenArray


def cumulative_withholding(
    scheme: TaxScheme, *, income: FenArray, deductions: FenArray, months_counted: Sequence[int]
) -> Withholding:
    """What an employer withholds on wages, month by month.

    `income` and `deductions` (contributions and special additional deductions) are of each month;
    `months_counted` is how many basic deductions stand against the income by then. A month's tax
    is that of all income to date less what was withheld before, never less than 0: what was
    withheld too much comes back at the annual settlement.
    Source: announcement 2018/61 of the State Taxation Administration.
    """
    basic = scheme.basic_deduction.monthly_fen * np.array(months_counted, dtype=np.int64)
    taxable = np.cumsum(income - deductions, axis=0)
    taxable -= basic.reshape(-1, *(1,) * (taxable.ndim - 1))
    np.maximum(taxable, 0, out=taxable)
    tax_to_date = scheme.annual.tax_on(taxable)
    withheld = np.maximum.accumulate(tax_to_date, axis=0)
    return Withholding(
        taxable_to_date=taxable,
        tax_to_date=tax_to_date,
        tax=np.diff(withheld, axis=0, prepend=0),
    )
