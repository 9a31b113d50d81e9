"""A life month by month: what flows in and out, what is owned, for every draw at once (model §6).

Arrays are (months, draws) or (years, draws), fen as float64, rounded once at the edge.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats, Quantity, Stream
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.first_year import FirstMonths, FirstYear
from advisor.engine.projection.fund_release import released
from advisor.engine.projection.income import earned_by, summed
from advisor.engine.projection.owned_home import costs_until_sold, home_equity, sale_of_home
from advisor.engine.projection.plan import Plan, RentPlan
from advisor.engine.projection.purchase import Purchase, purchase
from advisor.engine.projection.shocks import Shocks
from advisor.engine.question import MONTHS, Question


@dataclass(frozen=True, kw_only=True, slots=True)
class Paths:
    """A life's paths. `flow`: money left in each month, before one-off cost, deposit and interest.

    `cash`, `fund`, `equity` are at the end of each year (year 0: arrival).
    """

    flow: Floats
    cash: Floats
    fund: Floats
    equity: Floats
    deposit: Floats
    first_year: FirstYear
    drawn_for_home: Floats  # of the fund, when a down payment is made

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
    rents = _rents(question, plan, shocks, calendar, bought)
    rent = sum(rents[1:], start=rents[0])
    costs = rent + _living(question, plan, shocks, calendar) + plan.fixed
    flow = _less_yearly(summed(one.take_home() for one in earned), costs)
    extra = _extra_costs(plan, bought, calendar)
    if extra is not None:
        flow = flow - extra
    at_once = _at_once(plan, bought, shocks, calendar)
    saved, drawn_for_home = summed(one.fund_by_year() for one in earned), np.zeros(1)
    balance = question.household.fund_balance_fen
    if plan.withdraws_fund or bought is not None:
        paid_in = summed(one.fund() for one in earned)
        drawn = released(plan, bought, paid_in, np.repeat(rent, MONTHS, axis=0), balance)
        flow, saved = flow + drawn.monthly, saved - drawn.by_year(calendar)
        at_once, drawn_for_home = drawn.added_to(at_once), drawn.for_down_payment
    equity = home_equity(plan.home, shocks, calendar)
    deposit = np.asarray(plan.deposit, dtype=np.float64)
    return Paths(
        flow=flow,
        cash=_cash(question, plan, flow if at_once is None else flow + at_once),
        fund=_balances(saved, balance),
        equity=equity if bought is None else equity + bought.equity,
        deposit=deposit if bought is None else deposit * bought.deposit_held,
        first_year=_first_year(plan, rents[0][0], _first_costs(costs, extra), flow, at_once),
        drawn_for_home=drawn_for_home,
    )


def _extra_costs(plan: Plan, bought: Purchase | None, calendar: Calendar) -> Floats | None:
    """What a home for sale, and one that is bought, cost by month; None for neither."""
    for_sale = costs_until_sold(plan, calendar) if plan.until_sold else None
    if bought is None:
        return for_sale
    return bought.costs if for_sale is None else for_sale + bought.costs


def _at_once(
    plan: Plan, bought: Purchase | None, shocks: Shocks, calendar: Calendar
) -> Floats | None:
    """What a sale brings and a purchase takes, in their months; None for neither."""
    sale = sale_of_home(plan.home, shocks, calendar)
    if bought is None:
        return sale
    return -bought.paid_at_once if sale is None else sale - bought.paid_at_once


def _first_year(
    plan: Plan, rent: Floats, costs: Floats, flow: Floats, at_once: Floats | None
) -> FirstYear:
    """The cash of the first twelve months; `rent` is that of the home there."""
    months = FirstMonths(
        spent=np.asarray(plan.one_off + plan.deposit),
        rent=rent,
        advance=plan.advance_months,
        costs=costs,
        flow=flow,
        at_once=at_once,
        pay_comes_last=plan.pay_comes_last,
    )
    return months.cash()


def _bought(plan: Plan, shocks: Shocks, calendar: Calendar) -> Purchase | None:
    """The purchase of a home there, if one is planned within the horizon."""
    if plan.purchase is None or plan.purchase.month >= calendar.months:
        return None
    return purchase(plan.purchase, calendar.months, plan.deposit, shocks)


def _rents(
    question: Question, plan: Plan, shocks: Shocks, calendar: Calendar, bought: Purchase | None
) -> list[Floats]:
    """Rents a month of each dwelling, renewed each year after the move, (years, draws).

    The first is the one there, and ends with a purchase; nought where no rent is paid.
    """
    if not plan.rents:
        return [np.zeros((calendar.months // MONTHS, 1))]
    growth = _rent_growth(question, shocks, calendar)
    paid = [np.asarray(rent.per_month) * _rent_level(rent, shocks) * growth for rent in plan.rents]
    if bought is not None:
        paid[0] = paid[0] * bought.rented[::MONTHS]
    return paid


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


def _cash(question: Question, plan: Plan, flow: Floats) -> Floats:
    """Cash at each year's end with interest."""
    factor = np.asarray(1 + question.assumptions["interest_on_cash"] / MONTHS)
    never_shrinks = bool((factor >= 1).all())
    savings = question.household.savings_fen or 0
    start = savings - np.asarray(plan.one_off + plan.deposit) + np.zeros(flow.shape[-1])
    cash = start + np.zeros_like(factor)
    held, grown = np.empty_like(cash), np.empty_like(cash)
    at_year_end = np.empty((len(flow) // MONTHS + 1, cash.size))
    at_year_end[0] = cash
    for month, flows in enumerate(flow, start=1):
        np.add(cash, flows, out=held)
        np.multiply(held, factor, out=grown)
        if never_shrinks:  # then debt, which bears no interest, is the greater of the two
            np.maximum(held, grown, out=cash)
        else:
            cash = np.where(held > 0, grown, held)
        if month % MONTHS == 0:
            at_year_end[month // MONTHS] = cash
    return at_year_end


def _first_costs(costs: Floats, extra: Floats | None) -> Floats:
    """Costs of each of the first twelve months: those of the year, and what comes on top."""
    months = np.broadcast_to(costs[:1], (MONTHS, costs.shape[1]))
    return months if extra is None else months + extra[:MONTHS]


def _balances(saved: Floats, balance: int) -> Floats:
    """What is saved by each year's end, with the balance at the start as year 0."""
    start = np.full((1, saved.shape[1]), float(balance))
    return np.cumsum(np.concatenate([start, saved]), axis=0)
