"""From what `advisor.sources` reads to the rows that validation examines."""

from collections.abc import Iterable

from advisor.datasets.unreadable import UnreadableError
from advisor.datasets.validation.tidy import FileRows, RowAside, TidyRow
from advisor.sources.errors import SourceError
from advisor.sources.tables import UnevenRow
from advisor.sources.tidy_csv import tidy_csv


def tidy_file_rows(content: bytes) -> FileRows:
    """The rows of a CSV file in the tidy form. Raises UnreadableError for what is none."""
    try:
        table = tidy_csv(content)
    except SourceError as error:
        raise UnreadableError(error.code, error.params) from error
    return FileRows(
        rows=[TidyRow(*cells) for cells in table.frame.itertuples(name=None)],
        unread=uneven_rows(table.uneven),
        columns_missing=table.missing,
        columns_unknown=table.unknown,
        columns_twice=table.twice,
    )


def uneven_rows(rows: Iterable[UnevenRow]) -> list[RowAside]:
    """Rows whose cells don't match the headings, as rows set aside."""
    return [
        RowAside(
            row=one.row,
            content={"cells": list(one.cells[:100])},
            code="cells",
            params={"found": len(one.cells), "expected": one.expected},
        )
        for one in rows
    ]
