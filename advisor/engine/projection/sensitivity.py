"""What would change the answer: each input alone, moved until both lives end equal (model §8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.outcome import Lever, Switch
from advisor.engine.projection.outlook import LifeOutlook, Outlook
from advisor.engine.projection.pay import whole_fen
from advisor.engine.projection.plan import Plan, with_gross, with_rent, with_search

MOST_SHOWN = 5
POINTS = 65
ROUNDS = 3
LONGEST_SEARCH = 24.0  # months
ASSUMPTIONS = ("pay_growth", "rent_growth", "job_loss_month", "inflation", "interest_on_cash")


def switches(
    outlook: Outlook, stay: LifeOutlook, move: LifeOutlook, mover: int
) -> tuple[Switch, ...]:
    """At most five inputs whose switch lies within their range, the nearest first.

    Every lever is looked at on ever finer grids around its change of sign, all levers at once.
    """
    levers = _levers(outlook, move, mover)
    spans = {lever: (lever.low, lever.high) for lever in levers}
    for _ in range(ROUNDS):
        grids = {lever: np.linspace(*span, POINTS) for lever, span in spans.items()}
        differences = _differences(outlook, stay, move, mover, grids)
        spans = {
            lever: span
            for lever, grid in grids.items()
            if (span := _around_change(lever, grid, differences[lever])) is not None
        }
        if not spans:
            return ()
    found = [
        Switch(lever=lever, switch_value=(low + high) / 2) for lever, (low, high) in spans.items()
    ]
    return tuple(sorted(found, key=lambda switch: switch.distance)[:MOST_SHOWN])


def _levers(outlook: Outlook, move: LifeOutlook, mover: int) -> list[Lever]:
    earner = next(one for one in move.plan.earners if one.job.earner == mover)
    gross, living = float(earner.job.gross), float(move.plan.living.per_month)
    rent = float(move.plan.rents[0].per_month) if move.plan.rents else 0.0
    levers = [
        Lever(input="gross_monthly", value=gross, low=0.3 * gross, high=3 * gross),
        Lever(input="living_away", value=living, low=0.5 * living, high=2 * living),
        Lever(input="rent", value=rent, low=0.3 * rent, high=3 * rent),
        Lever(input="search_months", value=float(earner.search), low=0.0, high=LONGEST_SEARCH),
    ]
    assumptions = outlook.question.assumptions
    for name in ASSUMPTIONS:
        convention = assumptions.conventions[name]
        value = float(assumptions[name])
        low, high = min(convention.low, value), max(convention.high, value)
        levers.append(Lever(input=name, value=value, low=low, high=high))
    return [lever for lever in levers if lever.high > lever.low]


def _differences(
    outlook: Outlook,
    stay: LifeOutlook,
    move: LifeOutlook,
    mover: int,
    grids: Mapping[Lever, Floats],
) -> dict[Lever, Floats]:
    """Central net worth of the move less that of staying, for every point of every lever."""
    columns = _columns(grids)
    plan = _moved(move.plan, mover, columns)
    assumptions = outlook.question.assumptions
    changed = {name: column for name, column in columns.items() if name in ASSUMPTIONS}
    question = replace(
        outlook.question,
        assumptions=replace(assumptions, changed={**assumptions.changed, **changed}),
    )
    moved = Outlook(question)
    size = POINTS * len(grids)
    worth = moved.central_net_worth(plan) - moved.central_net_worth(stay.plan)
    difference = np.broadcast_to(worth, (size,)).reshape(len(grids), POINTS)
    return dict(zip(grids, difference, strict=True))


def _columns(grids: Mapping[Lever, Floats]) -> dict[str, Floats]:
    """For each lever a column over all points: its own grid in its turn, its value elsewhere."""
    columns: dict[str, Floats] = {}
    for position, (lever, grid) in enumerate(grids.items()):
        column = np.full(POINTS * len(grids), lever.value)
        column[position * POINTS : (position + 1) * POINTS] = grid
        columns[lever.input] = column
    return columns


def _moved(plan: Plan, mover: int, columns: Mapping[str, Floats]) -> Plan:
    if "gross_monthly" in columns:
        plan = with_gross(plan, mover, whole_fen(columns["gross_monthly"]))
    if "living_away" in columns:
        plan = replace(plan, living=replace(plan.living, per_month=columns["living_away"]))
    if "rent" in columns:
        plan = with_rent(plan, columns["rent"])
    if "search_months" in columns:
        plan = with_search(plan, mover, columns["search_months"])
    return plan


def _around_change(lever: Lever, grid: Floats, difference: Floats) -> tuple[float, float] | None:
    """The two points around the change of sign nearest to the lever's value."""
    sign = np.sign(difference)
    changes = np.flatnonzero(sign[:-1] != sign[1:])
    if not changes.size:
        return None
    nearest = changes[np.argmin(np.abs(grid[changes] - lever.value))]
    return float(grid[nearest]), float(grid[nearest + 1])
