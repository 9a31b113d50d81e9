"""Quantile dot plots: twenty dots, each an equally likely outcome, stacked where they fall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.web.charts.scale import Scale

BINS = 16  # columns across the width
DOT = 11  # pixels from dot to dot
RADIUS = 4
AXIS = 26  # pixels below the dots


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """A dot; `x` in per cent of the width, `y` in pixels."""

    x: float
    y: int
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    x: float
    text: str
    anchor: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DotPlot:
    """`zero_x` marks where both lives are equal; `rows` are the outcomes as a table."""

    name: str
    summary: str
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    zero_x: float | None
    radius: int
    height: int
    base: int
    rows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A value with its kind (a class of the style sheet) and its words."""

    value: float
    kind: str
    text: str


def dot_plot(
    *,
    name: str,
    summary: str,
    outcomes: Sequence[Outcome],
    low: Tick,
    high: Tick,
    scale: Scale,
    zero: bool,
) -> DotPlot:
    """The dot plot of those outcomes on that scale, with words at both ends of the axis."""
    columns: dict[int, int] = {}
    placed: list[tuple[float, int, str]] = []
    for outcome in outcomes:
        column = min(int(scale.at(outcome.value) / 100 * BINS), BINS - 1)
        level = columns.get(column, 0)
        columns[column] = level + 1
        placed.append(((column + 0.5) / BINS * 100, level, outcome.kind))
    base = max(columns.values(), default=1) * DOT
    return DotPlot(
        name=name,
        summary=summary,
        dots=tuple(
            Dot(x=round(x, 2), y=base - level * DOT - DOT // 2, kind=kind)
            for x, level, kind in placed
        ),
        ticks=(low, high),
        zero_x=scale.at(0) if zero and scale.low < 0 < scale.high else None,
        radius=RADIUS,
        height=base + AXIS,
        base=base + 2,
        rows=tuple(outcome.text for outcome in outcomes),
    )
