"""What would change the answer: each input alone, moved until both lives end equal (model §8)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.central import ASSUMPTIONS, CentralLives, CentralSearch
from advisor.engine.projection.outcome import Lever, Switch

MOST_SHOWN = 5
POINTS = 33
ROUNDS = 3
LONGEST_SEARCH = 24.0  # months
SPANS = {"gross_monthly": (0.3, 3.0), "living_away": (0.5, 2.0), "rent": (0.3, 3.0)}  # of the value


def levers(lives: CentralLives) -> list[Lever]:
    """The inputs that can be moved, each with its range."""
    values = lives.values
    found = [
        Lever(input=name, value=values[name], low=low * values[name], high=high * values[name])
        for name, (low, high) in SPANS.items()
    ]
    search = values["search_months"]
    found.append(Lever(input="search_months", value=search, low=0.0, high=LONGEST_SEARCH))
    for name in ASSUMPTIONS:
        convention = lives.outlook.question.assumptions.conventions[name]
        low, high = min(convention.low, values[name]), max(convention.high, values[name])
        found.append(Lever(input=name, value=values[name], low=low, high=high))
    return [lever for lever in found if lever.high > lever.low]


def switch(lever: Lever) -> CentralSearch[Switch | None]:
    """The value of the lever at which the answer turns, on ever finer grids; None for none."""
    low, high = lever.low, lever.high
    turns = lever.value
    for _ in range(ROUNDS):
        grid = np.linspace(low, high, POINTS)
        ends = yield {lever.input: grid}
        before = _before_change(lever, grid, ends.difference)
        if before is None:
            return None
        low, high = grid[before : before + 2].tolist()
        turns = _crossing(low, high, *ends.difference[before : before + 2].tolist())
    return Switch(lever=lever, switch_value=turns)


def nearest(found: Iterable[Switch | None]) -> tuple[Switch, ...]:
    """At most five switches, the nearest relative to their range first."""
    known = [switch for switch in found if switch is not None]
    return tuple(sorted(known, key=lambda switch: switch.distance)[:MOST_SHOWN])


def _before_change(lever: Lever, grid: Floats, difference: Floats) -> int | None:
    """The last point before the change of sign nearest to the lever's value."""
    sign = np.sign(difference)
    changes = np.flatnonzero(sign[:-1] != sign[1:])
    if not changes.size:
        return None
    return int(changes[np.argmin(np.abs(grid[changes] - lever.value))])


def _crossing(low: float, high: float, at_low: float, at_high: float) -> float:
    """Where the line between the two ends, whose signs differ, is 0."""
    return low + (high - low) * at_low / (at_low - at_high)
