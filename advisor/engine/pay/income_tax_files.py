"""Reading the rule file of income tax."""

from __future__ import annotations

from advisor.engine.pay.dated import Dated
from advisor.engine.pay.rule_node import ORIGIN_KEYS, RuleFileError, RuleNode
from advisor.engine.pay.rules import BasicDeduction, IncomeTaxRules
from advisor.engine.pay.tax_table import Bracket, TaxTable, TaxTableError

KEYS = {
    "annual_brackets",
    "monthly_brackets",
    "basic_deduction",
    "cumulative_withholding",
    "specific_deductions",
    "special_additional_deductions",
    "annual_bonus",
    "personal_pension",
}
WITHHOLDING_KEYS = ORIGIN_KEYS | {
    "formula",
    "month_count",
    "first_wage_in_year",
    "negative",
    "settlement_window",
    "rounding",
}
BONUS_KEYS = ("elective", "once_per_year", "compare", "cliffs")


def income_tax_rules(node: RuleNode) -> IncomeTaxRules:
    """The income-tax rules in the file; raises RuleFileError where it breaks its form."""
    node.only(KEYS)
    withholding = node["cumulative_withholding"].only(WITHHOLDING_KEYS)
    return IncomeTaxRules(
        annual_table=_tax_table(node["annual_brackets"]),
        monthly_table=_tax_table(node["monthly_brackets"]),
        basic_deduction=node["basic_deduction"].history(["annual", "monthly"], _basic_deduction),
        withholding=withholding.dated(None),
        first_wage_of_year=withholding["first_wage_in_year"].history((), lambda _: None),
        separate_bonus=node["annual_bonus"].history(BONUS_KEYS, lambda _: None),
    )


def _tax_table(node: RuleNode) -> Dated[TaxTable]:
    node.only(ORIGIN_KEYS | {"rows", "applies_to"})
    brackets = tuple(_bracket(row) for row in node["rows"].rows())
    try:
        return node.dated(TaxTable(brackets))
    except TaxTableError as error:
        raise RuleFileError(node.path, str(error)) from error


def _bracket(row: RuleNode) -> Bracket:
    row.only({"up_to", "rate", "quick_deduction"})
    return Bracket(
        up_to_fen=row.fen_or_none("up_to"),
        rate_ppm=row["rate"].ppm(),
        quick_deduction_fen=row["quick_deduction"].fen(),
    )


def _basic_deduction(row: RuleNode) -> BasicDeduction:
    return BasicDeduction(annual_fen=row["annual"].fen(), monthly_fen=row["monthly"].fen())
