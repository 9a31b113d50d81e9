"""From a document to its answer: read, load the figures, compare. What pages need beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Min, Q

from advisor.comparisons.city_names import city_named
from advisor.comparisons.faults import Fault, FaultyDocumentError
from advisor.comparisons.households import Asked, asked
from advisor.comparisons.presenters.book import Book, IndicatorWords
from advisor.comparisons.presenters.result import ResultView, result_view
from advisor.comparisons.wording import place_name
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.datasets.models import Indicator
from advisor.datasets.places import gazetteer
from advisor.engine.comparison import compare
from advisor.engine.household import Household
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.reference import Reference
from advisor.engine.result import Comparison
from advisor.engine.trail import Sentence, say

ANSWERS_IN_PROCESS = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """A question with its answer and what it was worked out from."""

    document: Mapping[str, Any]
    household: Household
    notes: tuple[Sentence, ...]
    reference: Reference
    comparison: Comparison


def question_of(document: dict[str, Any], *, today: date) -> Asked:
    """The household of a document. Raises FaultyDocumentError for one that can't be read."""
    return asked(
        document,
        city_named=city_named(gazetteer()),
        conventions=bundled_conventions(),
        today=today,
    )


def answered(document: dict[str, Any], *, today: date) -> Answered:
    """The answer to a document.

    Raises FaultyDocumentError for a document that can't be answered, a date before the first rules
    among them; NoEditionError where no data is loaded.
    """
    question = question_of(document, today=today)
    figures = reference(on=question.household.on)
    return Answered(
        document=document,
        household=question.household,
        notes=(*question.notes, *_notes_on_edition(figures, question.household.on)),
        reference=figures,
        comparison=_compared(question.household, figures),
    )


def _notes_on_edition(figures: Reference, on: date) -> tuple[Sentence, ...]:
    """Said where the date lies before all editions: then the first of them is used."""
    published = figures.edition[: len("2026-11-23")]
    if published <= on.isoformat():
        return ()
    return (say("note.first_edition_used", edition=figures.edition, day=on.isoformat()),)


@dataclass(frozen=True, slots=True)
class _Question:
    """What an answer depends on: equal questions on one edition have one answer."""

    written: str  # the household in full, since its parts are not hashable
    edition: str
    household: Household = field(compare=False)
    figures: Reference = field(compare=False)


def _compared(household: Household, figures: Reference) -> Comparison:
    try:
        return _comparison(_Question(repr(household), figures.edition, household, figures))
    except NoRuleYetError as error:
        place = place_name(figures.places[error.place])
        day = error.earliest.isoformat() if error.earliest else ""
        fault = Fault("on", "no_rule_yet", {"place": place, "day": day})
        raise FaultyDocumentError([fault]) from error


@lru_cache(maxsize=ANSWERS_IN_PROCESS)
def _comparison(question: _Question) -> Comparison:
    """The comparison, kept: a page is opened again far more often than its question changes."""
    return compare(question.household, question.figures, bundled_conventions())


def book_of(answer: Answered) -> Book:
    """The names, units and sources behind the codes of an answer."""
    return Book(
        places=answer.reference.places,
        sources=answer.reference.sources,
        indicators=indicator_words(answer.reference.edition),
        conventions=bundled_conventions(),
        assumptions=answer.household.assumptions,
    )


def shown(answer: Answered) -> ResultView:
    """The answer as the result page shows it, in the active language."""
    book = book_of(answer)
    return result_view(
        answer.comparison,
        document=answer.document,
        household=answer.household,
        book=book,
        notes=tuple(book.say(note) for note in answer.notes),
    )


@lru_cache(maxsize=4)
def indicator_words(edition: str) -> Mapping[str, IndicatorWords]:
    """Names and units of all indicators; read anew with each edition."""
    rows = Indicator.objects.annotate(
        limit_days=Min("dataset__feeds__freshness_days", filter=Q(dataset__feeds__enabled=True))
    ).values_list("code", "label_en", "label_zh", "unit", "cadence", "limit_days")
    return {
        code: IndicatorWords(
            label_en=label_en, label_zh=label_zh, unit=unit, cadence=cadence, limit_days=limit_days
        )
        for code, label_en, label_zh, unit, cadence, limit_days in rows
    }
