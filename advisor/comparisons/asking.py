"""From a document to its answer: read, load the figures, compare. What pages need beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from weakref import WeakValueDictionary

from advisor.comparisons.city_names import city_named
from advisor.comparisons.faults import Fault, FaultyDocumentError
from advisor.comparisons.households import Asked, asked
from advisor.comparisons.presenters.book import Book, IndicatorWords
from advisor.comparisons.presenters.first_view import FirstView, first_view
from advisor.comparisons.presenters.result import ResultView, result_view
from advisor.comparisons.wording import place_name
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.datasets.models import Indicator
from advisor.datasets.places import gazetteer
from advisor.datasets.public.limits import freshness_limits
from advisor.engine.comparison import compare
from advisor.engine.household import Household
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.reference import Reference
from advisor.engine.result import Comparison
from advisor.engine.trail import Sentence, say

ANSWERS_IN_PROCESS = 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """A question with its answer and what it was worked out from.

    `years_ahead`: whether they are worked out; else there is no verdict yet.
    """

    document: Mapping[str, Any]
    household: Household
    notes: tuple[Sentence, ...]
    reference: Reference
    comparison: Comparison
    years_ahead: bool = True


def question_of(document: dict[str, Any], *, today: date) -> Asked:
    """The household of a document. Raises FaultyDocumentError for one that can't be read."""
    return asked(
        document,
        city_named=city_named(gazetteer()),
        conventions=bundled_conventions(),
        today=today,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Posed:
    """A question that can be answered, with the figures to answer it by."""

    document: Mapping[str, Any]
    household: Household
    notes: tuple[Sentence, ...]
    reference: Reference

    def has_years_ahead(self) -> bool:
        """Whether its years ahead are worked out already."""
        return _key(self.household, self.reference) in _with_years


def posed(
    document: dict[str, Any], *, today: date, by: Callable[[date], Reference] | None = None
) -> Posed:
    """The question of a document.

    `by` gives the figures to answer by on the document's date; else they are the newest of then.
    Raises FaultyDocumentError for a document that can't be read, NoEditionError where no data is
    loaded.
    """
    question = question_of(document, today=today)
    on = question.household.on
    figures = by(on) if by else reference(on=on)
    return Posed(
        document=document,
        household=question.household,
        notes=(*question.notes, *_notes_on_edition(figures, on)),
        reference=figures,
    )


def answered(
    document: dict[str, Any], *, today: date, by: Callable[[date], Reference] | None = None
) -> Answered:
    """The answer to a document, by the figures of `posed`.

    Raises FaultyDocumentError for a document that can't be answered, a date before the first rules
    among them; NoEditionError where no data is loaded.
    """
    question = posed(document, today=today, by=by)
    return _answer(question, _kept_comparison if by is None else _compared)


def answered_at_first(question: Posed) -> Answered:
    """The answer without the years ahead, unless these are worked out already.

    Raises FaultyDocumentError for a date before the first rules.
    """
    kept = _with_years.get(_key(question.household, question.reference))
    if kept is not None:
        return _answer(question, lambda *_: kept.comparison)
    return _answer(question, _monthly_comparison, years_ahead=False)


def _answer(
    question: Posed,
    compared: Callable[[Household, Reference], Comparison],
    *,
    years_ahead: bool = True,
) -> Answered:
    try:
        comparison = compared(question.household, question.reference)
    except NoRuleYetError as error:
        place = place_name(question.reference.places[error.place])
        day = error.earliest.isoformat() if error.earliest else ""
        fault = Fault("on", "no_rule_yet", {"place": place, "day": day})
        raise FaultyDocumentError([fault]) from error
    return Answered(
        document=question.document,
        household=question.household,
        notes=question.notes,
        reference=question.reference,
        comparison=comparison,
        years_ahead=years_ahead,
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


@dataclass(frozen=True, eq=False)
class _Kept:
    """A comparison that the process keeps."""

    comparison: Comparison


# What `_comparison` keeps for now: a cache can't be asked without working out what it lacks.
_with_years: WeakValueDictionary[_Question, _Kept] = WeakValueDictionary()


def _key(household: Household, figures: Reference) -> _Question:
    return _Question(repr(household), figures.edition, household, figures)


def _compared(household: Household, figures: Reference) -> Comparison:
    return compare(household, figures, bundled_conventions())


def _kept_comparison(household: Household, figures: Reference) -> Comparison:
    return _comparison(_key(household, figures)).comparison


def _monthly_comparison(household: Household, figures: Reference) -> Comparison:
    """Without the years ahead, which take ten times as long as all the rest."""
    return compare(household, figures, bundled_conventions(), years_ahead=False)


@lru_cache(maxsize=ANSWERS_IN_PROCESS)
def _comparison(question: _Question) -> _Kept:
    """The comparison, kept: a page is opened again far more often than its question changes."""
    found = _Kept(_compared(question.household, question.figures))
    _with_years[question] = found
    return found


def book_of(answer: Answered, *, with_indicators: bool = True) -> Book:
    """The names, units and sources behind the codes of an answer.

    What speaks of no figure needs no indicators, whose words are asked of the database.
    """
    return Book(
        places=answer.reference.places,
        sources=answer.reference.sources,
        indicators=indicator_words(answer.reference.edition) if with_indicators else {},
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


def shown_at_first(answer: Answered) -> FirstView:
    """The answer in short, in the active language."""
    book = book_of(answer, with_indicators=False)
    return first_view(
        answer.comparison,
        document=answer.document,
        household=answer.household,
        book=book,
        notes=tuple(book.say(note) for note in answer.notes),
        years_ahead=answer.years_ahead,
    )


def indicator_words(edition: str) -> Mapping[str, IndicatorWords]:
    """Names and units of all indicators, kept by edition, with the limits of feeds as they are."""
    return _indicator_words(edition, freshness_limits())


@lru_cache(maxsize=4)
def _indicator_words(
    edition: str,  # names come with it: another one has them read anew
    limits: tuple[tuple[str, int], ...],
) -> Mapping[str, IndicatorWords]:
    days = dict(limits)
    rows = Indicator.objects.values_list("code", "label_en", "label_zh", "unit", "cadence")
    return {
        code: IndicatorWords(
            label_en=label_en,
            label_zh=label_zh,
            unit=unit,
            cadence=cadence,
            limit_days=days.get(code),
        )
        for code, label_en, label_zh, unit, cadence in rows
    }
