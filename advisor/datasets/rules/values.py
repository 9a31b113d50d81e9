"""Checking single values of rule files: numbers, days, sources and places."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from advisor.datasets.rules import shapes
from advisor.datasets.rules.faults import Row, RuleFault, rows, section

PPM = 1_000_000
FEN_PER_YUAN = 100


def value_faults(
    files: Mapping[str, Any], *, sources: Collection[str], places: Collection[str]
) -> Iterator[RuleFault]:
    """Numbers that are not exact, days that are none, unknown sources and places."""
    for path, row in rows(dict(files)):
        yield from _reference_faults(path, row, sources=sources, places=places)
        yield from _day_faults(path, row)
        if "confidence" in row:
            yield from _origin_faults(path, row)
        if path.split(".")[0] in shapes.SECTIONS or section(path) in _DEDUCTION_SECTIONS:
            yield from _number_faults(path, row)


_DEDUCTION_SECTIONS = frozenset(
    {f"income_tax.special_additional_deductions.{name}" for name in shapes.DEDUCTIONS}
    | {"income_tax.personal_pension"}
)


def _reference_faults(
    path: str, row: Row, *, sources: Collection[str], places: Collection[str]
) -> Iterator[RuleFault]:
    for key, known, code in (
        ("source_id", sources, "unknown_source"),
        ("also", sources, "unknown_source"),
        ("adcode", places, "unknown_place"),
    ):
        if row.get(key) and row[key] not in known:
            yield RuleFault(path=f"{path}.{key}", code=code, params={"value": str(row[key])})


def _day_faults(path: str, row: Row) -> Iterator[RuleFault]:
    for key in ("effective_from", "effective_to"):
        if row.get(key) and not _is_day(row[key]):
            yield RuleFault(path=f"{path}.{key}", code="not_a_day", params={"value": str(row[key])})


def _is_day(text: Any) -> bool:
    try:
        return bool(date.fromisoformat(text).isoformat() == text)
    except (TypeError, ValueError):
        return False


def _origin_faults(path: str, row: Row) -> Iterator[RuleFault]:
    if not row.get("source_id") and row["confidence"] != "missing":
        yield RuleFault(path=path, code="no_source")
    is_undated = section(path) in shapes.UNDATED or path.endswith(".rounding")
    if not row.get("effective_from") and not is_undated:
        yield RuleFault(path=path, code="no_day")


def _number_faults(path: str, row: Row) -> Iterator[RuleFault]:
    for key in row.keys() - shapes.TEXTS:
        text = row[key]
        if isinstance(text, str) and (code := _number_fault(section(path), key, text)):
            yield RuleFault(path=f"{path}.{key}", code=code, params={"value": text})


def _number_fault(section_path: str, key: str, text: str) -> str | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return "not_a_number"
    is_rate = key in shapes.RATES or (
        key == "value" and not section_path.startswith(shapes.AMOUNTS_UNDER_VALUE)
    )
    if not number.is_finite() or number * (PPM if is_rate else FEN_PER_YUAN) % 1:
        return "not_exact"
    lowest = -1 if section_path in shapes.MAY_BE_NEGATIVE else 0
    if number < lowest or (is_rate and number > 1):
        return "out_of_bounds"
    return None
