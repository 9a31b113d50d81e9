"""The monthly release of the National Bureau of Statistics on home prices in 70 cities.

A page with a table of new and one of second-hand homes: two cities a row, each with the index to
the month before (上月=100) and to the same month of the year before (上年同月=100), rounded to 0.1.
The level index goes on from the level in force of the month before. Whatever is not as it always
was stops the reading: a table is never taken for another, nor a column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pandas as pd

from advisor.sources.errors import ReadError
from advisor.sources.html_tables import PageTable, page_tables
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.tidy_csv import HEADINGS, TidyTable

MONTH = r"(20\d\d)年(1[0-2]|0?[1-9])月份?70个大中城市"
TITLES = {
    "hpi_new": re.compile(MONTH + r"新建商品住宅(?:销售)?价格指数$"),
    "hpi_secondhand": re.compile(MONTH + r"二手住宅(?:销售)?价格指数$"),
}
CITIES = 70
CITY = "city"
EXACT = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Line:
    """What the release says of a city."""

    row: int
    city: str
    to_month_before: str
    to_year_before: str


def tidied(content: bytes, surroundings: Surroundings) -> TidyTable:
    """Level and one-year change of both indices. Raises ReadError for any other page."""
    rows: list[tuple[int, dict[str, str]]] = []
    tables = page_tables(content)
    for indicator, title in TITLES.items():
        period, table = _table(tables, title)
        for line in _lines(table):
            rows.append((line.row, _level(line, indicator, period, surroundings)))
            rows.append((line.row, _change(line, indicator, period, surroundings)))
    if not any(row["value"] for _, row in rows if row["indicator"] in TITLES):
        raise ReadError("month_before_missing", period=period)
    frame = pd.DataFrame(
        [{part: row.get(part, "") for part in HEADINGS} for _, row in rows],
        index=[number for number, _ in rows],
        dtype=object,
    )
    return TidyTable(frame=frame)


def _table(tables: list[PageTable], title: re.Pattern[str]) -> tuple[str, PageTable]:
    """Period and content of the one table under the title; a page may show it twice."""
    found = [(match, table) for table in tables if (match := title.search(_heading(table)))]
    if not found or any(table.rows != found[0][1].rows for _, table in found):
        raise ReadError("table_not_found", title=title.pattern, tables=len(found))
    month, table = found[0]
    return f"{month[1]}-{int(month[2]):02}", table


def _heading(table: PageTable) -> str:
    """The first row where that is one wide cell, else the text before the table."""
    first = {*table.rows[0]} if table.rows else set()
    return re.sub(r"\s", "", first.pop() if len(first) == 1 else table.lead)


def _lines(table: PageTable) -> Iterator[Line]:
    """The cities in both halves of the table. Raises ReadError unless there are 70."""
    starts = _starts(table)
    count = 0
    for number, cells in enumerate(table.rows, start=1):
        for start in starts:
            line = cells[start : start + 3]
            if len(line) == 3 and line[0] and _is_number(line[1]):
                count += 1
                city = re.sub(r"\s", "", line[0])
                yield Line(number, city, line[1], line[2])
    if count != CITIES:
        raise ReadError("cities_missing", found=count, expected=CITIES)


def _starts(table: PageTable) -> list[int]:
    """The columns in which the halves begin: 城市 followed by 环比 and 同比."""
    for cells in table.rows:
        names = [re.sub(r"\s", "", cell) for cell in cells]
        starts = [at for at, name in enumerate(names) if name == "城市"]
        if starts:
            if all(names[at + 1 : at + 3] == ["环比", "同比"] for at in starts):
                return starts
            raise ReadError("columns_changed", columns=names[:12])
    raise ReadError("columns_changed", columns=[])


def _level(line: Line, indicator: str, period: str, around: Surroundings) -> dict[str, str]:
    """The level index: that of the month before times the index to the month before."""
    place = around.place_of(line.city, CITY)
    before = around.known(place, indicator, _month_before(period)) if place else None
    chained = ""
    if before is not None and _is_number(line.to_month_before):
        chained = f"{(Decimal(before) * Decimal(line.to_month_before) / 100).quantize(EXACT):f}"
    return {
        "place": place or line.city,
        "indicator": indicator,
        "period": period,
        "value": chained,
        "status": "e",
        "source": around.mapping.get("level_source") or around.source,
        "note": f"level of {_month_before(period)} x {line.to_month_before} / 100",
    }


def _change(line: Line, indicator: str, period: str, around: Surroundings) -> dict[str, str]:
    """The change in one year, as published."""
    change = ""
    if _is_number(line.to_year_before):
        change = f"{Decimal(line.to_year_before) / 100 - 1:f}"
    return {
        "place": around.place_of(line.city, CITY) or line.city,
        "indicator": f"{indicator}_change_1y",
        "period": period,
        "value": change,
        "source": around.source,
        "note": f"published index to the same month of the year before: {line.to_year_before}",
    }


def _month_before(period: str) -> str:
    year, month = int(period[:4]), int(period[5:])
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"


def _is_number(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False
