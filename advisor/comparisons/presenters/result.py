"""The whole result page: every part of it, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from advisor.comparisons import wording
from advisor.comparisons.presenters.ahead import Ahead, ahead
from advisor.comparisons.presenters.answers import answer_sentence, expectation, headline, teaser
from advisor.comparisons.presenters.assumptions import (
    Asked,
    AssumptionGroup,
    groups_at_home,
    groups_there,
)
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.down_payments import DownPaymentRow, down_payment_rows
from advisor.comparisons.presenters.facts import FactView, distance_words, fact_views
from advisor.comparisons.presenters.flow import pay_to_money_left
from advisor.comparisons.presenters.gaps import Gaps, gaps
from advisor.comparisons.presenters.late import LateFigure, late_figures
from advisor.comparisons.presenters.monthly import (
    HeadLines,
    MonthlyRow,
    head_lines,
    locked_rows,
    monthly_rows,
)
from advisor.comparisons.presenters.notes import Notes, in_words, of_all, without
from advisor.comparisons.presenters.one_off import OneOffView, one_off_view
from advisor.comparisons.presenters.outlook import OutlookView, outlook_view
from advisor.comparisons.presenters.overview import Overview, overview
from advisor.comparisons.presenters.sources import sources_used
from advisor.comparisons.presenters.thresholds import ThresholdView, threshold_views
from advisor.comparisons.presenters.trails import FigureView, SourceLink, figure_view
from advisor.engine.household import Household
from advisor.engine.result import Comparison, Prospect
from advisor.web.charts.waterfall import Waterfall


@dataclass(frozen=True, kw_only=True, slots=True)
class DestinationView:
    """One destination beside home."""

    city: str
    name: str
    is_home: bool
    answer: str
    expectation: str
    teaser: str
    outlook: OutlookView | None
    monthly: tuple[MonthlyRow, ...]
    locked: tuple[MonthlyRow, ...]
    flow: Waterfall | None
    one_off: OneOffView
    down_payments: tuple[DownPaymentRow, ...]
    thresholds: tuple[ThresholdView, ...]
    expected_from: tuple[FigureView, ...]
    distance: str
    facts: tuple[FactView, ...]
    notes: tuple[str, ...]
    assumptions: tuple[AssumptionGroup, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ResultView:
    headline: str
    home: str
    home_name: str
    notes: tuple[str, ...]
    gaps: Gaps | None
    overview: Overview
    ahead: Ahead
    home_heads: tuple[HeadLines, ...]
    destinations: tuple[DestinationView, ...]
    assumptions: tuple[AssumptionGroup, ...]
    home_facts: tuple[FactView, ...]
    sources: tuple[SourceLink, ...]
    late: tuple[LateFigure, ...]
    rules_year: int
    edition: str
    on: str


def result_view(
    comparison: Comparison,
    *,
    document: Mapping[str, Any],
    household: Household,
    book: Book,
    notes: tuple[str, ...] = (),
) -> ResultView:
    """Everything the result page shows of that comparison."""
    asked = Asked(document=document, household=household, book=book)
    common = common_notes(comparison)
    return ResultView(
        headline=headline(comparison, book),
        home=comparison.home.city,
        home_name=book.place(comparison.home.city),
        notes=(*notes, *in_words((*comparison.home.notes, *common), book)),
        gaps=gaps(comparison, book),
        overview=overview(comparison, book),
        ahead=ahead(comparison, book),
        home_heads=head_lines(comparison.home, book),
        destinations=tuple(
            destination_view(comparison, index, asked)
            for index in range(len(comparison.destinations))
        ),
        assumptions=groups_at_home(asked),
        home_facts=fact_views(comparison.home_facts, book),
        sources=sources_used(comparison, book),
        late=late_figures(comparison, book, household.on),
        rules_year=household.on.year,
        edition=comparison.edition,
        on=_day(household.on),
    )


def destination_view(comparison: Comparison, index: int, asked: Asked) -> DestinationView:
    """Everything about the destination of that index."""
    home, book, prospect = comparison.home, asked.book, comparison.destinations[index]
    there = prospect.picture
    said = (*common_notes(comparison), *home.notes)
    return DestinationView(
        city=there.city,
        name=book.place(there.city),
        is_home=there.city == home.city,
        answer=answer_sentence(comparison, prospect, book),
        expectation=expectation(prospect),
        teaser=teaser(prospect),
        outlook=outlook_view(comparison, prospect, book),
        monthly=monthly_rows(home, prospect, book),
        locked=locked_rows(home, prospect, book),
        flow=pay_to_money_left(home, there, book),
        one_off=one_off_view(prospect, book),
        down_payments=down_payment_rows(comparison, prospect, book),
        thresholds=threshold_views(comparison, prospect, book),
        expected_from=_expected_from(prospect, book),
        distance=distance_words(home.city, there.city, book),
        facts=fact_views(prospect.facts, book),
        notes=in_words(without(there.notes, said), book),
        assumptions=groups_there(asked, index, there.lines),
    )


def common_notes(comparison: Comparison) -> Notes:
    """What is said of every destination: it is said once, for all."""
    return of_all([prospect.picture.notes for prospect in comparison.destinations])


def _expected_from(prospect: Prospect, book: Book) -> tuple[FigureView, ...]:
    """The wages that expected pay rests on."""
    figures = (figure for one in prospect.typical_pay for figure in one.figures)
    return tuple(dict.fromkeys(figure_view(figure, book) for figure in figures))


def _day(day: date) -> str:
    return wording.period_words(day.isoformat())
