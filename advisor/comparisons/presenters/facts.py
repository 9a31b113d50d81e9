"""What money doesn't show: rules and figures of the place, dated and sourced."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.trails import SourceLink, source_link
from advisor.engine.question import distance_km
from advisor.engine.result import Fact

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


def distance_words(home: str, away: str, book: Book) -> str:
    """How far the destination is from home, as the crow flies; empty where that is unknown."""
    distance = distance_km(book.places[home], book.places[away])
    return wording.unit_amount(round(distance), "km") if distance else ""


def _view(fact: Fact, book: Book) -> FactView:
    return FactView(
        label=wording.fact_label(fact.kind),
        text=wording.fact_text(fact),
        since=wording.period_words(fact.effective_from) if fact.effective_from else "",
        period=wording.period_words(fact.figure.observation.period) if fact.figure else "",
        source=source_link(fact.source, book),
        is_weak=fact.confidence in WEAK,
    )
