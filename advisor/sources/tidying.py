"""From a source's table, by its mapping, to the tidy form; all still text."""

import re
import unicodedata
from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from functools import partial

import pandas as pd

from advisor.sources.errors import MappingError
from advisor.sources.mapping import Mapping
from advisor.sources.periods import period_of
from advisor.sources.tables import Table
from advisor.sources.tidy_csv import HEADINGS, TidyTable
from advisor.sources.units import factor

NUMBERS = ("value", "low", "high")
PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)


def tidied(
    table: Table, mapping: Mapping, *, source: str, units: AnyMapping[str, str]
) -> TidyTable:
    """The rows of the table in the tidy form. Rows without a value say nothing and are left out.

    `source` is that of rows that name none; `units` the unit of every known indicator. Raises
    MappingError where the mapping doesn't fit the table, or a unit the indicator.
    """
    frame = _parts(table, mapping).reset_index(names="row")
    empty = {one.casefold() for one in mapping.empty}
    for part in NUMBERS:
        frame[part] = _each(frame[part], lambda text: "" if _plain(text) in empty else text)
    frame = frame[frame["value"] != ""].reset_index(drop=True)
    frame["period"] = _each(frame["period"], period_of)
    frame["indicator"] = _each(frame["indicator"], lambda text: mapping.indicators.get(text, text))
    for part in NUMBERS:
        frame[part] = _each(frame[part], lambda text: _number(text, mapping))
    _change_units(frame, mapping, units)
    frame["source"] = _each(frame["source"], lambda text: text or source)
    return TidyTable(frame=frame.set_index("row")[list(HEADINGS)], uneven=table.uneven)


def _parts(table: Table, mapping: Mapping) -> pd.DataFrame:
    """One row a value, with a column for every part of the tidy form."""
    known = {part: table.column(heading) for part, heading in mapping.columns.items()}
    frame = pd.DataFrame(known, index=table.frame.index, dtype=object)
    if mapping.wide:
        frame = _long(table, mapping, frame)
    constants = {str(part): text for part, text in mapping.constants.items()}
    for part in HEADINGS:
        if part not in frame:
            frame[part] = constants.get(part, "")
    return frame.astype(object)


def _long(table: Table, mapping: Mapping, known: pd.DataFrame) -> pd.DataFrame:
    """The wide columns below one another, row by row of the file."""
    assert mapping.wide is not None  # noqa: S101  asked for by the caller
    columns = mapping.wide.columns or {
        heading: heading
        for heading in table.headings
        if period_of(heading) != heading or (heading.isdecimal() and len(heading) == 4)
    }
    if not columns:
        raise MappingError("no_wide_columns", columns=list(table.headings)[:30])
    pieces = []
    for heading, meaning in columns.items():
        piece = known.copy()
        piece[mapping.wide.each_is] = meaning
        piece["value"] = table.column(heading)
        pieces.append(piece)
    return pd.concat(pieces).sort_index(kind="stable")


def _each(column: "pd.Series[str]", change: Callable[[str], str]) -> "pd.Series[str]":
    """The column with every text changed; texts that stand often are changed once."""
    return column.map({text: change(text) for text in column.unique()})


def _plain(text: str) -> str:
    return text.strip().casefold()


def _number(text: str, mapping: Mapping) -> str:
    """The number as it is written in plain notation; what is none stays as it is, to be refused."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if mapping.thousands:
        grouped = re.escape(mapping.thousands)
        if re.fullmatch(rf"[+-]?\d{{1,3}}(?:{grouped}\d{{3}})+(?:[.,]\d+)?", plain):
            plain = plain.replace(mapping.thousands, "")
    if mapping.decimal == ",":
        plain = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else text
    return plain if PLAIN.fullmatch(plain) else text


def _change_units(frame: pd.DataFrame, mapping: Mapping, units: AnyMapping[str, str]) -> None:
    """Bring the numbers of the frame from the units of the source to those of the indicators."""
    for indicator in frame["indicator"].unique():
        given = mapping.units.get(indicator, mapping.units.get("*"))
        if given is None or indicator not in units:  # an unknown indicator is refused later
            continue
        change = partial(times, factor=factor(given, units[indicator]))
        rows = frame["indicator"] == indicator
        for part in NUMBERS:
            frame.loc[rows, part] = _each(frame.loc[rows, part], change)


def times(text: str, factor: Decimal) -> str:
    """The number times the factor, exactly; what is no number stays as it is."""
    is_same = factor == 1 or not PLAIN.fullmatch(text)
    return text if is_same else format(Decimal(text) * factor, "f")
