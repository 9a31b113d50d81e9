"""Dated rules: values with the days they hold, and which of them holds on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.engine.trail import RuleUse

IMPUTED = "i"


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated[T]:
    """A value in force from a day, with its origin. `effective_to` None: until something follows.

    `status` holds SDMX letters, `confidence` how well the source is founded.
    """

    value: T
    effective_from: date
    effective_to: date | None
    source: str
    confidence: str
    status: str = ""
    note: str = ""

    def is_outdated(self, on: date) -> bool:
        """Whether the value's own days have passed by then."""
        return self.effective_to is not None and self.effective_to < on

    def use(self, on: date, *, rung: str = "own") -> RuleUse:
        """The trail of applying the value on that day; imputed where it is carried that far."""
        is_borrowed = self.is_outdated(on) or on < self.effective_from
        status = self.status
        if is_borrowed and IMPUTED not in status:
            status += IMPUTED
        return RuleUse(
            source=self.source,
            effective_from=self.effective_from.isoformat(),
            status=status,
            rung=rung,
            note=self.note,
        )


type History[T] = tuple[Dated[T], ...]


class NoRuleYetError(ValueError):
    """There is no rule of that kind for the place on the day; `earliest`: the first day of one."""

    def __init__(self, *, place: str, rule: str, on: date, earliest: date | None) -> None:
        self.place, self.rule, self.on, self.earliest = place, rule, on, earliest
        super().__init__(f"{place}: no {rule} on {on}; the first is of {earliest}")


def last_known[T](history: History[T], on: date) -> Dated[T] | None:
    """The newest value that had begun by that day, be it outdated; None before the first."""
    begun = [dated for dated in history if dated.effective_from <= on]
    return begun[-1] if begun else None


def known[T](history: History[T], on: date, *, place: str, rule: str) -> Dated[T]:
    """The newest value that had begun by that day; raises NoRuleYetError before the first."""
    found = last_known(history, on)
    if found is None:
        earliest = history[0].effective_from if history else None
        raise NoRuleYetError(place=place, rule=rule, on=on, earliest=earliest)
    return found


def in_force[T](history: History[T], on: date) -> Dated[T] | None:
    """The value whose own days hold that day; None outside them: nothing is carried forward."""
    found = last_known(history, on)
    return None if found is None or found.is_outdated(on) else found
