"""What money doesn't show: rules and figures of the place, dated and sourced."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import SourceLink, source_link
from advisor.engine.result import Fact

KINDS: dict[str, str] = {
    "points": gettext_noop("Points-based registration"),
    "quota": gettext_noop("How many may register"),
    "residence_permit": gettext_noop("From residence permit to registration"),
    "graduates": gettext_noop("Graduates"),
    "talent": gettext_noop("Registration by education"),
    "open": gettext_noop("Household registration"),
    "home_purchase": gettext_noop("Registration for home buyers"),
    "purchase": gettext_noop("Who may buy a home"),
    "school": gettext_noop("Schooling and entrance exam"),
    "distance": gettext_noop("Distance from home"),
    "commute_oneway_min": gettext_noop("Commute, one way"),
    "pm25_annual_mean": gettext_noop("Fine dust in the air (PM2.5)"),
    "jan_temp": gettext_noop("January"),
    "jul_temp": gettext_noop("July"),
    "share_age_60_plus": gettext_noop("People aged 60 or more"),
}
WEAK = {"low", "u"}


@dataclass(frozen=True, kw_only=True, slots=True)
class FactView:
    label: str
    text: str
    since: str
    period: str
    source: SourceLink
    is_weak: bool


def fact_views(facts: tuple[Fact, ...], book: Book) -> tuple[FactView, ...]:
    """The facts in the order the engine gives them."""
    return tuple(_view(fact, book) for fact in facts)


def _view(fact: Fact, book: Book) -> FactView:
    return FactView(
        label=_(KINDS[fact.kind]),
        text=_text(fact, book),
        since=wording.period_words(fact.effective_from) if fact.effective_from else "",
        period=wording.period_words(fact.figure.observation.period) if fact.figure else "",
        source=source_link(fact.source, book),
        is_weak=fact.confidence in WEAK,
    )


def _text(fact: Fact, book: Book) -> str:
    if fact.figure is None:
        return wording.language_text(en=fact.text_en, zh=fact.text_zh)
    seen = fact.figure.observation
    return wording.figure_value(seen, book.indicators[seen.indicator].unit)
