"""Range bars: for each row a span from low to high, and a mark for the amount that matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.web.charts.scale import Bar, Scale, bar_between, scale_over

LABEL_HEIGHT = 28
BAR_HEIGHT = 12
ROW_GAP = 14
NARROWEST = 0.6  # per cent: a single value is still seen
ROW_HEIGHT = LABEL_HEIGHT + BAR_HEIGHT + ROW_GAP


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A row: what is expected lies between low and high (equal: one value); `mark` is needed."""

    label: str
    text: str
    low: float | None
    high: float | None
    mark: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    label: str
    text: str
    text_y: int
    bar: Bar | None
    mark_x: float | None
    mark_top: int
    mark_bottom: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RangeBars:
    name: str
    summary: str
    rows: tuple[Row, ...]
    height: int
    bar_height: int


def range_bars(*, name: str, summary: str, spans: Sequence[Span]) -> RangeBars:
    """The range bars of those rows on one scale that begins at zero."""
    values = [value for one in spans for value in (one.low, one.high, one.mark) if value]
    scale = scale_over(value * 1.02 for value in values)
    rows = tuple(_row(span, scale, index * ROW_HEIGHT) for index, span in enumerate(spans))
    return RangeBars(
        name=name,
        summary=summary,
        rows=rows,
        height=len(spans) * ROW_HEIGHT,
        bar_height=BAR_HEIGHT,
    )


def _row(span: Span, scale: Scale, top: int) -> Row:
    bar_top = top + LABEL_HEIGHT
    bar = None
    if span.low is not None and span.high is not None:
        bar = bar_between(scale, span.low, span.high, series="expected", y=bar_top)
        bar = replace(bar, width=max(bar.width, NARROWEST))
    return Row(
        label=span.label,
        text=span.text,
        text_y=top + 16,
        bar=bar,
        mark_x=None if span.mark is None else scale.at(span.mark),
        mark_top=bar_top - 4,
        mark_bottom=bar_top + BAR_HEIGHT + 4,
    )
