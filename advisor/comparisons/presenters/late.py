"""Which of the figures that an answer rests on are older than their source's rhythm allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.datasets.public.freshness import Freshness, freshness
from advisor.datasets.public.wording import FRESHNESS
from advisor.engine.reference import Figure
from advisor.engine.result import Comparison, Picture

LATE = {Freshness.LATE, Freshness.VERY_LATE}


@dataclass(frozen=True, kw_only=True, slots=True)
class LateFigure:
    """A figure that is late: where, what, of when, and how late."""

    place: str
    label: str
    period: str
    age: str


def late_figures(comparison: Comparison, book: Book, on: date) -> tuple[LateFigure, ...]:
    """The late figures of that day, each once, in the order in which they are used."""
    found: dict[tuple[str, str], LateFigure] = {}
    for figure in _figures(comparison):
        seen = figure.observation
        words = book.indicators.get(seen.indicator)
        if words is None or (seen.place, seen.indicator) in found:
            continue
        age = freshness(seen.period, words.cadence, on, limit_days=words.limit_days)
        if age in LATE:
            found[seen.place, seen.indicator] = LateFigure(
                place=book.place(seen.place),
                label=book.indicator(seen.indicator),
                period=wording.period_words(seen.period),
                age=str(FRESHNESS[age]),
            )
    return tuple(found.values())


def _figures(comparison: Comparison) -> Iterator[Figure]:
    yield from _of_picture(comparison.home)
    for prospect in comparison.destinations:
        yield from _of_picture(prospect.picture)
        for expected in prospect.typical_pay:
            yield from expected.figures


def _of_picture(picture: Picture) -> Iterator[Figure]:
    for line in picture.lines:
        yield from line.figures
