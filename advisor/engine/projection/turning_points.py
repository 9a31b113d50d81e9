"""Where the central path turns: pay, rent and search at which both lives end equal (model §8)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from advisor.engine.lowest_pay import Yuan, lowest_pay
from advisor.engine.money import FEN_PER_YUAN, PPM
from advisor.engine.projection.outcome import LongestSearch
from advisor.engine.projection.outlook import CENTRAL, LifeOutlook, Outlook
from advisor.engine.projection.paths import paid_share
from advisor.engine.projection.pay import pay_factors
from advisor.engine.projection.plan import Plan, with_gross, with_rent, with_search
from advisor.engine.question import MONTHS
from advisor.engine.rulebook import income_tax_scheme

HIGHEST_RENT = 200_000  # CNY a month: above any home's
LONGEST_SEARCH = 60.0  # months
SEARCH_STEP = 0.1
STEPS = 60
BEYOND = 2  # CNY beyond a cliff: past what rounding moves it by


def equal_net_worth(
    outlook: Outlook, stay: LifeOutlook, move: LifeOutlook, mover: int
) -> int | None:
    """Fen a month of the lowest gross pay from which the move ends no poorer; exact to CNY 1."""
    needed = _worth(outlook, stay)

    def holds(yuan: Yuan) -> np.ndarray:
        plan = with_gross(move.plan, mover, yuan * FEN_PER_YUAN)
        return outlook.central_net_worth(plan) >= needed

    found = lowest_pay(holds, _breaks(outlook, move.plan, mover))
    return None if found is None else found * FEN_PER_YUAN


def highest_rent(outlook: Outlook, stay: LifeOutlook, move: LifeOutlook) -> int | None:
    """Fen a month of the highest rent there with which the move ends no poorer; exact to CNY 1.

    None where it ends poorer even without rent, or pays none there.
    """
    if not move.plan.rents:
        return None
    needed = _worth(outlook, stay)
    low, high = 0, HIGHEST_RENT
    if not _affords(outlook, move.plan, needed, np.array([low]))[0]:
        return None
    while high - low > 1:
        grid = np.unique(np.linspace(low, high, STEPS).astype(np.int64))
        affordable = np.flatnonzero(_affords(outlook, move.plan, needed, grid))
        last = int(affordable[-1])
        if last == grid.size - 1:
            return high * FEN_PER_YUAN
        low, high = int(grid[last]), int(grid[last + 1])
    return low * FEN_PER_YUAN


def longest_search(
    outlook: Outlook, stay: LifeOutlook, move: LifeOutlook, mover: int
) -> LongestSearch | None:
    """The longest search with which the move ends no poorer and, with savings given, is funded."""
    months = np.arange(0, round(LONGEST_SEARCH / SEARCH_STEP) + 1) * SEARCH_STEP
    found = outlook.run(with_search(move.plan, mover, months), CENTRAL)
    richer = found.net_worth[-1] / outlook.deflator[-1] >= _worth(outlook, stay)
    funded = np.ones_like(richer)
    if outlook.question.household.savings_fen is not None:
        funded = np.broadcast_to(found.low_cash >= 0, richer.shape)
    if not (richer[0] and funded[0]):
        return None
    ends = {"net_worth": _last_true(richer), "cash": _last_true(funded)}
    binds = min(ends, key=lambda name: ends[name])
    last = ends[binds]
    if last == months.size - 1:
        binds = "nothing"
    return LongestSearch(months=round(float(months[last]), 1), binds=binds)


def _worth(outlook: Outlook, life: LifeOutlook) -> float:
    return float((life.central.net_worth[-1] / outlook.deflator[-1])[0])


def _affords(outlook: Outlook, plan: Plan, needed: float, rents: Yuan) -> np.ndarray:
    worth = outlook.central_net_worth(with_rent(plan, rents * float(FEN_PER_YUAN)))
    return np.broadcast_to(worth >= needed, rents.shape)


def _last_true(holds: np.ndarray) -> int:
    """The index before the first False."""
    failing = np.flatnonzero(~holds)
    return holds.size - 1 if failing.size == 0 else int(failing[0]) - 1


def _breaks(outlook: Outlook, plan: Plan, mover: int) -> Iterator[int]:
    """A pay just beyond each cliff of the bonus table, in each year of the projection.

    A year's bonus is a share of its pay, for the months that are paid in it.
    """
    question, calendar = outlook.question, outlook.calendar
    earner = next(one for one in plan.earners if one.job.earner == mover)
    bonus_ppm = earner.job.bonus_ppm
    if not bonus_ppm:
        return
    grown = pay_factors(question, earner, CENTRAL, calendar.years)[:, 0]
    paid = (
        calendar.by_year(paid_share(question, earner, CENTRAL, calendar)) * calendar.scale_to_year
    )
    for of_year in bonus_ppm / PPM * grown * paid[:, 0] / MONTHS:
        for bound in income_tax_scheme(question.reference).monthly.bounds_fen:
            if of_year > 0:
                yield int(MONTHS * bound / of_year / FEN_PER_YUAN) + BEYOND
