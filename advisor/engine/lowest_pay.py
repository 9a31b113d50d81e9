"""The lowest pay from which something holds for good: thresholds exact to CNY 1 (model §8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

HIGHEST_PAY = 10_000_000  # CNY a month: above it no answer is given (model §3.6)
SCAN = 200  # CNY: rounding of whole yuan makes take-home pay step back by less than this
STEPS = 64
NONE = 0  # no pay at all: what is below the lowest

Yuan = npt.NDArray[np.int64]
SPREAD: Yuan = np.unique(np.geomspace(1, HIGHEST_PAY, STEPS).astype(np.int64))
Holds = Callable[[Yuan], npt.NDArray[np.bool_]]


def lowest_pay(holds: Holds, breaks: Iterable[int] = ()) -> int | None:
    """The lowest whole yuan >= 1 such that `holds` for it and all pay above; None if there is none.

    `holds` takes an ascending array of pay in yuan. It may step back by a few yuan anywhere, and
    at `breaks` (the first pay after a jump, such as the cliffs of the bonus table) by any amount.
    """
    grid = _first_grid(breaks)
    low, high = _last_failing(holds, grid)
    while high - low > SCAN:
        low, high = _last_failing(holds, np.unique(np.linspace(low, high, STEPS).astype(np.int64)))
    while low < HIGHEST_PAY:  # yuan by yuan, until nothing fails ahead
        ahead = np.arange(low + 1, min(low + SCAN, HIGHEST_PAY) + 1, dtype=np.int64)
        last, _ = _last_failing(holds, ahead)
        if last == NONE:
            return low + 1
        low = last
    return None


def _last_failing(holds: Holds, grid: Yuan) -> tuple[int, int]:
    """The last pay of the grid that fails, and the next one; NONE and the first if none does."""
    failing = np.flatnonzero(~holds(grid))
    if failing.size == 0:
        return NONE, int(grid[0])
    last = int(failing[-1])
    return int(grid[last]), int(grid[min(last + 1, grid.size - 1)])


def _first_grid(breaks: Iterable[int]) -> Yuan:
    wanted = [pay for pay in breaks if 1 <= pay <= HIGHEST_PAY]
    return np.unique(np.concatenate([SPREAD, np.array([*wanted, HIGHEST_PAY], dtype=np.int64)]))
