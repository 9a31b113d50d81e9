"""Where a number comes from: lines with their formula in words, figures, rules and conventions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from advisor.engine.reference import Figure

Value = str | int | float | None


class Head(StrEnum):
    """What a line is part of. The lines of a head add up to the head's total."""

    GROSS = "gross"
    CONTRIBUTIONS = "contributions"
    TAX = "tax"
    HOUSING = "housing"
    LIVING = "living"
    COMMITMENTS = "commitments"
    LOCKED_SAVINGS = "locked_savings"
    ONE_OFF = "one_off"
    RECOVERABLE = "recoverable"
    CONTEXT = "context"


class Basis(StrEnum):
    MEASURED = "measured"
    CONVENTION = "convention"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be worded outside the engine: a code and what fills it.

    A parameter whose name ends in `_fen` is money, in `_share` a fraction, in `_place` an adcode.
    """

    code: str
    params: dict[str, Value] = field(default_factory=dict)


def say(code: str, **params: Value) -> Sentence:
    """The sentence of that code."""
    return Sentence(code, params)


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleUse:
    """A dated rule that a line applied. `rung` is `own` where it is the city's own rule."""

    source: str
    effective_from: str
    status: str = ""
    rung: str = "own"
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One amount of the picture. `amount` is fen a month, or fen once for one-off heads."""

    line: str
    head: Head
    amount: int
    basis: Basis
    formula: Sentence
    figures: tuple[Figure, ...] = ()
    rules: tuple[RuleUse, ...] = ()
    conventions: tuple[str, ...] = ()
    earner: int | None = None

    @property
    def is_approximation(self) -> bool:
        """True where a figure or rule of the line is a parent's, imputed or unreliable."""
        return any(figure.is_approximation for figure in self.figures) or any(
            rule.rung != "own" or set(rule.status) & {"i", "u"} for rule in self.rules
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """A line that is missing or approximated, with the reason."""

    line: str
    reason: Sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one part of the model found: its lines, what it lacks and what should be said."""

    lines: tuple[Line, ...] = ()
    missing: tuple[Gap, ...] = ()
    notes: tuple[Sentence, ...] = ()

    def __add__(self, other: Part) -> Part:
        return Part(
            lines=self.lines + other.lines,
            missing=self.missing + other.missing,
            notes=self.notes + other.notes,
        )


def total(lines: Iterable[Line], head: Head) -> int:
    """Fen of all lines under that head."""
    return sum(line.amount for line in lines if line.head is head)
