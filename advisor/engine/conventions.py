"""Conventions: what is chosen, not measured. Defaults, ranges, reasons, and the user's changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

# What a value of that unit can be at all; a convention's own range is what is plausible.
BOUNDS: Mapping[str, tuple[float, float]] = {
    "fraction": (0, 1),
    "fraction a month": (0, 1),
    "fraction a year": (-0.5, 0.5),
    "correlation": (-1, 1),
    "exponent": (0, 3),
    "multiple": (0.01, 100),
    "m2": (5, 1_000),
    "years": (1, 100),
    "degrees north": (-90, 90),
}
OTHER_BOUNDS = (0, 1_000_000)  # amounts, months, trips


class Mark(StrEnum):
    """How well a convention is founded; shown beside it."""

    PACK = "pack"
    COMMON = "common"
    CHOICE = "choice"
    TO_CHECK = "to_check"


@dataclass(frozen=True, kw_only=True, slots=True)
class Convention:
    """One chosen value. `unit` is a code (fraction, CNY, months, m2 …) that pages put in words."""

    name: str
    group: str
    default: float
    low: float
    high: float
    unit: str
    mark: Mark
    label_en: str
    label_zh: str
    reason_en: str
    reason_zh: str
    source: str = ""

    @property
    def bounds(self) -> tuple[float, float]:
        """Between which values the arithmetic stands, however little plausible they are."""
        return BOUNDS.get(self.unit, OTHER_BOUNDS)


class ConventionError(ValueError):
    """The conventions file breaks its own rules; the message names the entry and the fault."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumptions:
    """The conventions in force for one question: defaults, and what the user changed.

    While the engine looks for what would change an answer, a value may be an array of candidates.
    """

    conventions: Mapping[str, Convention]
    changed: Mapping[str, Any]

    def __getitem__(self, name: str) -> float:
        value: float = self.changed.get(name, self.conventions[name].default)
        return value

    def is_yours(self, *names: str) -> bool:
        """Whether the user changed any of these."""
        return any(name in self.changed for name in names)


def conventions(entries: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Convention]:
    """The validated conventions by name.

    Raises ConventionError where a key is unknown or missing, or a default lies outside its range.
    """
    return MappingProxyType({name: _convention(name, entry) for name, entry in entries.items()})


def _convention(name: str, entry: Mapping[str, Any]) -> Convention:
    try:
        one = Convention(name=name, **{**entry, "mark": Mark(entry["mark"])})
    except (TypeError, ValueError, KeyError) as error:
        raise ConventionError(f"{name}: {error}") from error
    if not one.low <= one.default <= one.high:
        raise ConventionError(f"{name}: {one.default} lies outside {one.low} to {one.high}")
    return one
