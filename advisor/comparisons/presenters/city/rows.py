"""Rows of figures, each with its range, period, rung, status and source; missing ones by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.tables import Cell, Table, figure, sourced, text
from advisor.comparisons.presenters.trails import FigureView, figure_view
from advisor.engine.reference import Figure, Observation, Reference, Rung

type Row = tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """What was found, as rows of a table, and the names of what was not."""

    found: tuple[Row, ...]
    missing: tuple[str, ...]

    def __add__(self, other: Rows) -> Rows:
        return Rows(found=self.found + other.found, missing=self.missing + other.missing)


def head() -> tuple[str, str, str]:
    """The head of every table of figures."""
    return _("Figure"), _("How much"), _("Period, status, source")


def figure_rows(
    reference: Reference, city: str, indicators: Iterable[str], book: Book, *, own: bool = False
) -> Rows:
    """The newest figure of each indicator; `own`: another place's would say nothing."""
    found: list[Row] = []
    missing = []
    for indicator in indicators:
        seen = own_figure(reference, city, indicator) if own else reference.figure(city, indicator)
        if seen is None:
            missing.append(book.indicator(indicator))
        else:
            found.append(row(figure_view(seen, book)))
    return Rows(found=tuple(found), missing=tuple(missing))


def own_figure(reference: Reference, city: str, indicator: str) -> Figure | None:
    """The newest figure of the place itself, whatever its age."""
    seen = reference.newest(city, indicator)
    return None if seen is None else own(seen)


def own(seen: Observation) -> Figure:
    """The observation as a figure of its own place."""
    return Figure(observation=seen, rung=Rung.OWN)


def row(view: FigureView, *, label: str = "", value: str = "", said: Sequence[str] = ()) -> Row:
    """The figure as a row; label and value as given, else its own."""
    return (
        text(label or view.label),
        figure(value or view.value),
        sourced(view.source, said=about(view, said)),
    )


def about(view: FigureView, said: Sequence[str] = ()) -> tuple[str, ...]:
    """What stands with a figure: period, range, rung with the place it is of, status."""
    rung = f"{view.rung} ({view.place})" if view.rung else ""
    return tuple(filter(None, (view.period, view.range, *said, rung, *view.statuses)))


def table(key: str, caption: str, rows: Iterable[Row]) -> Table:
    """The rows under the head of figures."""
    return Table(key=key, caption=caption, head=head(), rows=tuple(rows))


def of_place(label: str, place: str, book: Book) -> str:
    """A caption that no other table or section of a page has."""
    return _("{label}, {place}").format(label=label, place=book.place(place))


def not_known(names: Sequence[str]) -> str:
    """The sentence that says what is missing; empty where nothing is."""
    if not names:
        return ""
    return _("Not known: {names}.").format(names=_("; ").join(names))
