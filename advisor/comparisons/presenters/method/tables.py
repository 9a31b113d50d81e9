"""Tables as the method page and its document show them: texts, numbers, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.comparisons.presenters.trails import SourceLink

MOST_STACKED = 3  # columns


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What stands in a cell: a text, a number as text, or sources."""

    text: str = ""
    is_number: bool = False
    sources: tuple[SourceLink, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows under a head; the first cell of a row names it. `key` is its place on the page.

    `origin` holds sources of the table as a whole, where no column does.
    """

    key: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    origin: Cell | None = None

    @property
    def said_below(self) -> Cell | None:
        """What is said once for the whole table: its origin, or the one that all rows share."""
        return self.origin or self._shared()

    @property
    def columns(self) -> tuple[tuple[str, bool], ...]:
        """Each heading of `body`, and whether numbers stand below it."""
        first = self.body[0] if self.body else ()
        return tuple((title, cell.is_number) for title, cell in zip(self.head, first, strict=False))

    @property
    def body(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, without a column that says the same throughout."""
        return tuple(row[:-1] for row in self.rows) if self._shared() else self.rows

    @property
    def is_small(self) -> bool:
        """Whether its rows can be stacked where the page is narrow."""
        return len(self.columns) <= MOST_STACKED

    def _shared(self) -> Cell | None:
        last = {row[-1] for row in self.rows}
        only = next(iter(last)) if len(last) == 1 and len(self.rows) > 1 else None
        return only if only is not None and only.sources else None


def text(value: str) -> Cell:
    """A cell of words."""
    return Cell(text=value)


def figure(value: str) -> Cell:
    """A cell with a number."""
    return Cell(text=value, is_number=True)


def sourced(*sources: SourceLink, said: Iterable[str] = ()) -> Cell:
    """A cell with the sources of its row, and what is to be said of them."""
    return Cell(text=" · ".join(said), sources=sources)
