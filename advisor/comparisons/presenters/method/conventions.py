"""Every convention by group: value, range, reason, how it is founded, source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import SourceLink, source_link
from advisor.engine.conventions import Convention
from advisor.web.money import number

NAMED_BY_THE_SENTENCE = {"months", "years", "trips a year"}


@dataclass(frozen=True, kw_only=True, slots=True)
class ConventionRow:
    """`range` is empty where only one value is plausible."""

    name: str
    label: str
    value: str
    range: str
    reason: str
    mark: str
    source: SourceLink | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ConventionGroup:
    key: str
    title: str
    rows: tuple[ConventionRow, ...]


def convention_groups(book: Book) -> tuple[ConventionGroup, ...]:
    """All conventions, in the order of their file."""
    groups: dict[str, list[ConventionRow]] = {}
    for one in book.conventions.values():
        groups.setdefault(one.group, []).append(_row(one, book))
    titles = dict(_titles())
    return tuple(
        ConventionGroup(key=group, title=titles[group], rows=tuple(rows))
        for group, rows in groups.items()
    )


def default_words(name: str, book: Book) -> str:
    """The default value of a convention as it stands in a sentence: months and years as numbers."""
    one = book.conventions[name]
    if one.unit in NAMED_BY_THE_SENTENCE:
        return number(one.default)
    return wording.unit_amount(one.default, one.unit)


def _titles() -> Iterator[tuple[str, str]]:
    yield "living", _("Daily spending")
    yield "housing", _("Housing")
    yield "moving", _("The move")
    yield "pay", _("Pay")
    yield "projection", _("The years ahead")
    yield "uncertainty", _("Uncertainty")


def _row(one: Convention, book: Book) -> ConventionRow:
    low, high = (wording.unit_amount(end, one.unit) for end in (one.low, one.high))
    return ConventionRow(
        name=one.name,
        label=wording.language_text(en=one.label_en, zh=one.label_zh),
        value=wording.unit_amount(one.default, one.unit),
        range="" if one.low == one.high else _("{low} to {high}").format(low=low, high=high),
        reason=wording.language_text(en=one.reason_en, zh=one.reason_zh),
        mark=wording.mark_word(one.mark),
        source=source_link(one.source, book) if one.source else None,
    )
