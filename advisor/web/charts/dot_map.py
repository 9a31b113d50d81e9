"""A map of dots from coordinates: no borders, no coasts; each class a path of its own dots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians

WEST, EAST, SOUTH, NORTH = 73.0, 135.5, 17.5, 54.0  # degrees that hold all of China's cities
PER_DEGREE = 10  # units of the drawing
NARROWER = cos(radians(36))  # a degree of longitude against one of latitude, in the middle
WIDTH = round((EAST - WEST) * PER_DEGREE * NARROWER)
HEIGHT = round((NORTH - SOUTH) * PER_DEGREE)
ROOM = 0.85  # of the width: further right a name stands on the left of its dot


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """A place by its coordinates in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, kw_only=True, slots=True)
class DotClass:
    """Dots that mean the same. `dots` is the path that draws them with round ends."""

    key: str
    label: str
    dots: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MapLabel:
    """A name beside its dot; `anchor` is the end of the text that is at the dot."""

    text: str
    x: int
    y: int
    anchor: str
    is_home: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class DotMap:
    name: str
    summary: str
    classes: tuple[DotClass, ...]
    labels: tuple[MapLabel, ...]
    width: int
    height: int


def dot_map(
    *, name: str, summary: str, classes: Iterable[DotClass], labels: Iterable[MapLabel]
) -> DotMap:
    """The map; classes are drawn in their order, the last on top."""
    return DotMap(
        name=name,
        summary=summary,
        classes=tuple(classes),
        labels=tuple(labels),
        width=WIDTH,
        height=HEIGHT,
    )


def dot_class(key: str, label: str, dots: Sequence[Dot]) -> DotClass:
    """The class with the path through its dots."""
    path = "".join(f"M{x} {y}h0" for x, y in map(_at, dots))
    return DotClass(key=key, label=label, dots=path)


def map_label(text: str, dot: Dot, *, is_home: bool = False) -> MapLabel:
    """The name to that side of its dot on which there is room."""
    x, y = _at(dot)
    is_right = x < ROOM * WIDTH
    return MapLabel(
        text=text,
        x=x + (7 if is_right else -7),
        y=y + 4,
        anchor="start" if is_right else "end",
        is_home=is_home,
    )


def _at(dot: Dot) -> tuple[int, int]:
    x = (dot.lon - WEST) * PER_DEGREE * NARROWER
    return round(x), round((NORTH - dot.lat) * PER_DEGREE)
