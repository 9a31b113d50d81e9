"""A sparkline: how one figure went over time, without axes; its ends and the table say the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.web.charts.scale import Scale

HEIGHT = 56  # pixels
TALL = 100  # units of the drawing, stretched to the pixels
MARGIN = 0.08  # of the span, so that the line touches no edge


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A value at a time in years; what is left out between two points is no value of 0."""

    year: float
    value: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Sparkline:
    """`line` holds points in units of 100 by 100; first and last are said at the ends."""

    name: str
    summary: str
    line: str
    first: str
    last: str
    height: int


def sparkline(
    *, name: str, summary: str, points: Sequence[Point], first: str, last: str
) -> Sparkline:
    """The line through two or more points in order of time."""
    across = Scale(low=points[0].year, high=points[-1].year)
    up = _upright([point.value for point in points])
    drawn = (f"{across.at(one.year):.1f},{TALL - up.at(one.value):.1f}" for one in points)
    return Sparkline(
        name=name, summary=summary, line=" ".join(drawn), first=first, last=last, height=HEIGHT
    )


def _upright(values: Sequence[float]) -> Scale:
    """The scale of the values: it need not begin at zero, the line shows how they moved."""
    low, high = min(values), max(values)
    margin = (high - low) * MARGIN or abs(high) or 1
    return Scale(low=low - margin, high=high + margin)
