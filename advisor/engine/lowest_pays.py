"""The lowest pay of many places at once: `lowest_pay` for rows, as rankings need it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from advisor.engine.lowest_pay import HIGHEST_PAY

STEPS = 24
# Whole-yuan rounding of two fund payments takes at most CNY 2 from take-home pay, which CNY 5 more
# of gross pay give back at the highest marginal rates: looking this far beyond is enough.
LOOK_AHEAD = 12

Yuan = npt.NDArray[np.int64]
HoldsByRow = Callable[[Yuan], npt.NDArray[np.bool_]]


def lowest_pays(holds: HoldsByRow, at_least: Yuan, breaks: Yuan) -> Yuan:
    """For each row the lowest whole yuan from which `holds` for good; -1 where there is none.

    `holds` takes (rows, candidates), ascending along each row. No pay below `at_least` (rows,) may
    hold. `breaks` are the first pays after a jump, looked at in every row.
    """
    low = np.clip(at_least - 1, 0, HIGHEST_PAY)
    high = np.full_like(low, HIGHEST_PAY)
    none = ~holds(high[:, None])[:, 0]
    doubled = np.minimum(np.maximum(low * 3, 1000), high)
    quick = _holds_everywhere(holds, doubled, breaks)
    high = np.where(quick, doubled, high)
    while int((high - low).max()) > 1:
        low, high = _narrowed(holds, low, high, breaks)
    return np.where(none, -1, _settled(holds, high, none))


def _settled(holds: HoldsByRow, pay: Yuan, none: npt.NDArray[np.bool_]) -> Yuan:
    """The pay beyond the last step back that rounding makes just above it; not for `none`."""
    while True:
        ahead = pay[:, None] + np.arange(LOOK_AHEAD)[None, :]
        fails = ~holds(np.minimum(ahead, HIGHEST_PAY)) & ~none[:, None]
        if not fails.any():
            return pay
        last = LOOK_AHEAD - 1 - fails[:, ::-1].argmax(axis=1)
        pay = np.where(fails.any(axis=1), pay + last + 1, pay)


def _holds_everywhere(holds: HoldsByRow, pay: Yuan, breaks: Yuan) -> npt.NDArray[np.bool_]:
    """Whether `holds` at that pay and at every break beyond it."""
    grid = np.sort(np.maximum(pay[:, None], np.concatenate([[0], breaks])[None, :]), axis=1)
    return np.asarray(holds(grid).all(axis=1))


def _narrowed(holds: HoldsByRow, low: Yuan, high: Yuan, breaks: Yuan) -> tuple[Yuan, Yuan]:
    """Closer bounds: the last candidate that fails, and the one above it."""
    share = np.linspace(0.0, 1.0, STEPS)[None, :]
    spread = low[:, None] + ((high - low)[:, None] * share).astype(np.int64)
    jumps = np.broadcast_to(breaks[None, :], (low.size, breaks.size))
    grid = np.clip(np.concatenate([spread, jumps], axis=1), low[:, None], high[:, None])
    grid.sort(axis=1)
    fails = ~holds(np.maximum(grid, 1))
    fails[:, 0] = True  # the lower bound fails, or lies below every pay that may hold
    last = grid.shape[1] - 1 - fails[:, ::-1].argmax(axis=1)
    rows = np.arange(low.size)
    return grid[rows, last], grid[rows, np.minimum(last + 1, grid.shape[1] - 1)]
