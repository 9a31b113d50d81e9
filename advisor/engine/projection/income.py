"""What an earner brings month by month: the pay of each calendar year for the months paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from math import ceil
from operator import add

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.money import half_up_part
from advisor.engine.pay.contributions import declared_bases, employee_contributions
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.pay import Before, PaidYears, paid_years, pay_factors
from advisor.engine.projection.plan import EarnerPlan
from advisor.engine.projection.shocks import Shocks
from advisor.engine.question import MONTHS, Question
from advisor.engine.rulebook import city_scheme, income_tax_scheme


@dataclass(frozen=True, kw_only=True, slots=True)
class Earned:
    """The share of each month that is paid, its sums by stretch, and the pay of a paid month."""

    calendar: Calendar
    share: Floats
    share_of_stretch: Floats
    years: PaidYears

    def take_home(self) -> Floats:
        """Take-home pay, (months, draws)."""
        return self.calendar.times_yearly(self.share, self.years.net)

    def fund(self) -> Floats:
        """Payments into the housing fund, (months, draws)."""
        return self.calendar.times_yearly(self.share, self.years.fund)

    def fund_by_year(self) -> Floats:
        """Payments into the housing fund by year of life, (years, draws)."""
        paid = self.share_of_stretch * self.years.fund[self.calendar.year_of_stretch]
        return self.calendar.years_of_life_of(paid)


def summed(parts: Iterable[Floats]) -> Floats:
    """All earners together."""
    return reduce(add, parts)


def earned_by(question: Question, earner: EarnerPlan, shocks: Shocks, calendar: Calendar) -> Earned:
    """What the earner brings under these shocks."""
    share = paid_share(question, earner, shocks, calendar)
    of_stretch = calendar.by_stretch(share)
    factors = pay_factors(question, earner, shocks, calendar.years)
    before = earned_before(question, earner, calendar)
    paid = calendar.calendar_years_of(of_stretch)
    years = paid_years(question, earner, factors, paid, calendar, before)
    return Earned(calendar=calendar, share=share, share_of_stretch=of_stretch, years=years)


def paid_share(
    question: Question, earner: EarnerPlan, shocks: Shocks, calendar: Calendar
) -> Floats:
    """The share of each month that is paid: after the search, less spells without a job."""
    index = earner.job.earner
    wait = shocks.search_months(
        np.asarray(earner.search, dtype=np.float64), earner.stream, index,
        certain=earner.search_is_certain,
    )  # fmt: skip
    employed = shocks.employed(
        calendar.months,
        question.assumptions["job_loss_month"],
        question.assumptions["job_loss_spell"],
        earner.stream,
        index,
    )
    started = _started(earner, wait, calendar.months)
    if not started.size:
        return employed
    shape = np.broadcast_shapes(employed.shape, (1, started.shape[1]))
    share = np.broadcast_to(employed, shape).copy()
    share[: len(started)] *= started
    return share


def _started(earner: EarnerPlan, wait: Floats, months: int) -> Floats:
    """The share of pay that search and probation leave of each month until both are over."""
    probation = 0.0 if earner.probation is None else earner.probation.months
    last = min(ceil(float(np.max(wait)) + probation), months)
    month = np.arange(1, last + 1)[:, None]
    started: Floats = np.clip(month - wait, 0.0, 1.0)
    if earner.probation is not None:
        on_probation = np.clip(wait + probation - month + 1, 0.0, 1.0)
        started = started * (1 - on_probation * (1 - earner.probation.share))
    return started


def earned_before(question: Question, earner: EarnerPlan, calendar: Calendar) -> Before:
    """What was earned in the calendar year before the move: as typed, else at the pay at home."""
    typed = earner.paid_this_year
    if typed is not None:
        return Before(
            months=typed.months,
            gross=typed.gross_fen,
            contributions=typed.contributions_fen,
            tax=typed.tax_fen,
        )
    return _earned_at_home(question, earner.job.earner, calendar.months_before)


def _earned_at_home(question: Question, index: int, months: int) -> Before:
    if not months:
        return Before(months=0, gross=0, contributions=0, tax=0)
    pay = question.household.earners[index].pay
    scheme = city_scheme(question.reference, question.household.home)
    tax = income_tax_scheme(question.reference)
    fund = round(question.assumptions["fund_rate_unknown"] * 1_000_000)
    declared = declared_bases(
        pay.insured_base, pay.gross_fen, own_base=pay.insured_base_fen,
        fund_ppm=fund if pay.fund_ppm is None else pay.fund_ppm,
    )  # fmt: skip
    monthly = 0
    if pay.contributions_fen is not None:
        monthly = pay.contributions_fen
    elif declared is not None and pay.gross_fen:
        monthly = int(employee_contributions(scheme, declared).total)
    gross, paid_in = pay.gross_fen * months, monthly * months
    basic = half_up_part(tax.basic_deduction.annual_fen, MONTHS) * months
    withheld = int(tax.annual.tax_on(np.asarray(max(gross - paid_in - basic, 0))))
    return Before(months=months, gross=gross, contributions=paid_in, tax=withheld)
