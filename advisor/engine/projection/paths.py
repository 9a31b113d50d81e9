"""A life month by month: what flows in and out, what is owned, for every draw at once (model §6).

Arrays are (months, draws) or (years, draws), fen as float64, rounded once at the edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats, Quantity, Stream
from advisor.engine.money import half_up_part
from advisor.engine.pay.contributions import declared_bases, employee_contributions
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.owned_home import costs_until_sold, home_equity, sale_of_home
from advisor.engine.projection.pay import Before, paid_years, pay_factors
from advisor.engine.projection.plan import EarnerPlan, Plan, RentPlan
from advisor.engine.projection.purchase import Purchase, purchase
from advisor.engine.projection.shocks import Shocks
from advisor.engine.question import MONTHS, Question
from advisor.engine.rulebook import city_scheme, income_tax_scheme


@dataclass(frozen=True, kw_only=True, slots=True)
class Paths:
    """A life's paths. `flow`: money left in each month, before one-off cost, deposit and interest.

    `cash`, `fund`, `equity` are at the end of each year (year 0: arrival); `low_cash` is the
    lowest cash in the first twelve months with rent paid in advance.
    """

    flow: Floats
    cash: Floats
    fund: Floats
    equity: Floats
    deposit: Floats
    low_cash: Floats

    @property
    def net_worth(self) -> Floats:
        """Cash, housing fund, deposit and home equity, nominal."""
        return self.cash + self.fund + self.equity + self.deposit


def paths(question: Question, plan: Plan, shocks: Shocks, calendar: Calendar) -> Paths:
    """The paths of one life under these shocks.

    What changes once a year stays one row a year for as long as it can: months cost time.
    """
    income, fund_paid = _income(question, plan, shocks, calendar)
    bought = _bought(plan, shocks, calendar)
    rent = _rents(question, plan, shocks, calendar, bought)
    flow = _less_yearly(income, rent + _living(question, plan, shocks, calendar) + plan.fixed)
    if plan.withdraws_fund:
        withdrawn = np.minimum(fund_paid, np.repeat(rent, MONTHS, axis=0))
        flow, fund_paid = flow + withdrawn, fund_paid - withdrawn
    equity = home_equity(plan.home, shocks, calendar)
    deposit = np.asarray(plan.deposit, dtype=np.float64)
    at_once = sale_of_home(plan.home, shocks, calendar)
    if plan.until_sold:
        flow = flow - costs_until_sold(plan, calendar)
    if bought is not None:
        flow = flow - bought.costs
        equity = equity + bought.equity
        deposit = deposit * bought.deposit_held
        at_once = -bought.paid_at_once if at_once is None else at_once - bought.paid_at_once
    received = flow if at_once is None else flow + at_once
    cash, low = _cash(question, plan, received, rent)
    return Paths(
        flow=flow,
        cash=cash,
        fund=_saved(fund_paid, question.household.fund_balance_fen),
        equity=equity,
        deposit=deposit,
        low_cash=low,
    )


def _income(
    question: Question, plan: Plan, shocks: Shocks, calendar: Calendar
) -> tuple[Floats, Floats]:
    """Take-home pay and payments into the fund of all earners, (months, draws)."""
    earned = [_earned(question, earner, shocks, calendar) for earner in plan.earners]
    income, fund = earned[0]
    for more, more_fund in earned[1:]:
        income, fund = income + more, fund + more_fund
    return income, fund


def _earned(
    question: Question, earner: EarnerPlan, shocks: Shocks, calendar: Calendar
) -> tuple[Floats, Floats]:
    """Take-home pay and payments into the fund of one earner, (months, draws)."""
    share = paid_share(question, earner, shocks, calendar)
    factors = pay_factors(question, earner, shocks, calendar.years)
    before = earned_before(question, earner, calendar)
    years = paid_years(question, earner, factors, calendar.by_year(share), calendar, before)
    at = calendar.year_of_month
    return share * years.net[at], share * years.fund[at]


def paid_share(
    question: Question, earner: EarnerPlan, shocks: Shocks, calendar: Calendar
) -> Floats:
    """The share of each month that is paid: after the search, less spells without a job."""
    index = earner.job.earner
    wait = shocks.search_months(
        np.asarray(earner.search, dtype=np.float64), earner.stream, index,
        certain=earner.search_is_certain,
    )  # fmt: skip
    month = np.arange(1, calendar.months + 1)[:, None]
    started = np.clip(month - wait, 0.0, 1.0)
    if earner.probation is not None:
        on_probation = np.clip(wait + earner.probation.months - month + 1, 0.0, 1.0)
        started = started * (1 - on_probation * (1 - earner.probation.share))
    employed = shocks.employed(
        calendar.months,
        question.assumptions["job_loss_month"],
        question.assumptions["job_loss_spell"],
        earner.stream,
        index,
    )
    return started * employed


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


def _bought(plan: Plan, shocks: Shocks, calendar: Calendar) -> Purchase | None:
    """The purchase of a home there, if one is planned within the horizon."""
    if plan.purchase is None or plan.purchase.month >= calendar.months:
        return None
    return purchase(plan.purchase, calendar.months, plan.deposit, shocks)


def _rents(
    question: Question, plan: Plan, shocks: Shocks, calendar: Calendar, bought: Purchase | None
) -> Floats:
    """Rents a month of all dwellings, renewed each year after the move, (years, draws).

    The first is the one there, and ends with a purchase.
    """
    total: Floats = np.zeros((calendar.months // MONTHS, 1))
    growth = _rent_growth(question, shocks, calendar) if plan.rents else 1.0
    for index, rent in enumerate(plan.rents):
        paid = np.asarray(rent.per_month) * _rent_level(rent, shocks) * growth
        total = total + (paid if bought is None or index else paid * bought.rented[::MONTHS])
    return total


def _rent_level(rent: RentPlan, shocks: Shocks) -> Floats:
    """The rent really asked over our figure: log-normal with our figure as its median."""
    if not rent.level_sd:
        return np.ones(1)
    level: Floats = np.exp(rent.level_sd * shocks.normal(Quantity.RENT_LEVEL, rent.stream))
    return level


def _rent_growth(question: Question, shocks: Shocks, calendar: Calendar) -> Floats:
    """Growth since the move by year of life: one step a year, shared by all lives."""
    mean, sd = (question.assumptions[name] for name in ("rent_growth", "rent_growth_sd"))
    levels = [np.ones(1)]
    for year in range(1, calendar.months // MONTHS):
        strayed = sd * shocks.normal(Quantity.RENT_GROWTH, Stream.NATIONAL, year=year)
        levels.append(levels[-1] * np.maximum(1 + mean + strayed, 0.0))
    stacked: Floats = np.stack(np.broadcast_arrays(*levels))
    return stacked


def _living(question: Question, plan: Plan, shocks: Shocks, calendar: Calendar) -> Floats:
    """Living with its errors, growing with inflation year by year, (years, draws)."""
    living = plan.living
    error = np.zeros(1)
    if living.own_sd:
        at_home = shocks.normal(Quantity.LIVING, Stream.HOME)
        error = living.own_sd * at_home
        if living.stream is Stream.NEW:
            shared = question.assumptions["living_correlation"]
            apart = shocks.normal(Quantity.LIVING, Stream.NEW)
            error = living.own_sd * (shared * at_home + np.sqrt(1 - shared**2) * apart)
    if living.ratio_sd:
        error = error + living.ratio_sd * shocks.normal(Quantity.PRICE_RATIO, Stream.NEW)
    years = np.arange(calendar.months // MONTHS)[:, None]
    prices = np.asarray(1 + question.assumptions["inflation"]) ** years
    spent: Floats = np.asarray(living.per_month) * np.exp(error) * prices
    return spent


def _less_yearly(monthly: Floats, costs: Floats) -> Floats:
    """What is left of each month's sum after the costs a month of its year of life."""
    by_year = monthly.reshape(costs.shape[0], MONTHS, -1)
    left: Floats = (by_year - costs[:, None, :]).reshape(monthly.shape[0], -1)
    return left


def _cash(question: Question, plan: Plan, flow: Floats, rent: Floats) -> tuple[Floats, Floats]:
    """Cash at each year's end with interest, and the lowest of the first twelve months."""
    interest = question.assumptions["interest_on_cash"] / MONTHS
    savings = question.household.savings_fen or 0
    start = savings - np.asarray(plan.one_off + plan.deposit) + np.zeros(flow.shape[-1])
    cash = start + np.zeros_like(interest)
    earned = np.empty_like(cash)
    at_year_end = np.empty((flow.shape[0] // MONTHS + 1, cash.size))
    at_year_end[0] = cash
    low = cash - plan.advance_months * rent[0]
    for month, flows in enumerate(flow):
        cash += flows
        np.maximum(cash, 0.0, out=earned)
        earned *= interest
        cash += earned
        if month < MONTHS:
            ahead = _months_ahead(month, plan.advance_months)
            low = np.minimum(low, cash - ahead * rent[0])
        if (month + 1) % MONTHS == 0:
            at_year_end[(month + 1) // MONTHS] = cash
    return at_year_end, low


def _months_ahead(month: int, advance: float) -> float:
    """Months of rent already paid beyond the end of that month."""
    if advance <= 1:
        return 0.0
    period = int(np.ceil(advance))
    return float(period - 1 - month % period)


def _saved(paid: Floats, balance: int) -> Floats:
    """What is saved by each year's end, with the balance at the start as year 0."""
    ends = balance + np.cumsum(paid, axis=0)[MONTHS - 1 :: MONTHS]
    return np.concatenate([np.full((1, ends.shape[1]), float(balance)), ends])
