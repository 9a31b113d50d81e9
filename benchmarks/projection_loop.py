"""The projection's arithmetic as a loop in pure Python: one draw, one month at a time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp, sqrt

import numpy as np

from advisor.engine.draws import Quantity, Stream
from advisor.engine.projection.shocks import Drawn
from benchmarks.projection_kernel import BareLife, Nation


def net_worths(life: BareLife, nation: Nation, drawn: Drawn, draws: int) -> list[float]:
    """Net worth at the horizon in each of the first draws, which are taken as lists before."""
    inputs = _Inputs(life, nation, drawn)
    return [_net_worth(life, nation, inputs, draw) for draw in range(draws)]


class _Inputs:
    """What is drawn, as lists: by year or month, then by draw."""

    def __init__(self, life: BareLife, nation: Nation, drawn: Drawn) -> None:
        stream, years = life.stream, nation.years
        rents = [nation.rent_growth] * (years - 1)
        self.paid = drawn.employed(12 * years, nation.loss, nation.spell, stream, 0).tolist()
        mean = np.asarray(life.search)
        self.wait = drawn.search_months(mean, stream, 0, certain=False).tolist()
        self.pay = drawn.normal(Quantity.TYPICAL_PAY, stream, 0).tolist()
        self.grown = drawn.pay_levels(nation.pay_growth, years, stream, 0).tolist()
        self.rent = drawn.normal(Quantity.RENT_LEVEL, stream).tolist()
        self.rents = drawn.levels(Quantity.RENT_GROWTH, rents, nation.rent_growth_sd).tolist()
        self.living = drawn.normal(Quantity.LIVING, Stream.HOME).tolist()
        self.apart = drawn.normal(Quantity.LIVING, Stream.NEW).tolist()
        self.ratio = drawn.normal(Quantity.PRICE_RATIO, Stream.NEW).tolist()
        self.home = drawn.levels(Quantity.HOME_PRICE, nation.home_changes, nation.home_sd).tolist()


def _net_worth(life: BareLife, nation: Nation, inputs: _Inputs, draw: int) -> float:
    wait = inputs.wait[draw]
    error = inputs.living[draw]
    if life.stream is Stream.NEW:
        shared = nation.living_correlation
        error = shared * error + sqrt(1 - shared**2) * inputs.apart[draw]
    living = life.living * exp(life.living_sd * error + life.ratio_sd * inputs.ratio[draw])
    level = exp(life.pay_sd * inputs.pay[draw])
    rent = life.rent * exp(life.rent_sd * inputs.rent[draw])
    cash, fund = -life.one_off - life.deposit, 0.0
    for year in range(nation.years):
        paid = [
            inputs.paid[month][draw] * min(max(month + 1 - wait, 0.0), 1.0)
            for month in range(12 * year, 12 * year + 12)
        ]
        pay = float(round(life.gross * level * inputs.grown[year][draw]))
        net, to_fund = _pay(life, nation, pay, sum(paid))
        costs = rent * inputs.rents[year][draw] + living * (1 + nation.inflation) ** year
        cash = _after(cash, paid, net, costs + life.fixed, nation.interest)
        fund += to_fund * sum(paid)
    home: float = inputs.home[nation.years][draw]
    return cash + fund + life.deposit + life.home * home


def _pay(life: BareLife, nation: Nation, pay: float, months: float) -> tuple[float, float]:
    paid_in = taken = 0.0
    for floor, cap, share, flat, unit in life.bases:
        taken = round(min(max(pay, floor), cap) * share / unit) * unit + flat
        paid_in += taken
    wages, deducted = round(pay * months), round(paid_in * months)
    taxable = max(wages - deducted - life.deductions - nation.basic, 0.0)
    bracket = bisect_left(nation.bounds, taxable)
    tax = round(taxable * nation.rates[bracket]) - nation.quick[bracket]
    return ((wages - deducted - tax) / months if months else 0.0), 2 * taken


def _after(cash: float, paid: Sequence[float], net: float, costs: float, interest: float) -> float:
    """Cash after the months of a year."""
    for share in paid:
        cash += share * net - costs
        if cash > 0:
            cash *= 1 + interest / 12
    return cash
