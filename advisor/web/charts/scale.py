"""From amounts to places in a drawing: percentages of its width, so that it fits any screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """A straight scale from `low` at the left edge to `high` at the right edge."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Per cent of the width, with two decimals."""
        return round((value - self.low) / (self.high - self.low) * 100, 2)


def scale_over(values: Iterable[float]) -> Scale:
    """The scale that holds zero and all the values."""
    held = [0.0, *values]
    low, high = min(held), max(held)
    return Scale(low=low, high=high if high > low else low + 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A bar between two values; `x` and `width` in per cent, `y` in pixels."""

    series: str
    x: float
    width: float
    y: int


def bar_between(scale: Scale, start: float, end: float, *, series: str, y: int) -> Bar:
    """The bar from the smaller to the larger of both values."""
    left, right = sorted((scale.at(start), scale.at(end)))
    return Bar(series=series, x=left, width=round(right - left, 2), y=y)
