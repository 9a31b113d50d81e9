"""A feed's content as the rows that validation examines."""

from collections.abc import Mapping
from typing import Any

from advisor.datasets.canonical import Entry, Key
from advisor.datasets.contents import content
from advisor.datasets.models import Feed
from advisor.datasets.place_reading import PlaceReader
from advisor.datasets.places import gazetteer
from advisor.datasets.refreshing.tidy_files import uneven_rows
from advisor.datasets.validation.registry import Registry, registry
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.datasets.validation.tidy import FileRows, RowAside, TidyRow
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.reading import Form, tidy
from advisor.sources.tidy_csv import TidyTable


def feed_rows(feed: Feed, raw: bytes) -> FileRows:
    """The rows of the content, with codes for the names of places. Raises SourceError."""
    known = registry()
    form = Form(format=feed.format, publisher=feed.publisher_module, mapping=feed.mapping)
    table = tidy(raw, form, _surroundings(feed, known))
    level = str(feed.mapping.get("place_level", ""))
    return _rows(table, PlaceReader(gazetteer(), known.levels, level))


def _rows(table: TidyTable, places: PlaceReader) -> FileRows:
    rows: list[TidyRow] = []
    unread: list[RowAside] = uneven_rows(table.uneven)
    for cells in table.frame.itertuples(name=None):
        row = TidyRow(*cells)
        try:
            place = places.code(row.place)
            rows.append(row if place == row.place else row._replace(place=place))
        except RowFaultError as fault:
            unread.append(
                RowAside(row=row.row, content=row.content(), code=fault.code, params=fault.params)
            )
    return FileRows(
        rows=rows,
        unread=unread,
        columns_missing=table.missing,
        columns_unknown=table.unknown,
        columns_twice=table.twice,
    )


def _surroundings(feed: Feed, known: Registry) -> Surroundings:
    figures: Mapping[Key, Entry] = content(feed.dataset.head)

    def value(place: str, indicator: str, period: str) -> str | None:
        entry = figures.get((place, indicator, period))
        return entry.value if entry else None

    def place_of(name: str, level: str) -> str | None:
        try:
            return PlaceReader(gazetteer(), known.levels, level).code(name) or None
        except RowFaultError:
            return None

    mapping: Mapping[str, Any] = feed.mapping
    return Surroundings(
        source=feed.source_id,
        units={code: rule.unit for code, rule in known.indicators.items()},
        known=value,
        place_of=place_of,
        mapping=mapping,
    )
