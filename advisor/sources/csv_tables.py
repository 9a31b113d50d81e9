"""Tables out of CSV files: separated by commas, semicolons, tabs or bars."""

import csv
import io
from collections.abc import Iterator

from advisor.sources.errors import ReadError
from advisor.sources.tables import Numbered, Table, table_of
from advisor.sources.texts import is_markup, text_of

SEPARATORS = ",;\t|"


def csv_table(content: bytes, *, heading_row: int | None = None) -> Table:
    """The table of a CSV file. Raises ReadError for what is no such file."""
    text = text_of(content)
    if is_markup(text):
        raise ReadError("page_instead")
    if text.lstrip().startswith(("{", "[")):
        raise ReadError("other_format", found="JSON")
    return table_of(_rows(text), heading_row=heading_row)


def _rows(text: str) -> Iterator[Numbered]:
    """Rows counted from 1 as a spreadsheet counts them; cells without space around them."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    row = 0
    try:
        for row, cells in enumerate(lines, start=1):
            yield row, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise ReadError("not_csv", row=row + 1, problem=str(error)) from error


def _separator(text: str) -> str:
    """The sign that parts most cells in the first line that has any."""
    first = next(line for line in text.splitlines() if line.strip())
    return max(SEPARATORS, key=first.count)
