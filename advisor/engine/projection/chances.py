"""What the draws say: net worth by year, chances, the pay-back month, cash at risk (model §8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, isfinite

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.money import FEN_PER_YUAN
from advisor.engine.projection.drawn import TIE_FEN, DrawnLives, LifeDraws
from advisor.engine.projection.outcome import Band, Pair, PayBack, YearChances
from advisor.engine.projection.outlook import LifeOutlook, Outlook

BAND = (0.1, 0.5, 0.9)
REPORTED_YEARS = (1, 2, 5)
DOTS = 20


def reported_years(horizon: int) -> list[int]:
    """Years 1, 2 and 5 below the horizon, then the horizon."""
    return [*(year for year in REPORTED_YEARS if year < horizon), horizon]


def year_chances(
    outlook: Outlook,
    stay: LifeOutlook,
    move: LifeOutlook,
    drawn: DrawnLives,
    years: Iterable[int],
) -> tuple[YearChances, ...]:
    """The chances at each of the years."""
    centres = _real(outlook, stay.central.net_worth), _real(outlook, move.central.net_worth)
    worths = _real(outlook, drawn.stay.net_worth), _real(outlook, drawn.move.net_worth)
    cash = _real(outlook, drawn.move.cash - drawn.stay.cash)
    return tuple(
        YearChances(
            year=year,
            stay=band(worths[0][year]),
            move=band(worths[1][year]),
            central_stay=float(centres[0][year, 0]),
            central_move=float(centres[1][year, 0]),
            net_worth=_pair(worths[1][year] - worths[0][year]),
            cash=_pair(cash[year]),
            price_level=float(outlook.deflator[year, 0]),
        )
        for year in years
    )


def pay_back(months: Floats) -> PayBack:
    """The quantiles of the draws' pay-back months, of which infinity is never."""
    never = np.isinf(months)
    return PayBack(months=band(months), never=float(never.mean()), dots=equally_likely(months))


def difference_dots(outlook: Outlook, drawn: DrawnLives) -> tuple[float, ...]:
    """Twenty equally likely differences of net worth at the horizon, fen in today's money."""
    difference = (drawn.move.net_worth[-1] - drawn.stay.net_worth[-1]) / outlook.deflator[-1]
    return tuple(dot for dot in equally_likely(difference) if dot is not None)


def equally_likely(values: Floats) -> tuple[float | None, ...]:
    """The values as twenty equally likely ones, ascending; None stands for infinity."""
    return _quantiles(values, [(dot + 0.5) / DOTS for dot in range(DOTS)])


def short_of_cash(life: LifeDraws, savings: int) -> float:
    """The chance that the first twelve months take more cash than these savings."""
    return float((life.cash_needed > savings).mean())


def runway(life: LifeDraws, savings: int) -> Band:
    """Months that these savings last without any pay."""
    return band((savings - life.on_arrival) / np.maximum(life.monthly_costs, 1.0))


def enough_in(share: float, life: LifeDraws) -> int:
    """Fen in whole yuan with which the first twelve months are paid for in that share of draws."""
    (needed,) = _quantiles(life.cash_needed, (share,))
    return ceil((needed or 0.0) / FEN_PER_YUAN) * FEN_PER_YUAN


def _real(outlook: Outlook, nominal: Floats) -> Floats:
    """Year-end amounts in today's money."""
    real: Floats = nominal / outlook.deflator
    return real


def _pair(difference: Floats) -> Pair:
    worse = int(np.count_nonzero(difference < -TIE_FEN)) / difference.size
    better = int(np.count_nonzero(difference > TIE_FEN)) / difference.size
    return Pair(worse_off=worse, better_off=better + (1 - worse - better) / 2)


def band(values: Floats) -> Band:
    """The 10th, 50th and 90th percentile; None for infinity."""
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
