"""What is missing or approximated: it stands before any range."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.engine.result import Comparison, Picture
from advisor.engine.trail import Gap, Head

BESIDE = {Head.LOCKED_SAVINGS}  # the same figures as in the contributions


@dataclass(frozen=True, kw_only=True, slots=True)
class GapView:
    """A line and what is the matter with it."""

    label: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceGaps:
    """What one place lacks. `heads`: the parts of the picture that are approximated."""

    name: str
    missing: tuple[GapView, ...]
    approximated: tuple[GapView, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Approximation:
    """Parts that are approximated alike in several places."""

    names: tuple[str, ...]
    heads: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gaps:
    """Places that lack something, with the approximations of all of them in short.

    `is_in_full`: whether each place tells its approximations line by line.
    """

    places: tuple[PlaceGaps, ...]
    in_short: tuple[Approximation, ...]
    is_in_full: bool


def gaps(comparison: Comparison, book: Book, *, in_full: bool = True) -> Gaps | None:
    """The gaps of home and destinations; None where there is none."""
    pictures = (comparison.home, *(one.picture for one in comparison.destinations))
    places = tuple(
        _place(picture, book, in_full=in_full)
        for picture in pictures
        if picture.missing or picture.approximated
    )
    if not places:
        return None
    return Gaps(places=places, in_short=_in_short(places), is_in_full=in_full)


def _place(picture: Picture, book: Book, *, in_full: bool) -> PlaceGaps:
    return PlaceGaps(
        name=book.place(picture.city),
        missing=_views(picture.missing, book),
        approximated=_views(picture.approximated, book) if in_full else (),
        heads=_heads(picture),
    )


def _views(found: Iterable[Gap], book: Book) -> tuple[GapView, ...]:
    """Each reason once, in the order found."""
    views = (
        GapView(label=wording.gap_label(gap.line), reason=book.say(gap.reason)) for gap in found
    )
    return tuple(dict.fromkeys(views))


def _heads(picture: Picture) -> tuple[str, ...]:
    lines = {gap.line for gap in picture.approximated}
    heads = {line.head for line in picture.lines if line.line in lines} - BESIDE
    return tuple(wording.head_label(head) for head in Head if head in heads)


def _in_short(places: Iterable[PlaceGaps]) -> tuple[Approximation, ...]:
    alike: dict[tuple[str, ...], list[str]] = {}
    for place in places:
        if place.heads:
            alike.setdefault(place.heads, []).append(place.name)
    return tuple(Approximation(names=tuple(names), heads=heads) for heads, names in alike.items())
