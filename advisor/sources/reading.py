"""The one door from content to the tidy form, whatever the format."""

from dataclasses import dataclass, field
from typing import Any

from advisor.sources.csv_tables import csv_table
from advisor.sources.errors import MappingError
from advisor.sources.html_tables import html_table
from advisor.sources.json_tables import json_table
from advisor.sources.mapping import Mapping, mapping_of
from advisor.sources.publishers import PUBLISHERS
from advisor.sources.publishers.surroundings import Surroundings
from advisor.sources.tables import Table
from advisor.sources.tidy_csv import TidyTable, tidy_csv
from advisor.sources.tidying import tidied
from advisor.sources.xlsx_tables import xlsx_table


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """How content is to be read; without a mapping a CSV is expected to be tidy already."""

    format: str
    publisher: str = ""
    mapping: dict[str, Any] = field(default_factory=dict)


def tidy(content: bytes, form: Form, surroundings: Surroundings) -> TidyTable:
    """The content's rows in the tidy form. Raises ReadError or MappingError."""
    if form.format == "publisher":
        if form.publisher not in PUBLISHERS:
            raise MappingError("publisher_unknown", publisher=form.publisher)
        return PUBLISHERS[form.publisher](content, surroundings)
    if form.format == "csv" and not form.mapping:
        return tidy_csv(content)
    mapping = mapping_of(form.mapping)
    table = _table(content, form.format, mapping)
    return tidied(table, mapping, source=surroundings.source, units=surroundings.units)


def _table(content: bytes, form: str, mapping: Mapping) -> Table:
    match form:
        case "csv":
            return csv_table(content, heading_row=mapping.heading_row)
        case "xlsx":
            return xlsx_table(content, sheet=mapping.table, heading_row=mapping.heading_row)
        case "json":
            return json_table(content, path=mapping.records)
        case "html_table":
            number = mapping.table if isinstance(mapping.table, int) else 0
            return html_table(content, number=number, heading_row=mapping.heading_row)
        case _:
            raise MappingError("format_unknown", format=form)
