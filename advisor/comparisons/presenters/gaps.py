"""What is missing or approximated: it stands before any range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.engine.result import Comparison, Picture
from advisor.engine.trail import Gap


@dataclass(frozen=True, kw_only=True, slots=True)
class GapView:
    """A sentence about a line, and the places it holds for."""

    label: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceGaps:
    """What one place lacks."""

    city: str
    name: str
    missing: tuple[GapView, ...]
    approximated: tuple[GapView, ...]


def place_gaps(comparison: Comparison, book: Book) -> tuple[PlaceGaps, ...]:
    """The gaps of home and of each destination that has some."""
    pictures = (comparison.home, *(one.picture for one in comparison.destinations))
    found = (_gaps(picture, book) for picture in pictures)
    return tuple(gaps for gaps in found if gaps.missing or gaps.approximated)


def _gaps(picture: Picture, book: Book) -> PlaceGaps:
    return PlaceGaps(
        city=picture.city,
        name=book.place(picture.city),
        missing=_views(picture.missing, book),
        approximated=_views(picture.approximated, book),
    )


def _views(gaps: Iterable[Gap], book: Book) -> tuple[GapView, ...]:
    """Each reason once, in the order found."""
    views = (
        GapView(label=wording.gap_label(gap.line), reason=book.say(gap.reason)) for gap in gaps
    )
    return tuple(dict.fromkeys(views))
