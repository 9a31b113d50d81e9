"""Tables out of XLSX files: values and formulas as text, dates in ISO form."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import openpyxl

from advisor.sources.errors import ReadError
from advisor.sources.tables import MOST_COLUMNS, Numbered, Table, padded, table_of
from advisor.sources.workbooks import check_workbook


def xlsx_table(content: bytes, *, sheet: str | int = 1, heading_row: int | None = None) -> Table:
    """The table of a sheet, by name or by number from 1. Raises ReadError."""
    check_workbook(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and features that no figure needs
        try:
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, keep_links=False)
            rows = list(_rows(_sheet(book, sheet)))
        except ReadError:
            raise
        except Exception as error:
            raise ReadError("not_xlsx") from error
    width = max((len(cells) for _, cells in rows), default=0)
    return table_of(
        ((number, padded(cells, width)) for number, cells in rows), heading_row=heading_row
    )


def _sheet(book: openpyxl.Workbook, sheet: str | int) -> Any:
    names = book.sheetnames
    if isinstance(sheet, int) and 0 < sheet <= len(names):
        return book[names[sheet - 1]]
    if sheet in names:
        return book[str(sheet)]
    raise ReadError("no_sheet", sheet=str(sheet), sheets=names[:30])


def _rows(sheet: Any) -> Iterator[Numbered]:
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if len(values) > MOST_COLUMNS:
            raise ReadError("too_many_columns", most=MOST_COLUMNS)
        yield number, [_text(value) for value in values]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    text = getattr(value, "text", value)  # of a formula over several cells
    return str(text).strip()
