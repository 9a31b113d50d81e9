"""The contribution rules of one city in force on a day, value by value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.tables import Cell, Table, figure, sourced, text
from advisor.comparisons.presenters.trails import rule_view
from advisor.comparisons.rule_names import rule_names
from advisor.engine.pay.contribution_scheme import NO_CAP_FEN, ContributionScheme
from advisor.engine.reference import Reference, Rung
from advisor.engine.rulebook import city_scheme
from advisor.web.money import number, percent

PPM = 1_000_000
FUND = "housing_fund"


@dataclass(frozen=True, kw_only=True, slots=True)
class CityRules:
    """`has_own` is false where rules of the province and the nation stand in."""

    city: str
    name: str
    has_own: bool
    table: Table


def city_rules(reference: Reference, city: str, book: Book) -> CityRules:
    """The rules of that city; raises NoRuleYetError before the first of them."""
    scheme = city_scheme(reference, city)
    name = book.place(city)
    return CityRules(
        city=city,
        name=name,
        has_own=scheme.rung is Rung.OWN,
        table=Table(
            key="contributions-of-city",
            caption=_("Contributions in {city}").format(city=name),
            head=(_("Rule"), _("Value (bases: CNY a month)"), _("In force, source")),
            rows=tuple(_rows(scheme, book)),
        ),
    )


def _rows(scheme: ContributionScheme, book: Book) -> Iterator[tuple[Cell, ...]]:
    """A row for every rule that was applied: none without its source."""
    values = dict(_values(scheme))
    for rule, use in scheme.rules.items():
        view = rule_view(use, book)
        said = [_("from {day}").format(day=view.effective_from), view.rung, *view.statuses]
        yield (
            text(_capitalised(rule_names([rule]))),
            figure(values[rule]),
            sourced(view.source, said=filter(None, said)),
        )


def _values(scheme: ContributionScheme) -> Iterator[tuple[str, str]]:
    """What each rule says, by its name."""
    for one in scheme.insurances:
        yield f"{one.name}.base", _from_to(one.floor_fen, one.cap_fen)
        yield f"{one.name}.employee_rate", percent(one.employee_ppm / PPM, 3)
        yield f"{one.name}.employer_rate", percent(one.employer_ppm / PPM, 3)
        yield f"{one.name}.employee_flat", _amount(one.employee_flat_fen)
    fund = scheme.fund
    yield f"{FUND}.base", _from_to(fund.floor_fen, fund.cap_fen)
    yield (
        f"{FUND}.rate_range",
        _("{low} to {high}").format(
            low=percent(fund.lowest_ppm / PPM), high=percent(fund.highest_ppm / PPM)
        ),
    )
    yield f"{FUND}.minimum_wage", _amount(fund.floor_fen)
    yield f"{FUND}.cap_in_average_wages", _amount(fund.cap_fen)


def _from_to(floor_fen: int, cap_fen: int) -> str:
    if cap_fen >= NO_CAP_FEN:
        return _("from {low}").format(low=_amount(floor_fen))
    return _("{low} to {high}").format(low=_amount(floor_fen), high=_amount(cap_fen))


def _amount(fen: int) -> str:
    """Yuan without unit, with the fen only where there are any."""
    return number(fen / 100)


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
