"""What a mapping from a source's table to the tidy form must say, for forms and workers alike.

Nothing but the standard library: the process that serves the form loads none of what reads sources.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Part = Literal[
    "place", "indicator", "period", "value", "low", "high", "range_kind", "status", "source", "note"
]
PARTS: tuple[Part, ...] = get_args(Part)
NEEDED: tuple[Part, ...] = ("place", "indicator", "period", "value")
Spread = Literal["period", "indicator"]  # what each column of a wide table stands for
Decimal = Literal[".", ","]
Thousands = Literal["", ",", ".", " ", "'"]
PlaceLevel = Literal["", "nation", "region", "province", "city", "district"]
EMPTY = ("", "-", "--", "—", "——", "–", "…", "...", "..", "n/a", "na", "null", "无", "暂无")
PUBLISHERS = ("nbs_70_cities", "nbs_data_service")  # forms that need more than a mapping
MOST_TEXT = 200  # characters of a heading or a text for all rows
MOST_PATH = 300
MOST_ENTRIES = 500
LAST_HEADING_ROW = 1_000


@dataclass(frozen=True, slots=True)
class MappingFault:
    """Why a mapping leads nowhere; the code is put in words where it is shown."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


def mapping_faults(
    *,
    columns: Set[str],
    constants: Set[str],
    spread: str | None,
    decimal: str,
    thousands: str,
) -> Iterator[MappingFault]:
    """What is wrong with a mapping, given the parts that columns and constants lead to.

    `spread`: what each column of a wide table stands for; None where a row holds one figure.
    """
    given = {*columns, *constants} | ({spread, "value"} if spread else set())
    if missing := [part for part in NEEDED if part not in given]:
        yield MappingFault("parts_missing", {"parts": missing})
    if twice := sorted(columns & constants):
        yield MappingFault("parts_twice", {"parts": twice})
    if spread and (again := sorted({spread, "value"} & {*columns, *constants})):
        yield MappingFault("parts_spread", {"parts": again})
    if given & {"low", "high"} and "range_kind" not in given:
        yield MappingFault("range_kind_needed")
    if spread and given & {"low", "high"}:
        yield MappingFault("range_in_wide_table")
    if decimal == thousands:
        yield MappingFault("same_signs")
