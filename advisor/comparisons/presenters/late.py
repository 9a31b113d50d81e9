"""Which of the figures that an answer rests on are older than their source's rhythm allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.datasets.public.freshness import Freshness, freshness
from advisor.datasets.public.wording import FRESHNESS
from advisor.engine.reference import Figure, Level, Observation, Reference
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
    """The late figures of a comparison on that day, each once, in the order of their use."""
    return late_among(figures_of(comparison), book, on)


def late_among(figures: Iterable[Figure], book: Book, on: date) -> tuple[LateFigure, ...]:
    """Those of the figures that are late on that day, each once, in their order."""
    found: dict[tuple[str, str], LateFigure] = {}
    for figure in figures:
        seen = figure.observation
        age = _age(seen, book, on)
        if age in LATE and (seen.place, seen.indicator) not in found:
            found[seen.place, seen.indicator] = LateFigure(
                place=book.place(seen.place),
                label=book.indicator(seen.indicator),
                period=wording.period_words(seen.period),
                age=str(FRESHNESS[age]),
            )
    return tuple(found.values())


def late_series(
    reference: Reference, indicators: Iterable[str], book: Book
) -> tuple[LateFigure, ...]:
    """A row for each series in which cities' own figures are late: how many, since when."""
    return tuple(
        row
        for indicator in indicators
        if (row := _late_of_series(reference, indicator, book)) is not None
    )


def figures_of(comparison: Comparison) -> Iterator[Figure]:
    """Every figure that the monthly pictures and the typical pay rest on."""
    yield from _of_picture(comparison.home)
    for prospect in comparison.destinations:
        yield from _of_picture(prospect.picture)
        for expected in prospect.typical_pay:
            yield from expected.figures


def _of_picture(picture: Picture) -> Iterator[Figure]:
    for line in picture.lines:
        yield from line.figures


def _late_of_series(reference: Reference, indicator: str, book: Book) -> LateFigure | None:
    own = _own_figures(reference, indicator)
    late = [(seen, age) for seen in own if (age := _age(seen, book, reference.on)) in LATE]
    if not late:
        return None
    oldest, age = min(late, key=lambda one: one[0].period)
    return LateFigure(
        place=ngettext("{n} city", "{n} cities", len(late)).format(n=len(late)),
        label=book.indicator(indicator),
        period=wording.period_words(oldest.period),
        age=str(FRESHNESS[age]),
    )


def _own_figures(reference: Reference, indicator: str) -> tuple[Observation, ...]:
    """The newest figure of each city that has one of its own; kept with the reference."""
    key = f"own_figures:{indicator}"
    if key not in reference.cache:
        cities = (place.adcode for place in reference.places.values() if place.level is Level.CITY)
        figures = (reference.figure(city, indicator) for city in cities)
        reference.cache[key] = tuple(
            figure.observation for figure in figures if figure is not None and figure.is_own
        )
    own: tuple[Observation, ...] = reference.cache[key]
    return own


def _age(seen: Observation, book: Book, on: date) -> Freshness:
    words = book.indicators.get(seen.indicator)
    if words is None:
        return Freshness.NO_RHYTHM
    return freshness(seen.period, words.cadence, on, limit_days=words.limit_days)
