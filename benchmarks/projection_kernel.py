"""The projection's arithmetic in bare numpy, tile by tile: what two lives in every draw cost.

For one earner who moves in January, an owned home that is kept, and a rent there. Floats all
through, parameters as plain numbers, no trail; the draws are the product's own, so that the same
net worth must come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.engine.draws import Block, Quantity, Stream
from advisor.engine.projection.shocks import Drawn, PayGrowth

type Floats = NDArray[np.float64]

TILE = 2048  # draws
FIFTY_FEN = 50.0  # half of the CNY 1 within which two lives count as equal


@dataclass(frozen=True, kw_only=True, slots=True)
class Nation:
    """What all lives share."""

    years: int
    pay_growth: PayGrowth
    rent_growth: float
    rent_growth_sd: float
    loss: float
    spell: float
    living_correlation: float
    inflation: float
    interest: float
    home_changes: tuple[float, ...]
    home_sd: float
    bounds: Floats  # of taxable fen a year
    rates: Floats
    quick: Floats
    basic: float


@dataclass(frozen=True, kw_only=True, slots=True)
class BareLife:
    """One life in numbers, fen a month.

    `bases` are (floor, cap, share, flat, unit of rounding) of contributions, the fund's last.
    """

    stream: Stream
    gross: float
    pay_sd: float
    search: float
    deductions: float
    bases: tuple[tuple[float, float, float, float, int], ...]
    rent: float
    rent_sd: float
    living: float
    living_sd: float
    ratio_sd: float
    fixed: float
    one_off: float
    deposit: float
    ahead: tuple[float, ...]  # months of rent paid ahead at arrival and after each of 12 months
    home: float


@dataclass(frozen=True, kw_only=True, slots=True)
class BarePaths:
    """Monthly flows; net worth and cash by year; the cash that the first year takes."""

    flow: Floats
    net_worth: Floats
    cash: Floats
    needed: Floats


def tiles(draws: int) -> Iterator[Drawn]:
    """The draws, tile by tile."""
    for start in range(0, draws, TILE):
        yield Drawn(Block(start, min(start + TILE, draws)))


def bare_paths(life: BareLife, nation: Nation, drawn: Drawn) -> BarePaths:
    """One life in a tile of draws."""
    years, stream = nation.years, life.stream
    share = drawn.employed(12 * years, nation.loss, nation.spell, stream, 0)
    if life.search:
        share = share * _started(life, drawn, years)
    net, fund = _pay(life, nation, drawn, share.reshape(years, 12, -1).sum(axis=1))
    rent = life.rent * np.exp(life.rent_sd * drawn.normal(Quantity.RENT_LEVEL, stream))
    changes = [nation.rent_growth] * (years - 1)
    rent = rent * drawn.levels(Quantity.RENT_GROWTH, changes, nation.rent_growth_sd)
    prices = (1 + nation.inflation) ** np.arange(years)[:, None]
    costs = rent + life.living * np.exp(_living_error(life, nation, drawn)) * prices + life.fixed
    flow = (share.reshape(years, 12, -1) * net[:, None] - costs[:, None]).reshape(12 * years, -1)
    cash = _cash(life, nation, flow)
    needed = _needed(life, flow, rent[0], costs[0])
    levels = drawn.levels(Quantity.HOME_PRICE, nation.home_changes, nation.home_sd)
    worth = cash + life.deposit + life.home * levels
    worth[1:] += np.cumsum(fund, axis=0)
    return BarePaths(flow=flow, net_worth=worth, cash=cash, needed=needed)


def pay_back(ahead: Floats, one_off: float) -> Floats:
    """The pay-back month in each draw; infinity for never."""
    for month in range(1, len(ahead)):
        ahead[month] += ahead[month - 1]
    months = np.arange(1, len(ahead) + 1, dtype=np.int16)[:, None]
    last = ((ahead < one_off - FIFTY_FEN) * months).max(axis=0)
    return np.where(last == len(ahead), np.inf, last + 1.0)


def summary(stay: Floats, move: Floats) -> tuple[Floats, Floats, Floats]:
    """Quantiles of both lives and the chance of being worse off, by year."""
    ranks = [int(share * stay.shape[1]) for share in (0.1, 0.5, 0.9)]
    bands = [np.sort(worth, axis=1)[:, ranks] for worth in (stay, move)]
    return bands[0], bands[1], (move - stay < -2 * FIFTY_FEN).mean(axis=1)


def _started(life: BareLife, drawn: Drawn, years: int) -> Floats:
    wait = drawn.search_months(np.asarray(life.search), life.stream, 0, certain=False)
    started: Floats = np.clip(np.arange(1, 12 * years + 1)[:, None] - wait, 0.0, 1.0)
    return started


def _pay(life: BareLife, nation: Nation, drawn: Drawn, months: Floats) -> tuple[Floats, Floats]:
    """Take-home pay a paid month, and what reaches the fund, by year."""
    level = np.exp(life.pay_sd * drawn.normal(Quantity.TYPICAL_PAY, life.stream, 0))
    grown = drawn.pay_levels(nation.pay_growth, nation.years, life.stream, 0)
    pay = np.rint(life.gross * level * grown)
    paid_in = np.zeros_like(pay)
    for floor, cap, share, flat, unit in life.bases:
        taken = np.rint(np.clip(pay, floor, cap) * (share / unit)) * unit + flat
        paid_in += taken
    wages, deducted = np.rint(pay * months), np.rint(paid_in * months)
    taxable = np.maximum(wages - deducted - life.deductions - nation.basic, 0.0)
    bracket = np.searchsorted(nation.bounds, taxable)
    tax = np.rint(taxable * nation.rates[bracket]) - nation.quick[bracket]
    with np.errstate(divide="ignore", invalid="ignore"):
        net = np.where(months > 0, (wages - deducted - tax) / months, 0.0)
    return net, 2 * taken * months


def _living_error(life: BareLife, nation: Nation, drawn: Drawn) -> Floats:
    error = drawn.normal(Quantity.LIVING, Stream.HOME)
    if life.stream is Stream.NEW:
        shared = nation.living_correlation
        apart = drawn.normal(Quantity.LIVING, Stream.NEW)
        error = shared * error + np.sqrt(1 - shared**2) * apart
    return life.living_sd * error + life.ratio_sd * drawn.normal(Quantity.PRICE_RATIO, Stream.NEW)


def _cash(life: BareLife, nation: Nation, flow: Floats) -> Floats:
    cash = np.full(flow.shape[1], -life.one_off - life.deposit)
    grown = np.empty_like(cash)
    ends = [cash.copy()]
    for month, flows in enumerate(flow, start=1):
        np.add(cash, flows, out=cash)
        np.multiply(cash, 1 + nation.interest / 12, out=grown)
        np.maximum(cash, grown, out=cash)
        if month % 12 == 0:
            ends.append(cash.copy())
    return np.array(ends)


def _needed(life: BareLife, flow: Floats, rent: Floats, costs: Floats) -> Floats:
    """Cash for the first year, from nothing: who moves is paid at the end of each month."""
    cash = np.full(flow.shape[1], -life.one_off - life.deposit)
    low = cash - life.ahead[0] * rent
    for month in range(12):
        before_pay = cash - costs
        np.add(cash, flow[month], out=cash)
        trough = before_pay if life.stream is Stream.NEW else cash
        low = np.minimum(low, trough - life.ahead[month + 1] * rent)
    return np.maximum(-low, 0.0)
