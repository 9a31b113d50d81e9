"""A life month by month: what flows in and out, what is owned, for every draw at once (model §6).

Arrays are (months, draws) or (years, draws), fen as float64, rounded once at the edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats, Quantity, Stream
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.income import earned_by, summed
from advisor.engine.projection.owned_home import costs_until_sold, home_equity, sale_of_home
from advisor.engine.projection.plan import Plan, RentPlan
from advisor.engine.projection.purchase import Purchase, purchase
from advisor.engine.projection.shocks import Shocks
from advisor.engine.question import MONTHS, Question


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
    earned = [earned_by(question, earner, shocks, calendar) for earner in plan.earners]
    bought = _bought(plan, shocks, calendar)
    rent = _rents(question, plan, shocks, calendar, bought)
    costs = rent + _living(question, plan, shocks, calendar) + plan.fixed
    flow = _less_yearly(summed(one.take_home() for one in earned), costs)
    saved = summed(one.fund_by_year() for one in earned)
    if plan.withdraws_fund:
        paid = summed(one.fund() for one in earned)
        withdrawn = np.minimum(paid, np.repeat(rent, MONTHS, axis=0))
        flow, saved = flow + withdrawn, saved - calendar.by_year_of_life(withdrawn)
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
        fund=_balances(saved, question.household.fund_balance_fen),
        equity=equity,
        deposit=deposit,
        low_cash=low,
    )


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
    renewals = calendar.months // MONTHS - 1
    return shocks.levels(Quantity.RENT_GROWTH, [mean] * renewals, sd)


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
    factor = np.asarray(1 + question.assumptions["interest_on_cash"] / MONTHS)
    never_shrinks = bool((factor >= 1).all())
    savings = question.household.savings_fen or 0
    start = savings - np.asarray(plan.one_off + plan.deposit) + np.zeros(flow.shape[-1])
    cash = start + np.zeros_like(factor)
    held, grown = np.empty_like(cash), np.empty_like(cash)
    years = flow.reshape(-1, MONTHS, flow.shape[1])
    at_year_end = np.empty((len(years) + 1, cash.size))
    at_year_end[0] = cash
    low = cash - plan.advance_months * rent[0]
    for year, months in enumerate(years):
        for month, flows in enumerate(months):
            np.add(cash, flows, out=held)
            np.multiply(held, factor, out=grown)
            if never_shrinks:  # then debt, which bears no interest, is the greater of the two
                np.maximum(held, grown, out=cash)
            else:
                cash = np.where(held > 0, grown, held)
            if year == 0:
                ahead = months_ahead(month, plan.advance_months)
                low = np.minimum(low, cash - ahead * rent[0])
        at_year_end[year + 1] = cash
    return at_year_end, low


def months_ahead(month: int, advance: float) -> float:
    """Months of rent already paid beyond the end of that month."""
    if advance <= 1:
        return 0.0
    period = int(np.ceil(advance))
    return float(period - 1 - month % period)


def _balances(saved: Floats, balance: int) -> Floats:
    """What is saved by each year's end, with the balance at the start as year 0."""
    start = np.full((1, saved.shape[1]), float(balance))
    return np.cumsum(np.concatenate([start, saved]), axis=0)
