"""The home owned at home over the years: its price, the loan left, equity, and its sale."""

from __future__ import annotations

import numpy as np

from advisor.engine.draws import Floats, Quantity
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.home_prices import fading
from advisor.engine.projection.plan import HomePlan, Plan
from advisor.engine.projection.shocks import Shocks
from advisor.engine.question import MONTHS


def costs_until_sold(plan: Plan, calendar: Calendar) -> Floats:
    """Costs of a home for sale, month by month until it is sold."""
    if plan.home is None or plan.home.sold_after is None:
        return np.zeros((1, 1))
    month = np.arange(calendar.months)[:, None]
    held: Floats = np.clip(plan.home.sold_after - month, 0.0, 1.0)
    return held * float(plan.until_sold)


def sale_of_home(home: HomePlan | None, shocks: Shocks, calendar: Calendar) -> Floats | None:
    """What a sold home brings, in the month it is sold; None where none is within the horizon."""
    if home is None or home.sold_after is None or home.sold_after >= calendar.months:
        return None
    month = int(home.sold_after)
    prices = _home_prices(home, shocks, calendar.months // MONTHS)
    year = min(month // MONTHS, prices.shape[0] - 1)
    received = prices[year] * (1 - home.haircut) - _mortgage_left(home, month)
    sale = np.zeros((calendar.months, received.shape[-1]))
    sale[month] = received
    return sale


def home_equity(home: HomePlan | None, shocks: Shocks, calendar: Calendar) -> Floats:
    """Home equity at each year's end: asking price less the haircut and the loan left."""
    years = calendar.months // MONTHS
    if home is None:
        return np.zeros((years + 1, 1))
    left = np.array([[_mortgage_left(home, year * MONTHS)] for year in range(years + 1)])
    equity: Floats = _home_prices(home, shocks, years) * (1 - home.haircut) - left
    if home.sold_after is not None:
        held = np.array([[float(year * MONTHS <= home.sold_after)] for year in range(years + 1)])
        equity = equity * held
    return equity


def _home_prices(home: HomePlan, shocks: Shocks, years: int) -> Floats:
    """Asking price at each year's end."""
    price = np.asarray(home.price, dtype=np.float64)
    growth = fading(home.growth, years)
    found: Floats = price * shocks.levels(Quantity.HOME_PRICE, growth, home.growth_sd)
    return found


def _mortgage_left(home: HomePlan, months: int) -> float:
    """The loan left after so many payments, in equal instalments."""
    if not home.mortgage_left:
        return 0.0
    rate = home.mortgage_rate / MONTHS
    grown = (1 + rate) ** months
    paid = home.mortgage_monthly * ((grown - 1) / rate if rate else months)
    return max(0.0, home.mortgage_left * grown - paid)
