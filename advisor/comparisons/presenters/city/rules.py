"""Rules in force: contributions and fund, minimum wage, loans; registration and purchase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import Row, not_known, of_place
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.facts import fact_views
from advisor.comparisons.presenters.method.contributions import city_rules
from advisor.comparisons.presenters.method.tables import Table, figure, sourced, text
from advisor.comparisons.presenters.trails import source_link
from advisor.comparisons.wording.rule_notes import rule_note
from advisor.engine.facts import SETTLEMENT_PARTS, settlement_facts
from advisor.engine.reference import NATION, Reference, Rung
from advisor.web.money import percent, yuan

FEN = 100
WEAK = {"low"}
BORROWERS = {
    "single": gettext_noop("Most that one person may borrow from the housing fund"),
    "family": gettext_noop("Most that a family may borrow from the housing fund"),
    "second_home": gettext_noop("Most that may be borrowed from the housing fund, second home"),
    "with_topups_single": gettext_noop("The same with all additions, one person"),
    "with_topups_family": gettext_noop("The same with all additions, a family"),
}
HOMES = {
    "first": gettext_noop("Lowest down payment, first home"),
    "second": gettext_noop("Lowest down payment, second home"),
}
LEVELS = {
    "1": gettext_noop("Minimum wage a month, highest level"),
    "2": gettext_noop("Minimum wage a month, second level"),
    "3": gettext_noop("Minimum wage a month, third level"),
    "lowest": gettext_noop("Minimum wage a month, lowest level of the province"),
}
FUND_LOAN = gettext_noop("Rate of a housing-fund loan, first home, over five years")


def rules_section(reference: Reference, city: str, book: Book) -> Section:
    """Minimum wage and loans in the open, contributions value by value on demand."""
    contributions = city_rules(reference, city, book)
    wages = tuple(_minimum_wages(reference, city, book))
    caps = tuple(_fund_caps(reference, city, book))
    lacking = [
        name
        for name, found in (
            (_("minimum wage"), wages),
            (_("how much the housing fund lends"), caps),
        )
        if not found
    ]
    notes = (
        _("It is not known which of the province's levels of the minimum wage holds here.")
        if wages and _is_of_province(reference, city)
        else "",
        ""
        if contributions.has_own
        else _(
            "No contribution rules of its own are known: national rates on the base of its"
            " province stand in."
        ),
    )
    return Section(
        key="rules",
        title=_("Contributions, housing fund, minimum wage"),
        tables=(_table(city, book, wages + caps + tuple(_loans(reference, city, book))),),
        notes=tuple(filter(None, notes)),
        missing=not_known(lacking),
        more_title=_("Contributions and housing fund, value by value"),
        more=(contributions.table,),
    )


def settlement_section(reference: Reference, city: str, book: Book) -> Section:
    """Who may register and who may buy, with the day from which it holds; the nation's apart."""
    own, national = (
        tuple(
            fact
            for part in SETTLEMENT_PARTS
            for fact in settlement_facts(reference, place, part, reference.on)
        )
        for place in (city, NATION)
    )
    lacking = [] if own else [_("rules of its own on registration and on buying a home")]
    return Section(
        key="settling",
        title=_("Registration and buying a home"),
        facts=fact_views(own, book),
        national_facts=fact_views(national, book),
        missing=not_known(lacking),
    )


def _table(city: str, book: Book, rows: tuple[Row, ...]) -> Table:
    return Table(
        key="loans",
        caption=of_place(_("Minimum wage and housing loans"), city, book),
        head=(_("Rule"), _("How much"), _("In force, source")),
        rows=rows,
    )


def _minimum_wages(reference: Reference, city: str, book: Book) -> Iterator[Row]:
    """The city's own in force, else every level of its province."""
    for place in reference.chain(city):
        rows = [
            one for one in _in_force(reference, "minimum_wage") if one["adcode"] == place.adcode
        ]
        for one in rows:
            name = LEVELS.get(one["level"] or "", gettext_noop("Minimum wage a month"))
            amount = yuan(round(float(one["monthly_cny"]) * FEN))
            yield _row(_(name), amount, one, book, _rung(place.adcode, city, book))
        if rows:
            return


def _is_of_province(reference: Reference, city: str) -> bool:
    own = [one for one in _in_force(reference, "minimum_wage") if one["adcode"] == city]
    return not own


def _fund_caps(reference: Reference, city: str, book: Book) -> Iterator[Row]:
    for one in _in_force(reference, "housing_finance", "provident_fund_loan_cap"):
        if one["adcode"] == city and one["value"] is not None:
            name = BORROWERS[one["borrower"]]
            yield _row(_(name), yuan(round(float(one["value"]) * FEN)), one, book, "")


def _loans(reference: Reference, city: str, book: Book) -> Iterator[Row]:
    """Down payments, the city's own before the nation's, and the rates that loans start from."""
    down = _in_force(reference, "housing_finance", "min_down_payment")
    for home, name in HOMES.items():
        for place in (city, NATION):
            found = [one for one in down if one["adcode"] == place and one["home"] == home]
            if found:
                share = percent(float(found[0]["value"]))
                yield _row(_(name), share, found[0], book, _rung(place, city, book))
                break
    prime = gettext_noop("Loan prime rate, over five years")
    rates = reference.rule_files["housing_finance"]["provident_fund_rate"]["first_home_gt5y"]
    for name, rows in (
        (prime, _in_force(reference, "housing_finance", "lpr_5y")),
        (FUND_LOAN, _holding(rates, reference)),
    ):
        for one in rows[:1]:
            rate = percent(float(one["value"]), 2)
            yield _row(_(name), rate, one, book, _rung(NATION, city, book))


def _row(name: str, value: str, rule: Mapping[str, Any], book: Book, rung: str) -> Row:
    since = rule["effective_from"]
    said = (
        _("from {day}").format(day=wording.period_words(since)) if since else _("undated"),
        rung,
        *wording.status_words(rule.get("status") or ""),
        _("weak source") if rule["confidence"] in WEAK else "",
        rule_note(rule.get("note") or ""),
    )
    source = source_link(rule["source_id"], book)
    return text(name), figure(value), sourced(source, said=filter(None, said))


def _rung(place: str, city: str, book: Book) -> str:
    if place == city:
        return ""
    rung = Rung.NATION if place == NATION else Rung.PROVINCE
    return f"{wording.rung_word(rung.value)} ({book.place(place)})"


def _in_force(reference: Reference, *path: str) -> list[Mapping[str, Any]]:
    rows: Any = reference.rule_files
    for name in path:
        rows = rows[name]
    return _holding(rows, reference)


def _holding(rows: list[Mapping[str, Any]], reference: Reference) -> list[Mapping[str, Any]]:
    day = reference.on.isoformat()
    return [
        one
        for one in rows
        if (one["effective_from"] or "") <= day <= (one["effective_to"] or "9999")
    ]
