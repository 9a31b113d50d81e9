"""Content for tests of reading, and frames as plain rows."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from advisor.sources.tidy_csv import TidyTable

SAMPLES = Path(__file__).parents[1] / "samples"


def workbook(*rows: list[Any], sheet: str = "Sheet") -> bytes:
    """An XLSX file with those rows."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def plain(table: TidyTable, *parts: str) -> list[tuple[Any, ...]]:
    """The row of the file and the named parts of every row."""
    return list(table.frame[list(parts)].itertuples(name=None))
