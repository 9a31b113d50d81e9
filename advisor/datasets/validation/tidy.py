"""Rows of the tidy form as text, before anything in them is believed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

# The columns that a file in the tidy form must have, by the name of the part of a row.
NEEDED = {
    "place": "adcode",
    "indicator": "indicator",
    "period": "period",
    "value": "value",
    "low": "low",
    "high": "high",
    "status": "status",
    "source": "source_id",
    "note": "note",
}


class TidyRow(NamedTuple):
    """The cells of one row of the file; `range_kind` is None where the file has no such column."""

    row: int
    place: str
    indicator: str
    period: str
    value: str
    low: str
    high: str
    range_kind: str | None
    status: str
    source: str
    note: str

    def content(self) -> dict[str, Any]:
        """The cells by the heading of their column."""
        cells = {heading: getattr(self, part) for part, heading in NEEDED.items()}
        return cells if self.range_kind is None else cells | {"range_kind": self.range_kind}


@dataclass(frozen=True, kw_only=True, slots=True)
class RowAside:
    """A row that is left out, as it stood, and why; `key` names its figure where it is known."""

    row: int
    content: Mapping[str, Any]
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    key: tuple[str, str, str] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FileRows:
    """What was read from a file: rows, rows that could not be read as such, and its headings."""

    rows: Sequence[TidyRow]
    unread: Sequence[RowAside] = ()
    columns_missing: Sequence[str] = ()
    columns_unknown: Sequence[str] = ()
    columns_twice: Sequence[str] = ()

    @property
    def count(self) -> int:
        return len(self.rows) + len(self.unread)
