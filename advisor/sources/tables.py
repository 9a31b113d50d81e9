"""Tables as they are read: cells as text, under their headings, with the row of the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from advisor.sources.errors import ReadError

Numbered = tuple[int, list[str]]  # the row of the file, counted from 1, and its cells
MOST_COLUMNS = 2_000
MOST_ROWS = 2_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class UnevenRow:
    """A row with more or fewer cells than there are headings."""

    row: int
    cells: tuple[str, ...]
    expected: int


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Table:
    """Cells as text; the index of `frame` is the row of the file, `headings` its columns' names.

    Columns of `frame` are numbered, since headings may stand twice.
    """

    headings: tuple[str, ...]
    frame: pd.DataFrame
    uneven: tuple[UnevenRow, ...] = ()

    def column(self, heading: str) -> "pd.Series[str]":
        """The cells under a heading. Raises ReadError where it stands not exactly once."""
        found = [at for at, name in enumerate(self.headings) if name == heading]
        if len(found) != 1:
            code = "column_twice" if found else "column_missing"
            raise ReadError(code, column=heading, columns=list(self.headings)[:30])
        return self.frame[found[0]]


def table_of(rows: Iterable[Numbered], *, heading_row: int | None = None) -> Table:
    """The table whose headings stand in that row of the file, else in the first that has cells.

    Rows without any cell are left out. Raises ReadError where there are no headings.
    """
    filled = ((number, cells) for number, cells in rows if any(cells))
    headings = _headings(filled, heading_row)
    even: list[list[str]] = []
    numbers: list[int] = []
    uneven: list[UnevenRow] = []
    width = len(headings)
    for number, cells in islice(filled, MOST_ROWS + 1):
        if len(cells) == width:
            even.append(cells)
            numbers.append(number)
        else:
            uneven.append(UnevenRow(row=number, cells=tuple(cells), expected=width))
    if len(even) + len(uneven) > MOST_ROWS:
        raise ReadError("too_many_rows", most=MOST_ROWS)
    frame = pd.DataFrame(even, index=numbers, columns=range(width), dtype=object)
    return Table(headings=headings, frame=frame, uneven=tuple(uneven))


def padded(cells: Sequence[str], width: int) -> list[str]:
    """The cells filled up to that width: formats without separators don't count empty cells."""
    kept = list(cells)
    while len(kept) > width and not kept[-1]:
        kept.pop()
    return kept + [""] * (width - len(kept))


def _headings(rows: Iterable[Numbered], wanted: int | None) -> tuple[str, ...]:
    for number, cells in rows:
        if wanted is None or number == wanted:
            if len(cells) > MOST_COLUMNS:
                raise ReadError("too_many_columns", most=MOST_COLUMNS)
            return tuple(cells)
        if number > wanted:
            break
    raise ReadError("no_headings", row=wanted or 1)
