"""What would change the answer: for each input its range, its value, and where the answer turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.web.charts.scale import Scale

LABEL_HEIGHT = 28
ROW_HEIGHT = 54
BAR_HEIGHT = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """An input in words with its numbers; each row has a scale of its own."""

    label: str
    text: str
    low: float
    high: float
    value: float
    turns_at: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LeverRow:
    label: str
    text: str
    text_y: int
    bar_y: int
    middle: int
    value_x: float
    turn_x: float
    span_x: float
    span_width: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Levers:
    name: str
    summary: str
    rows: tuple[LeverRow, ...]
    height: int
    bar_height: int


def levers(*, name: str, summary: str, inputs: Sequence[Input]) -> Levers:
    """The rows in the order given: the way from the value to the turn is drawn thick."""
    return Levers(
        name=name,
        summary=summary,
        rows=tuple(_row(one, index * ROW_HEIGHT) for index, one in enumerate(inputs)),
        height=len(inputs) * ROW_HEIGHT,
        bar_height=BAR_HEIGHT,
    )


def _row(one: Input, top: int) -> LeverRow:
    scale = Scale(low=one.low, high=one.high)
    value, turn = scale.at(one.value), scale.at(one.turns_at)
    bar = top + LABEL_HEIGHT
    return LeverRow(
        label=one.label,
        text=one.text,
        text_y=top + 16,
        bar_y=bar,
        middle=bar + BAR_HEIGHT // 2,
        value_x=value,
        turn_x=turn,
        span_x=min(value, turn),
        span_width=round(abs(value - turn), 2),
    )
