"""What a result shows of the years ahead of one destination."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.outlook import charts
from advisor.comparisons.presenters.outlook.what_ifs import WhatIfView, what_if_view
from advisor.comparisons.presenters.outlook.words import (
    chance,
    chance_sentence,
    fund_sentence,
    pay_back_sentence,
    verdict_words,
)
from advisor.engine.projection.outcome import Band, Projected, YearChances
from advisor.engine.projection.verdict import BOUNDS
from advisor.engine.result import Comparison, Prospect
from advisor.web.charts.dots import DotPlot
from advisor.web.charts.fan import Fan
from advisor.web.charts.levers import Levers
from advisor.web.money import large_yuan, number, percent, yuan

WORTH_SAYING = 0.05  # a chance below it rounds to hardly ever


@dataclass(frozen=True, kw_only=True, slots=True)
class YearRow:
    """A year of the table: bands of both lives and the chance of owning more by moving.

    In today's money; `nominal_…` in the money of that year, with `prices` over those of today.
    """

    year: int
    stay: str
    move: str
    chance: str
    nominal_stay: str
    nominal_move: str
    prices: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TurningPoint:
    label: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlookView:
    verdict: str
    sentences: tuple[str, ...]
    bounds: str
    difference: DotPlot
    pay_back: DotPlot | None
    fan: Fan
    rows: tuple[YearRow, ...]
    changes: Levers | None
    turning_points: tuple[TurningPoint, ...]
    what_ifs: WhatIfView


def outlook_view(comparison: Comparison, prospect: Prospect, book: Book) -> OutlookView | None:
    """The outlook; None where a life is not fully known, or nothing differs from home."""
    projected = prospect.projected
    if projected is None or _same(projected):
        return None
    home, city = book.place(comparison.home.city), book.place(prospect.picture.city)
    sentences = (
        chance_sentence(projected, home, city),
        fund_sentence(projected),
        pay_back_sentence(projected),
        _short_of_cash(projected),
    )
    return OutlookView(
        verdict=verdict_words(projected.verdict, home, city),
        sentences=tuple(sentence for sentence in sentences if sentence),
        bounds=_bounds(),
        difference=charts.difference_dots(projected, city),
        pay_back=charts.pay_back_dots(projected),
        fan=charts.net_worth_fan(projected, home, city),
        rows=tuple(_row(year) for year in projected.years),
        changes=charts.changes(projected),
        turning_points=tuple(_turning_points(projected)),
        what_ifs=what_if_view(
            projected.what_ifs,
            home=home,
            years=projected.years[-1].year,
            carries=prospect.one_off.cash_needed is not None,
        ),
    )


def _same(projected: Projected) -> bool:
    return all(dot == 0 for dot in projected.difference_dots)


def _short_of_cash(projected: Projected) -> str:
    if projected.short_of_cash is None or projected.short_of_cash < WORTH_SAYING:
        return ""
    return _("Your savings would run out within the first year: {chance}.").format(
        chance=chance(projected.short_of_cash)
    )


def _bounds() -> str:
    """The verdict's printed thresholds."""
    stay, lean_stay, close, lean_go = (percent(bound, 0) for bound, _verdict in BOUNDS)
    return _(
        "Chance of owning more by moving: below {stay} speaks for staying, below {lean_stay} leans"
        " to staying, below {close} is too close to call, below {lean_go} leans to going, above"
        " that speaks for going. Without an offer no verdict is stronger than leaning."
    ).format(stay=stay, lean_stay=lean_stay, close=close, lean_go=lean_go)


def _row(year: YearChances) -> YearRow:
    return YearRow(
        year=year.year,
        stay=_range(year.stay),
        move=_range(year.move),
        chance=chance(year.net_worth.better_off),
        nominal_stay=_range(year.stay, year.price_level),
        nominal_move=_range(year.move, year.price_level),
        prices=f"× {number(year.price_level, 3)}",
    )


def _range(band: Band, prices: float = 1.0) -> str:
    if band.p10 is None or band.p90 is None:
        return "—"
    low, high = (large_yuan(round(end * prices)) for end in (band.p10, band.p90))
    return _("{low} to {high}").format(low=low, high=high)


def _turning_points(projected: Projected) -> list[TurningPoint]:
    found = []
    if projected.equal_net_worth is not None:
        found.append(
            TurningPoint(
                label=_("Gross pay from which you end up owning as much as by staying"),
                value=yuan(projected.equal_net_worth),
            )
        )
    if projected.highest_rent is not None:
        found.append(
            TurningPoint(
                label=_("Highest rent with which the move still pays"),
                value=yuan(projected.highest_rent),
            )
        )
    if projected.longest_search is not None:
        found.append(
            TurningPoint(
                label=_("Longest time without pay that the move can bear"),
                value=_("{months} months").format(months=projected.longest_search.months),
            )
        )
    return found
