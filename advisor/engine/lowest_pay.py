"""The lowest pay from which something holds for good: thresholds exact to CNY 1 (model §8)."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from typing import cast

import numpy as np
import numpy.typing as npt

from advisor.engine.searches import in_step

HIGHEST_PAY = 10_000_000  # CNY a month: above it no answer is given (model §3.6)
SCAN = 200  # CNY: rounding of whole yuan makes take-home pay step back by less than this
STEPS = 64
NONE = 0  # no pay at all: what is below the lowest

Yuan = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Holds = Callable[[Yuan], Bools]


def _spread(steps: int) -> Yuan:
    """Ascending pay up to the highest, denser where it is low."""
    pays = np.geomspace(1, HIGHEST_PAY, steps).round().astype(np.int64)
    return np.unique(pays)


SPREAD = _spread(STEPS)
# One city alone asks about more at once: with it ordinary pay needs no second round.
FINE_SPREAD = _spread(16 * STEPS)


def lowest_pay(holds: Holds, breaks: Iterable[int] = ()) -> int | None:
    """The lowest whole yuan >= 1 such that `holds` for it and all pay above; None if there is none.

    `holds` takes an ascending array of pay in yuan. It may step back by a few yuan anywhere, and
    at `breaks` (the first pay after a jump, such as the cliffs of the bonus table) by any amount.
    """
    search = lowest_pay_search(lambda pay: pay, holds, breaks)
    (found,) = in_step([search], lambda pays: pays)
    return cast("int | None", found)


def lowest_pay_search[Asked, Answer](
    ask: Callable[[Yuan], Asked],
    holds: Callable[[Answer], Bools],
    breaks: Iterable[int] = (),
    spread: Yuan = SPREAD,
) -> Generator[Asked, Answer, int | None]:
    """The same as a search: it asks about ascending pay; `holds` reads the answer for each pay.

    `spread` is what it asks about first.
    """
    grid = _first_grid(breaks, spread)
    low, high = _last_failing(grid, holds((yield ask(grid))))
    while high - low > SCAN:
        grid = np.unique(np.linspace(low, high, STEPS).astype(np.int64))
        low, high = _last_failing(grid, holds((yield ask(grid))))
    while low < HIGHEST_PAY:  # yuan by yuan, until nothing fails ahead
        end = min(high + SCAN, HIGHEST_PAY)
        ahead = np.arange(low + 1, end + 1, dtype=np.int64)
        last, _ = _last_failing(ahead, holds((yield ask(ahead))))
        low = max(low, last)
        if low + SCAN <= end or (end == HIGHEST_PAY and low < end):
            return low + 1
        high = low + SCAN
    return None


def _last_failing(grid: Yuan, holds: Bools) -> tuple[int, int]:
    """The last pay of the grid that fails, and the next one; NONE and the first if none does."""
    failing = np.flatnonzero(~holds)
    if failing.size == 0:
        return NONE, int(grid[0])
    last = int(failing[-1])
    return int(grid[last]), int(grid[min(last + 1, grid.size - 1)])


def _first_grid(breaks: Iterable[int], spread: Yuan) -> Yuan:
    wanted = [pay for pay in breaks if 1 <= pay <= HIGHEST_PAY]
    return np.unique(np.concatenate([spread, wanted]).astype(np.int64)) if wanted else spread
