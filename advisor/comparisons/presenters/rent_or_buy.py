"""Rent or buy in one place, in words, a chart and its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.facts import FactView, fact_views
from advisor.comparisons.presenters.late import LateFigure, late_among
from advisor.comparisons.presenters.trails import (
    FigureView,
    RuleView,
    figure_view,
    rule_view,
)
from advisor.comparisons.wording import unit_amount
from advisor.engine.rent_or_buy import BuyingYear, RentOrBuy
from advisor.engine.result import Fact
from advisor.engine.trail import Gap
from advisor.web.charts.fan import Fan, Year, fan
from advisor.web.money import large_yuan, more_or_less, percent, yuan

SHOWN_YEARS = (1, 2, 3, 5, 10, 15, 20, 30)
ELIGIBILITY = ("purchase", "home_purchase")


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    label: str
    amount: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BuyingRow:
    """Buying against renting after that many years."""

    year: int
    renting: str
    buying: str
    middle: str
    range: str
    chance: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceView:
    """One place; where a price or a rent is missing, only `missing` says so."""

    name: str
    missing: str = ""
    sentence: str = ""
    risk: str = ""
    amounts: tuple[Figure, ...] = ()
    chart: Fan | None = None
    rows: tuple[BuyingRow, ...] = ()
    figures: tuple[FigureView, ...] = ()
    rules: tuple[RuleView, ...] = ()
    facts: tuple[FactView, ...] = ()
    late: tuple[LateFigure, ...] = ()


def place_view(
    found: RentOrBuy | Gap, city: str, facts: Sequence[Fact], book: Book, on: date
) -> PlaceView:
    """The answer for one city, with the rules on who may buy beside it."""
    name = book.place(city)
    if isinstance(found, Gap):
        return PlaceView(name=name, missing=book.say(found.reason))
    return PlaceView(
        name=name,
        sentence=_sentence(found, name),
        risk=_risk(found, book),
        amounts=_amounts(found),
        chart=_chart(found, name),
        rows=tuple(_row(year) for year in found.years if year.year in SHOWN_YEARS),
        figures=tuple(figure_view(figure, book) for figure in found.figures),
        rules=tuple(rule_view(rule, book) for rule in found.terms.rules),
        facts=fact_views(tuple(fact for fact in facts if fact.kind in ELIGIBILITY), book),
        late=late_among(found.figures, book, on),
    )


def _sentence(found: RentOrBuy, name: str) -> str:
    area = unit_amount(found.area_m2, "m2")
    if found.wins_after is None:
        return _(
            "In {name} renting {area} leaves you with more than buying it, in the middle case even"
            " after thirty years."
        ).format(name=name, area=area)
    if found.wins_after == 0:
        return _("In {name} buying {area} leaves you with more from the start.").format(
            name=name, area=area
        )
    return _(
        "In {name} buying {area} leaves you with more than renting it if you stay for {years} years"
        " or longer, in the middle case."
    ).format(name=name, area=area, years=found.wins_after)


def _risk(found: RentOrBuy, book: Book) -> str:
    """Whose price index the movement and the risk are taken from."""
    if found.indexed_city is None:
        return _("No price index is known: how prices move is our assumption.")
    if found.indexed_city == found.city:
        return _("How prices move, and how far they may stray, is taken from the city's own index.")
    return _(
        "The city is in no official price index. How prices move, and how far they may stray, is"
        " taken from that of {city}; the level of prices is the city's own."
    ).format(city=book.place(found.indexed_city))


def _amounts(found: RentOrBuy) -> tuple[Figure, ...]:
    terms = found.terms
    return (
        Figure(label=_("Price"), amount=large_yuan(found.price)),
        Figure(label=_("Rent a month"), amount=yuan(found.rent)),
        Figure(
            label=_("Down payment ({share})").format(share=percent(terms.down_payment_share)),
            amount=large_yuan(found.down_payment),
        ),
        Figure(
            label=_("Deed tax ({share})").format(share=percent(terms.deed_tax_share)),
            amount=large_yuan(found.deed_tax),
        ),
        Figure(label=_("Instalment a month"), amount=yuan(found.instalment)),
    )


def _chart(found: RentOrBuy, name: str) -> Fan:
    years = [Year(year=one.year, low=one.p10, middle=one.p50, high=one.p90) for one in found.years]
    ends = [end for year in years for end in (year.low, year.high)]
    last = found.years[-1]
    return fan(
        name=_("Buying in {name} against renting the same flat").format(name=name),
        summary=_(
            "After {years} years {middle} by buying, in 8 of 10 cases between {low} and {high}."
            " Above the line buying is ahead."
        ).format(
            years=last.year,
            middle=more_or_less(round(last.p50)),
            low=more_or_less(round(last.p10)),
            high=more_or_less(round(last.p90)),
        ),
        lives=[("away", _("buying less renting"), years)],
        top=large_yuan(round(max(0.0, *ends))),
        bottom=large_yuan(round(min(0.0, *ends))),
    )


def _row(one: BuyingYear) -> BuyingRow:
    low, high = more_or_less(round(one.p10)), more_or_less(round(one.p90))
    return BuyingRow(
        year=one.year,
        renting=large_yuan(round(one.renting)),
        buying=large_yuan(round(one.buying)),
        middle=more_or_less(round(one.p50)),
        range=_("{low} to {high}").format(low=low, high=high),
        chance=percent(one.buying_ahead, 0),
    )
