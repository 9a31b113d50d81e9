"""Spots: in each row of a table a value with its error, all rows on one scale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.web.charts.scale import Scale

MARGIN = 0.03  # of the span, so that no spot touches an edge


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Places in per cent of the width: the value, its span, and the mark shared by all rows."""

    x: float
    low_x: float
    width: float
    mark_x: float


def spot_scale(values: Iterable[float]) -> Scale:
    """The scale that holds all the values. It need not begin at zero: spots are no bars."""
    held = list(values)
    low, high = min(held), max(held)
    margin = (high - low) * MARGIN or 1
    return Scale(low=low - margin, high=high + margin)


def spot(scale: Scale, value: float, error: float, mark: float) -> Spot:
    """The spot of a value give or take its error, beside the mark."""
    low_x, high_x = (scale.at(_held(scale, value + side * error)) for side in (-1, 1))
    return Spot(
        x=scale.at(value),
        low_x=low_x,
        width=round(high_x - low_x, 2),
        mark_x=scale.at(_held(scale, mark)),
    )


def _held(scale: Scale, value: float) -> float:
    return min(max(value, scale.low), scale.high)
