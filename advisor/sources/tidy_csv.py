"""CSV files that are in the tidy form already, as the reference pack and our own downloads are."""

from dataclasses import dataclass

import pandas as pd

from advisor.sources.csv_tables import csv_table
from advisor.sources.errors import ReadError
from advisor.sources.tables import Table, UnevenRow

# The columns of the tidy form with the headings that they may bear.
HEADINGS = {
    "place": ("adcode", "place"),
    "indicator": ("indicator",),
    "period": ("period",),
    "value": ("value",),
    "low": ("low",),
    "high": ("high",),
    "range_kind": ("range_kind",),
    "status": ("status",),
    "source": ("source_id", "source"),
    "note": ("note",),
}
OPTIONAL = "range_kind"


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class TidyTable:
    """A frame of text with the columns of the tidy form; absent ones are None in every row.

    `missing`, `unknown` and `twice` are the headings that were wanted, not read, and repeated.
    """

    frame: pd.DataFrame
    uneven: tuple[UnevenRow, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()


def tidy_csv(content: bytes) -> TidyTable:
    """The rows of a tidy CSV file. Raises ReadError for what is none: no CSV, or other headings."""
    table = csv_table(content)
    names = [heading.casefold() for heading in table.headings]
    known = {name for headings in HEADINGS.values() for name in headings}
    if not known & {*names}:
        raise ReadError("not_tidy", columns=list(table.headings)[:30])
    at = {
        part: [index for index, name in enumerate(names) if name in headings]
        for part, headings in HEADINGS.items()
    }
    return TidyTable(
        frame=_frame(table, at),
        uneven=table.uneven,
        missing=tuple(
            HEADINGS[part][0] for part, found in at.items() if not found and part != OPTIONAL
        ),
        unknown=tuple(
            heading[:60]
            for heading, name in zip(table.headings, names, strict=True)
            if name not in known
        ),
        twice=tuple(HEADINGS[part][0] for part, found in at.items() if len(found) > 1),
    )


def _frame(table: Table, at: dict[str, list[int]]) -> pd.DataFrame:
    empty = pd.Series([None] * len(table.frame), index=table.frame.index, dtype=object)
    columns = {part: table.frame[found[0]] if found else empty for part, found in at.items()}
    return pd.DataFrame(columns, dtype=object)
