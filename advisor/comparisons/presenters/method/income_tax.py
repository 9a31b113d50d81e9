"""Income tax in force on a day: both tables, the basic deduction, what is deducted besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from advisor.comparisons import wording
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.tables import Cell, Table, figure, sourced, text
from advisor.comparisons.presenters.trails import rule_view
from advisor.comparisons.wording.codes import CODES
from advisor.engine.deductions import in_force
from advisor.engine.pay.tax_table import TaxTable
from advisor.engine.reference import Reference
from advisor.engine.rulebook import income_tax_scheme
from advisor.engine.trail import RuleUse
from advisor.web.money import percent, whole_yuan, yuan

FEN = 100
# What a household may deduct, by the key of its amount in the rules.
AMOUNTS: dict[str, str] = {
    "monthly_per_child": gettext_noop("{amount} a month for each child"),
    "monthly_only_child": gettext_noop("{amount} a month for an only child"),
    "monthly_shared_max_each": gettext_noop(
        "at most {amount} a month for each of several siblings"
    ),
    "monthly": gettext_noop("{amount} a month"),
    "degree_monthly": gettext_noop("{amount} a month while studying for a degree"),
}
CLAIMED = (
    "children_education",
    "infant_care_under_3",
    "elderly_support",
    "housing_loan_interest",
    "continuing_education",
)


def tax_tables(reference: Reference, book: Book) -> tuple[Table, ...]:
    """The table of the year, that of the bonus, and the deductions, as of the reference's date."""
    scheme = income_tax_scheme(reference)
    return (
        _brackets(
            "tax-year",
            _("Tax on a year's income after all deductions"),
            scheme.annual,
            scheme.rules["income_tax.annual"],
            book,
        ),
        _brackets(
            "tax-bonus",
            _("Tax on a year-end bonus taxed apart: look up one twelfth of it"),
            scheme.monthly,
            scheme.rules["income_tax.monthly"],
            book,
        ),
        _deductions(reference, book),
    )


def separate_bonus_until(reference: Reference) -> str:
    """The last day on which a bonus may be taxed apart; empty where no end is set."""
    row = in_force(reference.rule_files["income_tax"]["annual_bonus"], reference.on)
    ends = "" if row is None else row["effective_to"] or ""
    return wording.period_words(ends) if ends else ""


def _brackets(key: str, caption: str, table: TaxTable, rule: RuleUse, book: Book) -> Table:
    lowest = [0, *table.bounds_fen]
    origin = _origin(rule, book)
    return Table(
        key=key,
        caption=caption,
        head=(
            _("Above, CNY"),
            _("Up to, CNY"),
            _("Rate"),
            _("Quick deduction, CNY"),
            _("In force, source"),
        ),
        rows=tuple(
            (
                figure(whole_yuan(low)),
                figure(_("no end") if one.up_to_fen is None else whole_yuan(one.up_to_fen)),
                figure(percent(one.rate_ppm / 1_000_000, 2)),
                figure(whole_yuan(one.quick_deduction_fen)),
                origin,
            )
            for low, one in zip(lowest, table.brackets, strict=True)
        ),
    )


def _deductions(reference: Reference, book: Book) -> Table:
    return Table(
        key="deductions",
        caption=_("What is deducted from pay before tax, besides the own contributions"),
        head=(_("Deduction"), _("How much"), _("In force, source")),
        rows=tuple(_deduction_rows(reference, book)),
    )


def _deduction_rows(reference: Reference, book: Book) -> Iterator[tuple[Cell, ...]]:
    scheme = income_tax_scheme(reference)
    yield (
        text(_("Basic deduction")),
        text(
            _("{year} a year, {month} a month").format(
                year=yuan(scheme.basic_deduction.annual_fen),
                month=yuan(scheme.basic_deduction.monthly_fen),
            )
        ),
        _origin(scheme.rules["income_tax.basic_deduction"], book),
    )
    rules = reference.rule_files["income_tax"]["special_additional_deductions"]
    for name in CLAIMED:
        row = in_force(rules[name], reference.on)
        if row is not None:
            yield text(_name(name)), text(_amounts(row)), _row_origin(row, book)
    yield from _rent_rows(rules, reference.on, book)


def _rent_rows(rules: Mapping[str, Any], on: date, book: Book) -> Iterator[tuple[Cell, ...]]:
    """Rent by class of the city; how many cities are listed in each, and which class is left."""
    listed = [row["city_class"] for row in rules["housing_rent_city_class"]]
    others = rules["housing_rent_default"]["city_class"]
    for city_class in dict.fromkeys(row["city_class"] for row in rules["housing_rent"]):
        row = in_force(
            [one for one in rules["housing_rent"] if one["city_class"] == city_class], on
        )
        if row is None:
            continue
        count = listed.count(city_class)
        where = _where(count, is_default=city_class == others)
        label = _("{deduction}: {where}").format(deduction=_name("housing_rent"), where=where)
        yield text(label), text(_amounts(row)), _row_origin(row, book)


def _where(count: int, *, is_default: bool) -> str:
    """The cities of a class of rent deduction."""
    if not count and not is_default:
        return _("a class that no city is known to be in")
    listed = ngettext("{count} city listed by name", "{count} cities listed by name", count).format(
        count=count
    )
    return _("{listed}, and all that are not").format(listed=listed) if is_default else listed


def _name(deduction: str) -> str:
    words = CODES["deduction"]
    name = _(words[deduction])
    return name[:1].upper() + name[1:]


def _amounts(row: Mapping[str, Any]) -> str:
    found = (
        _(said).format(amount=yuan(int(row[key]) * FEN))
        for key, said in AMOUNTS.items()
        if row.get(key)
    )
    return _("; ").join(found)


def _row_origin(row: Mapping[str, Any], book: Book) -> Cell:
    return _origin(
        RuleUse(
            source=row["source_id"],
            effective_from=row["effective_from"] or "",
            status=row.get("status") or "",
        ),
        book,
    )


def _origin(rule: RuleUse, book: Book) -> Cell:
    """From when the rule holds, what is to be said of it, and its source."""
    view = rule_view(rule, book)
    return sourced(view.source, said=_said(view.effective_from, view.statuses))


def _said(since: str, statuses: Iterable[str]) -> Iterator[str]:
    yield _("from {day}").format(day=since)
    yield from statuses
