"""What an opened number shows: formula in words, figures, rules, conventions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.engine.conventions import Convention
from advisor.engine.reference import Figure, Rung
from advisor.engine.trail import Basis, Line, RuleUse
from advisor.web.money import whole_yuan

DERIVED = "derived"


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceLink:
    """Who published it, under which title, and where, if it has an address."""

    id: str
    publisher: str
    title: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureView:
    label: str
    place: str
    value: str
    range: str
    period: str
    rung: str
    statuses: tuple[str, ...]
    source: SourceLink


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleView:
    source: SourceLink
    effective_from: str
    rung: str
    statuses: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ConventionView:
    label: str
    value: str
    range: str
    reason: str
    mark: str
    is_yours: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LineView:
    """One line of a head: its amount in whole yuan without unit, and all that stands behind it."""

    code: str
    label: str
    amount: str
    basis: str
    formula: str
    figures: tuple[FigureView, ...]
    rules: tuple[RuleView, ...]
    conventions: tuple[ConventionView, ...]
    is_yours: bool
    is_approximation: bool


def line_view(line: Line, book: Book) -> LineView:
    """The line with its trail in words."""
    return LineView(
        code=line.line,
        label=wording.line_label(line.line),
        amount=whole_yuan(line.amount),
        basis=wording.basis_word(line.basis),
        formula=book.say(line.formula),
        figures=tuple(figure_view(figure, book) for figure in line.figures),
        rules=tuple(dict.fromkeys(rule_view(rule, book) for rule in line.rules)),
        conventions=tuple(convention_view(name, book) for name in line.conventions),
        is_yours=line.basis is Basis.YOURS,
        is_approximation=line.is_approximation,
    )


def figure_view(figure: Figure, book: Book) -> FigureView:
    """The figure with its place, period, source, and how far up the ladder it was found."""
    seen = figure.observation
    unit = book.indicators[seen.indicator].unit
    return FigureView(
        label=book.indicator(seen.indicator),
        place=book.place(seen.place),
        value=wording.figure_value(figure, unit),
        range=wording.range_words(seen, unit),
        period=wording.period_words(seen.period),
        rung="" if figure.rung is Rung.OWN else wording.rung_word(figure.rung),
        statuses=wording.status_words(seen.status),
        source=source_link(seen.source, book),
    )


def rule_view(rule: RuleUse, book: Book) -> RuleView:
    """The rule with the day from which it holds."""
    return RuleView(
        source=source_link(rule.source, book),
        effective_from=wording.period_words(rule.effective_from),
        rung="" if rule.rung == "own" else wording.rung_word(rule.rung),
        statuses=wording.status_words(rule.status),
    )


def convention_view(name: str, book: Book) -> ConventionView:
    """The convention with the value in force and the reason for its default."""
    one = book.conventions[name]
    value = book.assumptions.get(name, one.default)
    return _convention_view(one, value, name in book.assumptions, get_language())


@lru_cache(maxsize=1024, typed=True)
def _convention_view(
    one: Convention, value: float, is_yours: bool, _language: str | None
) -> ConventionView:
    """Kept by its language: every answer rests on the same conventions."""
    low, high = (wording.unit_amount(end, one.unit) for end in (one.low, one.high))
    return ConventionView(
        label=wording.language_text(en=one.label_en, zh=one.label_zh),
        value=wording.unit_amount(value, one.unit),
        range="" if one.low == one.high else f"{low} – {high}",
        reason=wording.language_text(en=one.reason_en, zh=one.reason_zh),
        mark=wording.mark_word(one.mark),
        is_yours=is_yours,
    )


def source_link(source: str, book: Book) -> SourceLink:
    """The source by its id; what was computed for this product says so."""
    one = book.sources[source]
    publisher = _("computed for this site") if one.kind == DERIVED else one.publisher
    return SourceLink(id=one.id, publisher=publisher, title=one.title, url=one.url)
