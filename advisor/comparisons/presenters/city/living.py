"""What living costs: consumption, income, price levels, children."""

from __future__ import annotations

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import figure_rows, not_known, table
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.city.trends import trends
from advisor.engine.reference import Reference

HEADS = ("food", "clothing", "residence", "household", "transport", "education", "health", "other")
TOTAL, INCOME = "consumption_urban_total", "disposable_income_urban"
LEVELS = tuple(
    f"price_level_{group}"
    for group in (
        *("all", "groceries", "restaurants", "transport", "utilities", "leisure", "clothing"),
        "kindergarten",
    )
)


def living_section(reference: Reference, city: str, book: Book) -> Section:
    """Spending and income a head on the ladder; price levels only where they are the city's own."""
    spending = figure_rows(reference, city, (TOTAL, INCOME, "child_cost_0_17"), book)
    levels = figure_rows(reference, city, LEVELS, book, own=True)
    heads = figure_rows(
        reference, city, [f"consumption_urban_{head}" for head in HEADS], book, own=True
    )
    shares = figure_rows(reference, city, [f"consumption_share_{head}" for head in HEADS], book)
    split = heads.found or shares.found
    lacking = (*spending.missing, *(() if levels.found else levels.missing[:1]))
    return Section(
        key="living",
        title=_("What living costs"),
        tables=(table("living-table", _("Living"), spending.found + levels.found[:1]),),
        trends=trends(reference, city, (TOTAL,), book),
        notes=(
            _(
                "Consumption is what people there spend, not what the same life costs; residence"
                " in it holds a rent that owners are thought to pay to themselves."
            ),
        ),
        missing=not_known(lacking),
        more_title=_("By what it is spent on, and price levels"),
        more=tuple(
            one
            for one in (
                table("consumption", _("Consumption by what it is spent on"), split),
                table("price-levels", _("Price levels, Beijing = 1"), levels.found[1:]),
            )
            if one.rows
        ),
    )
