"""Tables out of web pages, with what is written before each; spanned cells are filled in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from advisor.sources.errors import ReadError
from advisor.sources.tables import MOST_COLUMNS, Table, padded, table_of
from advisor.sources.texts import text_of

MOST_TABLES = 1_000
WIDEST_SPAN = 200
LONGEST_SPAN = 2_000
MOST_CELLS = 2_000_000
UNSEEN = {"script", "style", "template", "noscript"}
LEAD = 300  # characters of the text before a table that are kept


@dataclass(slots=True)
class PageTable:
    """Rows of cells, and the end of the text that stands before the table."""

    lead: str
    rows: list[list[str]] = field(default_factory=list)


def page_tables(content: bytes) -> list[PageTable]:
    """The tables of a page in order; of nested ones the inner first. Raises ReadError."""
    parser = _Parser()
    parser.feed(text_of(content))
    parser.close()
    return parser.found


def html_table(content: bytes, *, number: int = 1, heading_row: int | None = None) -> Table:
    """The table of that number, from 1, in the page. Raises ReadError where there is none."""
    tables = page_tables(content)
    if not 0 < number <= len(tables):
        raise ReadError("no_table", number=number, tables=len(tables))
    rows = tables[number - 1].rows
    width = max((len(cells) for cells in rows), default=0)
    numbered = ((row, padded(cells, width)) for row, cells in enumerate(rows, start=1))
    return table_of(numbered, heading_row=heading_row)


class _Open:
    """A table whose end has not come yet."""

    def __init__(self, lead: str) -> None:
        self.table = PageTable(lead)
        self.row: list[str] | None = None
        self.cell: list[str] | None = None
        self.span = (1, 1)
        self.hanging: dict[int, tuple[str, int]] = {}  # column: text, rows it still covers
        self.cells = 0

    def begin_row(self) -> None:
        self.end_row()
        self.row = []
        self._hang()

    def end_row(self) -> None:
        self.end_cell()
        if self.row is not None:
            self.table.rows.append(self.row)
            self.cells += len(self.row) + 1
            self.row = None
            if self.cells > MOST_CELLS:
                raise ReadError("too_many_rows", most=MOST_CELLS)

    def begin_cell(self, columns: int, rows: int) -> None:
        self.end_cell()
        if self.row is None:
            self.begin_row()
        self.cell, self.span = [], (columns, rows)

    def end_cell(self) -> None:
        if self.cell is None or self.row is None:
            return
        if len(self.row) > MOST_COLUMNS:
            raise ReadError("too_many_columns", most=MOST_COLUMNS)
        text = " ".join("".join(self.cell).split())
        columns, rows = self.span
        for _ in range(columns):
            if rows > 1:
                self.hanging[len(self.row)] = (text, rows - 1)
            self.row.append(text)
        self.cell = None
        self._hang()

    def _hang(self) -> None:
        """Fill in what cells of rows above cover."""
        while self.row is not None and len(self.row) in self.hanging:
            column = len(self.row)
            text, rows = self.hanging.pop(column)
            self.row.append(text)
            if rows > 1:
                self.hanging[column] = (text, rows - 1)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[PageTable] = []
        self._open: list[_Open] = []
        self._before = ""
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        elif tag == "table":
            if len(self.found) + len(self._open) >= MOST_TABLES:
                raise ReadError("too_many_tables", most=MOST_TABLES)
            self._open.append(_Open(" ".join(self._before.split())[-LEAD:]))
            self._before = ""
        elif self._open and tag == "tr":
            self._open[-1].begin_row()
        elif self._open and tag in ("td", "th"):
            spans = dict(attrs)
            columns = _span(spans.get("colspan"), WIDEST_SPAN)
            self._open[-1].begin_cell(columns, _span(spans.get("rowspan"), LONGEST_SPAN))

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif self._open and tag == "tr":
            self._open[-1].end_row()
        elif self._open and tag in ("td", "th"):
            self._open[-1].end_cell()
        elif self._open and tag == "table":
            self._close()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.append(data)
        else:
            self._before = (self._before + data)[-4 * LEAD :]

    def close(self) -> None:
        """Take what was never closed as it is."""
        super().close()
        while self._open:
            self._close()

    def _close(self) -> None:
        ended = self._open.pop()
        ended.end_row()
        self.found.append(ended.table)


def _span(text: str | None, most: int) -> int:
    number = int(text) if text and text.strip().isascii() and text.strip().isdecimal() else 1
    return min(max(number, 1), most)
