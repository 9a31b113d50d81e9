"""What the draws say: net worth by year, chances, the pay-back month, cash at risk (model §8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, isfinite

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.outcome import Band, Pair, PayBack, YearChances
from advisor.engine.projection.outlook import LifeOutlook, Outlook

BAND = (0.1, 0.5, 0.9)
TIE_FEN = 100.0  # within CNY 1 of each other, two lives count as equal
REPORTED_YEARS = (1, 2, 5)
DOTS = 20


def reported_years(horizon: int) -> list[int]:
    """Years 1, 2 and 5 below the horizon, then the horizon."""
    return [*(year for year in REPORTED_YEARS if year < horizon), horizon]


def year_chances(
    outlook: Outlook, stay: LifeOutlook, move: LifeOutlook, years: Iterable[int]
) -> tuple[YearChances, ...]:
    """The chances at each of the years."""
    return tuple(_year(outlook, stay, move, year) for year in years)


def pay_back(stay: LifeOutlook, move: LifeOutlook) -> PayBack:
    """The first month from which the difference of flows covers the one-off cost to the horizon."""
    months = pay_back_months(move.drawn.flow - stay.drawn.flow, move.plan.one_off)
    never = np.isinf(months)
    return PayBack(months=_band(months), never=float(never.mean()), dots=equally_likely(months))


def difference_dots(outlook: Outlook, stay: LifeOutlook, move: LifeOutlook) -> tuple[float, ...]:
    """Twenty equally likely differences of net worth at the horizon, fen in today's money."""
    difference = (move.drawn.net_worth[-1] - stay.drawn.net_worth[-1]) / outlook.deflator[-1]
    return tuple(dot for dot in equally_likely(difference) if dot is not None)


def equally_likely(values: Floats) -> tuple[float | None, ...]:
    """The values as twenty equally likely ones, ascending; None stands for infinity."""
    return _quantiles(values, [(dot + 0.5) / DOTS for dot in range(DOTS)])


def pay_back_months(difference: Floats, one_off: Floats | int) -> Floats:
    """The pay-back month of each draw, infinity for never; `difference` is (months, draws).

    Month 0 where nothing has to be paid back and the difference never falls behind.
    """
    covered = np.cumsum(difference, axis=0) - one_off >= -TIE_FEN / 200
    months = covered.shape[0]
    behind = np.where(covered, 0, np.arange(1, months + 1)[:, None])
    last_behind = behind.max(axis=0)
    first = np.where(
        last_behind == 0, 0 if np.all(np.asarray(one_off) == 0) else 1, last_behind + 1
    )
    return np.where(last_behind == months, np.inf, first.astype(np.float64))


def short_of_cash(life: LifeOutlook) -> float:
    """The chance that cash falls below 0 within twelve months."""
    return float((life.drawn.low_cash < 0).mean())


def _year(outlook: Outlook, stay: LifeOutlook, move: LifeOutlook, year: int) -> YearChances:
    prices = outlook.deflator[year]
    worth = [life.drawn.net_worth[year] / prices for life in (stay, move)]
    central = [float((life.central.net_worth[year] / prices)[0]) for life in (stay, move)]
    cash = [life.drawn.cash[year] / prices for life in (stay, move)]
    return YearChances(
        year=year,
        stay=_band(worth[0]),
        move=_band(worth[1]),
        central_stay=central[0],
        central_move=central[1],
        net_worth=_pair(worth[1] - worth[0]),
        cash=_pair(cash[1] - cash[0]),
    )


def _pair(difference: Floats) -> Pair:
    worse = float((difference < -TIE_FEN).mean())
    better = float((difference > TIE_FEN).mean())
    return Pair(worse_off=worse, better_off=better + (1 - worse - better) / 2)


def _band(values: Floats) -> Band:
    low, middle, high = _quantiles(values, BAND)
    return Band(p10=low, p50=middle, p90=high)


def _quantiles(values: Floats, shares: Sequence[float]) -> tuple[float | None, ...]:
    """Quantiles that are each one of the values, so that infinity never mixes with a number.

    The first of the values in order below or at which lies that share of them (numpy's
    `inverted_cdf`); None for infinity.
    """
    ordered = np.sort(values)
    ranks = [max(ceil(share * ordered.size) - 1, 0) for share in shares]
    return tuple(found if isfinite(found) else None for found in ordered[ranks].tolist())
