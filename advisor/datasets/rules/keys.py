"""Checking that rule files hold the keys they should, and no other."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from advisor.datasets.rules import shapes
from advisor.datasets.rules.faults import Row, RuleFault, rows

DEDUCTIONS = "special_additional_deductions"


def key_faults(files: Mapping[str, Any]) -> Iterator[RuleFault]:
    """Unknown and missing files, sections and keys, other than those the engine reads as pay."""
    for name in files.keys() - shapes.SECTIONS.keys() - shapes.PAY_FILES:
        if not name.startswith(shapes.CONTRIBUTIONS):
            yield RuleFault(path=name, code="unknown_file")
    if not files.get("minimum_wage"):
        yield RuleFault(path="minimum_wage", code="missing")
    for name, sections in shapes.SECTIONS.items():
        yield from _file_faults(name, files.get(name), sections)
    income_tax = files.get("income_tax")
    if isinstance(income_tax, Mapping):
        deductions = income_tax.get(DEDUCTIONS)
        yield from _file_faults(f"income_tax.{DEDUCTIONS}", deductions, shapes.DEDUCTIONS)
        for path, row in rows(income_tax.get("personal_pension"), "income_tax.personal_pension"):
            yield from _unknown(path, row, shapes.PERSONAL_PENSION)


def _file_faults(
    name: str, content: Any, sections: Mapping[str, frozenset[str]]
) -> Iterator[RuleFault]:
    if not isinstance(content, Mapping):
        yield RuleFault(path=name, code="missing")
        return
    yield from _unknown(name, content, sections.keys())
    for key, allowed in sections.items():
        if key not in content:
            yield RuleFault(path=f"{name}.{key}", code="missing")
        for path, row in rows(content.get(key), f"{name}.{key}"):
            if not _is_group(row):
                yield from _unknown(path, row, allowed)


def _is_group(row: Row) -> bool:
    """Whether the map only names lists of rows, as the loan rates of the fund by kind of home."""
    return all(isinstance(value, list) for value in row.values())


def _unknown(path: str, row: Row, allowed: Collection[str]) -> Iterator[RuleFault]:
    for key in sorted(row.keys() - allowed):
        yield RuleFault(path=f"{path}.{key}", code="unknown_key")
