"""What a publisher's module may know of the product's data, handed in as plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

# The value of a place, indicator and period in force, as text; None where there is none.
Known = Callable[[str, str, str], str | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """`mapping` is what staff filled in; `place_of` leads from a name and a level to a code."""

    source: str
    units: Mapping[str, str]
    known: Known
    place_of: Callable[[str, str], str | None]
    mapping: Mapping[str, Any] = field(default_factory=dict)
