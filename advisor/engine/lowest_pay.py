"""The lowest pay from which something holds for good: thresholds exact to CNY 1 (model §8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import numpy.typing as npt

HIGHEST_PAY = 10_000_000  # CNY a month: above it no answer is given (model §3.6)
SCAN = 200  # CNY: rounding of whole yuan makes take-home pay step back by less than this
STEPS = 256

Yuan = npt.NDArray[np.int64]
Holds = Callable[[Yuan], npt.NDArray[np.bool_]]


def lowest_pay(holds: Holds, breaks: Iterable[int] = ()) -> int | None:
    """The lowest whole yuan >= 1 such that `holds` for it and all pay above; None if there is none.

    `holds` takes an ascending array of pay in yuan. It may step back by a few yuan anywhere, and
    at `breaks` (the first pay after a jump, such as the cliffs of the bonus table) by any amount.
    """
    grid = _first_grid(breaks)
    if holds(grid).all():
        grid = np.arange(1, SCAN + 2, dtype=np.int64)
    while True:
        failing = np.flatnonzero(~holds(grid))
        if failing.size == 0:
            return 1
        last = int(failing[-1])
        if last == grid.size - 1:
            return None
        low, high = int(grid[last]), int(grid[last + 1])
        if _is_scanned(grid, last):
            return high
        grid = _finer(low, high)


def _first_grid(breaks: Iterable[int]) -> Yuan:
    spread = np.geomspace(1, HIGHEST_PAY, STEPS).astype(np.int64)
    wanted = [pay for pay in breaks if 1 <= pay <= HIGHEST_PAY]
    return np.unique(np.concatenate([spread, np.array([*wanted, HIGHEST_PAY], dtype=np.int64)]))


def _finer(low: int, high: int) -> Yuan:
    """A finer grid from a pay that fails to one beyond a pay that holds."""
    if high - low <= SCAN:
        return np.arange(low, min(high + SCAN, HIGHEST_PAY) + 1, dtype=np.int64)
    return np.unique(np.linspace(low, high, STEPS).astype(np.int64))


def _is_scanned(grid: Yuan, last: int) -> bool:
    """Whether the pay above the last failing one was looked at, yuan by yuan."""
    ahead = grid[last : last + SCAN + 1]
    return bool(np.all(np.diff(ahead) == 1)) and (ahead.size > SCAN or grid[-1] == HIGHEST_PAY)
