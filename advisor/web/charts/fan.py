"""A fan: bands of two lives over the years, each a shaded area with its middle line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.web.charts.scale import Scale, scale_over

HEIGHT = 180  # pixels
TALL = 100  # units of the drawing, stretched to the pixels


@dataclass(frozen=True, kw_only=True, slots=True)
class Year:
    """Low, middle and high of a life after that many years."""

    year: int
    low: float
    middle: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Ribbon:
    """The points of an area and of its middle line, in units of 100 by 100."""

    series: str
    label: str
    area: str
    line: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Fan:
    name: str
    summary: str
    ribbons: tuple[Ribbon, ...]
    zero_y: float
    top: str
    bottom: str
    last_year: int
    height: int


def fan(
    *,
    name: str,
    summary: str,
    lives: Sequence[tuple[str, str, Sequence[Year]]],
    top: str,
    bottom: str,
) -> Fan:
    """The fan of lives given as (series, label, years from 0 on); zero is always in sight."""
    scale = fan_scale([years for _, _, years in lives])
    last = max(years[-1].year for _, _, years in lives)
    return Fan(
        name=name,
        summary=summary,
        ribbons=tuple(_ribbon(series, label, years, scale, last) for series, label, years in lives),
        zero_y=_y(scale, 0.0),
        top=top,
        bottom=bottom,
        last_year=last,
        height=HEIGHT,
    )


def fan_scale(lives: Sequence[Sequence[Year]]) -> Scale:
    """The scale of all bands, zero in it."""
    return scale_over(end for years in lives for year in years for end in (year.low, year.high))


def _ribbon(series: str, label: str, years: Sequence[Year], scale: Scale, last: int) -> Ribbon:
    over = [_point(year.year, year.high, scale, last) for year in years]
    under = [_point(year.year, year.low, scale, last) for year in reversed(years)]
    middle = [_point(year.year, year.middle, scale, last) for year in years]
    return Ribbon(series=series, label=label, area=" ".join(over + under), line=" ".join(middle))


def _point(year: int, value: float, scale: Scale, last: int) -> str:
    return f"{year / last * 100:.2f},{_y(scale, value):.2f}"


def _y(scale: Scale, value: float) -> float:
    return round(TALL - scale.at(value), 2)
