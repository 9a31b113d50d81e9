"""The `net_pay` document: the only place that names its keys, bounds and defaults."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError

from advisor.comparisons.faults import Fault, FaultyDocumentError, faults_of
from advisor.comparisons.quantities import HIGHEST_MONTHLY_PAY, Share, Yuan
from advisor.engine.pay.bonus import BonusTax

EARLIEST_YEAR, LATEST_YEAR = 2000, 2100  # which of them have rules, the rules say
HIGHEST_YEARLY_SUM = 12 * HIGHEST_MONTHLY_PAY

Amount = Annotated[int, Yuan()]
YearlyAmount = Annotated[int, Yuan(highest=HIGHEST_YEARLY_SUM)]
FundRate = Annotated[int, Share(highest="0.12")]


class _Part(BaseModel):
    """Unknown keys are errors, and nothing is read as something else."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class MonthPart(_Part):
    """A month worked: 1 to 12, with its gross pay."""

    month: Annotated[int, Field(ge=1, le=12)]
    gross: Amount


class MonthlySum(_Part):
    """Contributions given as one amount a month."""

    monthly: Amount


class SumByMonth(_Part):
    """Contributions given as one amount for each month listed."""

    by_month: list[Amount]


class BonusPart(_Part):
    """A year-end bonus; its month defaults to the last one listed."""

    amount: YearlyAmount
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    tax: Literal["separate", "merged", "cheaper"] = "cheaper"


def _contributions_kind(value: Any) -> str | None:
    if isinstance(value, str):
        return "word"
    if isinstance(value, dict | _Part):
        return "by_month" if "by_month" in dict(value) else "monthly"
    return None


def _sum_or_list(value: Any) -> str:
    return "list" if isinstance(value, list) else "sum"


ContributionsPart = Annotated[
    Annotated[Literal["rules", "none"], Tag("word")]
    | Annotated[MonthlySum, Tag("monthly")]
    | Annotated[SumByMonth, Tag("by_month")],
    Discriminator(
        _contributions_kind,
        custom_error_type="contributions_kind",
        custom_error_message="contributions_kind",
    ),
]
AmountOrList = Annotated[
    Annotated[Amount, Tag("sum")] | Annotated[list[Amount], Tag("list")],
    Discriminator(_sum_or_list),
]


class NetPayDocument(_Part):
    """The question: months worked with one employer in one tax year. Amounts are fen inside."""

    city: Annotated[str, Field(min_length=1, max_length=60)]
    year: Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]
    months: Annotated[list[MonthPart], Field(min_length=1, max_length=12)]
    declared_base: Amount | None = None
    fund_base: Amount | None = None
    fund_rate: FundRate | None = None
    supplementary_fund_rate: FundRate = 0
    contributions: ContributionsPart = "rules"
    special_additional_deductions: AmountOrList = 0
    settlement_deductions: YearlyAmount = 0
    bonus: BonusPart | None = None
    first_wage_of_year: bool = False
    language: Literal["en", "zh-hans"] = "en"

    @property
    def month_numbers(self) -> tuple[int, ...]:
        return tuple(part.month for part in self.months)

    @property
    def bonus_fen(self) -> int:
        return 0 if self.bonus is None else self.bonus.amount

    @property
    def bonus_month(self) -> int:
        """The month of the bonus: the one given, else the last one worked."""
        given = None if self.bonus is None else self.bonus.month
        return given or self.month_numbers[-1]

    @property
    def bonus_tax(self) -> BonusTax:
        return BonusTax.CHEAPER if self.bonus is None else BonusTax(self.bonus.tax)


def net_pay_document(document: Any) -> NetPayDocument:
    """The validated document; raises FaultyDocumentError with everything wrong in it."""
    try:
        found = NetPayDocument.model_validate(document)
    except ValidationError as error:
        raise FaultyDocumentError(faults_of(error, document)) from error
    if faults := list(_inconsistencies(found)):
        raise FaultyDocumentError(faults)
    return found


def _inconsistencies(document: NetPayDocument) -> Iterator[Fault]:
    months = document.month_numbers
    for index, (before, after) in enumerate(pairwise(months), start=1):
        if after <= before:
            yield Fault(f"months[{index}].month", "month_order", {"before": before})
    lists = {"special_additional_deductions": document.special_additional_deductions}
    if isinstance(document.contributions, SumByMonth):
        lists["contributions.by_month"] = document.contributions.by_month
    for path, value in lists.items():
        if isinstance(value, list) and len(value) != len(months):
            yield Fault(path, "one_a_month", {"months": len(months)})
    if document.bonus and document.bonus_month not in months:
        yield Fault("bonus.month", "month_not_listed", {"month": document.bonus_month})
