"""The answer at first: what can be said at once, and what the rest of it is called.

Everything else is sent when it is asked for: see `result.py` for the whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.comparisons import wording
from advisor.comparisons.presenters.ahead import Ahead, ahead, destinations_away, projection_notes
from advisor.comparisons.presenters.answers import answer_sentence, expectation, headline, teaser
from advisor.comparisons.presenters.assumptions import Asked, AssumptionGroup, groups_at_home
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.gaps import Gaps, gaps
from advisor.comparisons.presenters.monthly import MonthlyRow, locked_amounts, monthly_amounts
from advisor.comparisons.presenters.notes import Notes, in_words, of_all, without
from advisor.comparisons.presenters.overview import Overview, overview
from advisor.engine.household import Household
from advisor.engine.result import Comparison, Prospect


@dataclass(frozen=True, kw_only=True, slots=True)
class CityView:
    """One destination beside home, in short."""

    city: str
    name: str
    answer: str
    expectation: str
    teaser: str
    monthly: tuple[MonthlyRow, ...]
    locked: tuple[MonthlyRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstView:
    """`away`: the destinations that have years ahead; `ahead` is None until they are worked out."""

    headline: str
    home_name: str
    notes: tuple[str, ...]
    gaps: Gaps | None
    overview: Overview
    away: tuple[str, ...]
    ahead: Ahead | None
    cities: tuple[CityView, ...]
    assumptions: tuple[AssumptionGroup, ...]
    rules_year: int
    edition: str
    on: str

    @property
    def may_lose_one(self) -> bool:
        """Whether a destination can be left out: the last one stays."""
        return len(self.cities) > 1


def first_view(
    comparison: Comparison,
    *,
    document: Mapping[str, Any],
    household: Household,
    book: Book,
    notes: tuple[str, ...],
    years_ahead: bool,
) -> FirstView:
    """The answer in short; it reads the same whether or not the years ahead are worked out."""
    said = [_monthly_notes(one) for one in comparison.destinations]
    common = of_all(said)
    at_home = comparison.home.notes
    return FirstView(
        headline=headline(comparison, book),
        home_name=book.place(comparison.home.city),
        notes=(*notes, *in_words((*at_home, *common), book)),
        gaps=gaps(comparison, book, in_full=False),
        overview=overview(comparison, book),
        away=tuple(book.place(one.picture.city) for one in destinations_away(comparison)),
        ahead=ahead(comparison, book) if years_ahead else None,
        cities=tuple(
            _city(comparison, one, book, without(own, (*common, *at_home)))
            for one, own in zip(comparison.destinations, said, strict=True)
        ),
        assumptions=groups_at_home(Asked(document=document, household=household, book=book)),
        rules_year=household.on.year,
        edition=comparison.edition,
        on=wording.period_words(household.on.isoformat()),
    )


def _city(comparison: Comparison, prospect: Prospect, book: Book, notes: Notes) -> CityView:
    home = comparison.home
    return CityView(
        city=prospect.picture.city,
        name=book.place(prospect.picture.city),
        answer=answer_sentence(comparison, prospect, book),
        expectation=expectation(prospect),
        teaser=teaser(prospect),
        monthly=monthly_amounts(home, prospect),
        locked=locked_amounts(home, prospect),
        notes=in_words(notes, book),
    )


def _monthly_notes(prospect: Prospect) -> Notes:
    """What is said of a destination before the years ahead."""
    return without(prospect.picture.notes, projection_notes(prospect))
