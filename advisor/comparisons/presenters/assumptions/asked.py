"""What was asked, as the list of assumptions reads it: given, or assumed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from advisor.comparisons.document_paths import Path, value_at
from advisor.comparisons.presenters.book import Book
from advisor.engine.household import Household
from advisor.web.money import large_yuan, number, percent


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumption:
    """One line of the list. `is_yours`: the person said it."""

    label: str
    value: str
    is_yours: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AssumptionGroup:
    """A part that is changed together; `section` names its form, `city` its destination."""

    section: str
    city: str
    title: str
    rows: tuple[Assumption, ...]

    @property
    def key(self) -> str:
        """What tells it from all others on the page."""
        return f"{self.section}-{self.city}" if self.city else self.section


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """The document as given, the household as read from it, and the names."""

    document: Mapping[str, Any]
    household: Household
    book: Book

    def row(
        self, label: str, path: Path, words: Callable[[Any], str], otherwise: str
    ) -> Assumption:
        """What the document says there in words, else what we assume."""
        value = value_at(self.document, path)
        return Assumption(
            label=label,
            value=otherwise if value is None else words(value),
            is_yours=value is not None,
        )

    def convention(self, name: str) -> float:
        """The value in force of a convention."""
        return self.book.assumptions.get(name, self.book.conventions[name].default)


def group(section: str, title: str, rows: Iterable[Assumption]) -> AssumptionGroup:
    """A part about the household, wherever it lives."""
    return AssumptionGroup(section=section, city="", title=title, rows=tuple(rows))


def amount_words(value: float) -> str:
    """An amount of the document."""
    return large_yuan(round(value * 100))


def monthly_words(value: float) -> str:
    """An amount of the document, a month."""
    return _("{amount} a month").format(amount=amount_words(value))


def area_words(value: float) -> str:
    """An area of the document."""
    return f"{number(value)} m²"


def months_words(value: float) -> str:
    """A number of months."""
    return _("{months} months").format(months=number(value, 1))


def share_words(value: float) -> str:
    """A rate of the document."""
    return percent(value, 2)


def choice_words(choices: Mapping[str, str]) -> Callable[[Any], str]:
    """The words of one of these choices; an amount where it is none of them."""
    return lambda value: choices[value] if value in choices else amount_words(value)


def yes_or_no(value: Any) -> str:
    """The word for true or false."""
    return _("yes") if value else _("no")
