"""A waterfall: from a first amount through what comes off to what is left, lives side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.web.charts.scale import Bar, Scale, bar_between, scale_over

LABEL_HEIGHT = 24
BAR_HEIGHT = 10
BAR_GAP = 3
ROW_GAP = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One amount of each series: the level itself (`is_level`), or what comes off it (positive).

    `text` stands at the right end of its row.
    """

    label: str
    amounts: tuple[float, ...]
    text: str
    is_level: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    label: str
    text: str
    text_y: int
    bars: tuple[Bar, ...]
    is_level: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Waterfall:
    """What the template draws. `zero` is the place of zero in per cent of the width."""

    name: str
    summary: str
    series: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    height: int
    bar_height: int
    zero: float


def waterfall(
    *, name: str, summary: str, series: Sequence[tuple[str, str]], steps: Sequence[Step]
) -> Waterfall:
    """The waterfall of those steps; `series` names each series (CSS class, words)."""
    spans = list(_spans(steps, len(series)))
    scale = scale_over(value for row in spans for span in row for value in span)
    row_height = LABEL_HEIGHT + len(series) * (BAR_HEIGHT + BAR_GAP) + ROW_GAP
    keys = [key for key, _ in series]
    rows = tuple(
        _row(step, spans[index], scale, keys, index * row_height)
        for index, step in enumerate(steps)
    )
    return Waterfall(
        name=name,
        summary=summary,
        series=tuple(series),
        rows=rows,
        height=len(steps) * row_height,
        bar_height=BAR_HEIGHT,
        zero=scale.at(0),
    )


def _spans(steps: Sequence[Step], count: int) -> list[list[tuple[float, float]]]:
    """For each step and series the two values that its bar lies between."""
    levels = [0.0] * count
    spans: list[list[tuple[float, float]]] = []
    for step in steps:
        row: list[tuple[float, float]] = []
        for index, amount in enumerate(step.amounts):
            start = 0.0 if step.is_level else levels[index]
            levels[index] = amount if step.is_level else levels[index] - amount
            row.append((start, levels[index]))
        spans.append(row)
    return spans


def _row(
    step: Step, spans: list[tuple[float, float]], scale: Scale, keys: list[str], top: int
) -> Row:
    bars = tuple(
        bar_between(scale, *span, series=key, y=top + LABEL_HEIGHT + index * (BAR_HEIGHT + BAR_GAP))
        for index, (key, span) in enumerate(zip(keys, spans, strict=True))
    )
    return Row(label=step.label, text=step.text, text_y=top + 16, bars=bars, is_level=step.is_level)
