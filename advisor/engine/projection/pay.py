"""Take-home pay over the years of a projection, by the exact pay engine (model §6).

Arrays are (calendar years, draws). Rules, floors and caps stay as on the date of the data; pay
grows. Within a calendar year the settled tax is spread evenly over the months that are paid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats, Quantity
from advisor.engine.earnings import fund_rate
from advisor.engine.jobs import Job
from advisor.engine.money import PPM, FenArray, half_up_part, half_up_share
from advisor.engine.pay.bonus import BonusTax, bonus_choice
from advisor.engine.pay.contributions import (
    Contributions,
    declared_bases,
    employee_contributions,
)
from advisor.engine.pay.income_tax import TaxScheme
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.plan import EarnerPlan
from advisor.engine.projection.shocks import PayGrowth, Shocks
from advisor.engine.question import MONTHS, Question
from advisor.engine.rulebook import city_scheme, income_tax_scheme


@dataclass(frozen=True, kw_only=True, slots=True)
class PaidYears:
    """Fen a paid month by calendar year: what reaches the pocket and the housing fund."""

    net: Floats
    fund: Floats


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """What was earned in the calendar year of the move before it, fen; the same in every draw."""

    months: int
    gross: int
    contributions: int
    tax: int


def pay_factors(question: Question, earner: EarnerPlan, shocks: Shocks, years: int) -> Floats:
    """Pay of each calendar year over that of the first, times the draw of typical pay."""
    names = ("pay_growth", "pay_growth_national_sd", "pay_drift_sd")
    growth = PayGrowth(*(question.assumptions[name] for name in names))
    stream, index = earner.stream, earner.job.earner
    level = np.exp(earner.pay_log_sd * shocks.normal(Quantity.TYPICAL_PAY, stream, index))
    factors: Floats = level * shocks.pay_levels(growth, years, stream, index)
    return factors


def paid_years(
    question: Question,
    earner: EarnerPlan,
    factors: Floats,
    paid: Floats,
    calendar: Calendar,
    before: Before,
) -> PaidYears:
    """Pay of each calendar year a paid month, its tax settled over the whole calendar year.

    `paid` holds the months paid in each calendar year (years, draws). A last year that the horizon
    cuts off is taxed as if it went on; the first takes in what was earned `before`.
    """
    job = earner.job
    monthly, extra, bonus = _pay(job, factors)
    average = half_up_part(MONTHS * monthly + extra + bonus, MONTHS)
    taken = _contributions(question, job, average)
    months = paid * calendar.scale_to_year
    wages = whole_fen((monthly + extra / MONTHS) * months)
    part_bonus = whole_fen(bonus / MONTHS * months)
    paid_in = whole_fen(taken.total * months)
    tax = _tax(
        income_tax_scheme(question.reference), wages, paid_in, part_bonus,
        MONTHS * earner.special_deductions, before,
    )  # fmt: skip
    with np.errstate(divide="ignore", invalid="ignore"):
        net = np.where(months > 0, (wages + part_bonus - paid_in - tax) / months, 0.0)
    return PaidYears(net=net, fund=np.broadcast_to(2.0 * np.asarray(taken.fund), net.shape))


def _pay(job: Job, factors: Floats) -> tuple[FenArray, FenArray, FenArray]:
    """Fen a month, of the thirteenth month and beyond a year, and of the bonus a year."""
    monthly = whole_fen(job.gross * factors)
    extra = half_up_share(monthly, round(job.pay.months * PPM)) - MONTHS * monthly
    return monthly, extra, whole_fen(job.bonus * factors)


def _contributions(question: Question, job: Job, average: FenArray) -> Contributions:
    works = (average > 0).astype(np.int64)
    if job.pay.contributions_fen is not None:
        return Contributions(given=job.pay.contributions_fen * works)
    declared = declared_bases(
        job.pay.insured_base,
        average,
        own_base=job.pay.insured_base_fen,
        fund_ppm=fund_rate(question, job),
    )
    if declared is None:
        return Contributions(given=0 * works)
    taken = employee_contributions(city_scheme(question.reference, job.city), declared)
    return taken if works.all() else taken.times(works)


def _tax(
    scheme: TaxScheme,
    wages: FenArray,
    paid_in: FenArray,
    bonus: FenArray,
    special: int,
    before: Before,
) -> FenArray:
    """Tax due on each calendar year; of the first, what is due beyond the tax before the move."""
    wages, paid_in = wages.copy(), paid_in.copy()
    wages[0] += before.gross
    paid_in[0] += before.contributions
    deductions = paid_in + special
    if bonus.any():
        choice = bonus_choice(
            scheme, wages=wages, deductions=deductions, bonus=bonus, way=BonusTax.CHEAPER
        )
        tax = choice.year_tax.copy()
    else:
        tax = scheme.annual_tax(wages, deductions)
    tax[0] -= before.tax
    return tax


def whole_fen(amount: Floats) -> FenArray:
    """Amounts as whole fen, as the exact pay engine takes them."""
    rounded: FenArray = np.rint(amount).astype(np.int64)
    return rounded
