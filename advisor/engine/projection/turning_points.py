"""Where the central path turns: pay, rent and search at which both lives end equal (model §8).

Each is a search over candidates (see `searches`), so that one run a round answers all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.lowest_pay import Bools, Yuan, lowest_pay_search
from advisor.engine.money import FEN_PER_YUAN, PPM
from advisor.engine.projection.central import CentralLives, CentralSearch, Columns, Ends
from advisor.engine.projection.income import paid_share
from advisor.engine.projection.outcome import LongestSearch
from advisor.engine.projection.outlook import CENTRAL
from advisor.engine.projection.pay import pay_factors
from advisor.engine.question import MONTHS
from advisor.engine.rulebook import income_tax_scheme

HIGHEST_RENT = 200_000  # CNY a month: above any home's
STEPS = 60
LONGEST_SEARCH = 600  # tenths of a month
COARSE = 5  # tenths of a month between the first candidates
BEYOND = 2  # CNY beyond a cliff: past what rounding moves it by


def equal_net_worth(lives: CentralLives) -> CentralSearch[int | None]:
    """Fen a month of the lowest gross pay from which the move ends no poorer; exact to CNY 1."""
    found = yield from lowest_pay_search(_gross, _is_no_poorer, _breaks(lives))
    return None if found is None else found * FEN_PER_YUAN


def highest_rent(lives: CentralLives) -> CentralSearch[int | None]:
    """Fen a month of the highest rent there with which the move ends no poorer; exact to CNY 1.

    None where it ends poorer even without rent, or pays none there.
    """
    if not lives.move.plan.rents:
        return None
    low, high = 0, HIGHEST_RENT
    while high - low > 1:
        grid = np.unique(np.linspace(low, high, STEPS).astype(np.int64))
        ends = yield {"rent": _fen(grid)}
        affordable = np.flatnonzero(_is_no_poorer(ends))
        if not affordable.size:
            return None
        last = int(affordable[-1])
        if last == grid.size - 1:
            return high * FEN_PER_YUAN
        low, high = int(grid[last]), int(grid[last + 1])
    return low * FEN_PER_YUAN


def longest_search(lives: CentralLives) -> CentralSearch[LongestSearch | None]:
    """The longest search with which the move ends no poorer and, with savings given, is funded."""
    tests: dict[str, Callable[[Ends], Bools]] = {"net_worth": _is_no_poorer}
    savings = lives.outlook.question.household.savings_fen
    if savings is not None:
        tests["cash"] = lambda ends: ends.cash_needed <= savings
    ends = {}
    for name, borne in tests.items():
        last = yield from _last_borne(borne)
        if last is None:
            return None
        ends[name] = last
    binds = min(ends, key=lambda name: ends[name])
    months = round(ends[binds] / 10, 1)
    return LongestSearch(months=months, binds="nothing" if ends[binds] == LONGEST_SEARCH else binds)


def _last_borne(borne: Callable[[Ends], Bools]) -> CentralSearch[int | None]:
    """The longest search in tenths of a month before the first that is not borne; None for none."""
    low, high = 0, LONGEST_SEARCH
    for step in (COARSE, 1):
        grid = np.arange(low, high + 1, step)
        ends = yield {"search_months": grid / 10}
        failing = np.flatnonzero(~borne(ends))
        if not failing.size:
            return high
        if failing[0] == 0:
            return None
        low, high = int(grid[failing[0] - 1]), int(grid[failing[0]])
    return low


def _gross(yuan: Yuan) -> Columns:
    return {"gross_monthly": _fen(yuan)}


def _is_no_poorer(ends: Ends) -> Bools:
    return ends.difference >= 0


def _fen(yuan: Yuan) -> Floats:
    return (yuan * FEN_PER_YUAN).astype(np.float64)


def _breaks(lives: CentralLives) -> Iterator[int]:
    """A pay just beyond each cliff of the bonus table, in each year of the projection.

    A year's bonus is a share of its pay, for the months that are paid in it.
    """
    question, calendar = lives.outlook.question, lives.outlook.calendar
    earner = lives.earner
    bonus_ppm = earner.job.bonus_ppm
    if not bonus_ppm:
        return
    grown = pay_factors(question, earner, CENTRAL, calendar.years)
    share = paid_share(question, earner, CENTRAL, calendar)
    paid = calendar.calendar_years_of(calendar.by_stretch(share))
    of_pay = bonus_ppm / PPM * grown * paid * calendar.scale_to_year / MONTHS
    for of_year in of_pay[of_pay > 0].tolist():
        for bound in income_tax_scheme(question.reference).monthly.bounds_fen:
            yield int(MONTHS * bound / of_year / FEN_PER_YUAN) + BEYOND
