"""What days are like: the way to work, air, winter, universities. Only the city's own figures."""

from __future__ import annotations

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import figure_rows, not_known, table
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.city.trends import trends
from advisor.engine.reference import Reference

AIR = "pm25_annual_mean"
FIGURES = (
    *("commute_oneway_min", AIR, "jan_temp", "jul_temp"),
    *("universities", "universities_bachelor"),
)


def days_section(reference: Reference, city: str, book: Book) -> Section:
    """Another place's air or winter would say nothing of this one."""
    rows = figure_rows(reference, city, FIGURES, book, own=True)
    return Section(
        key="days",
        title=_("Commute, air, winter"),
        tables=(table("days-table", _("Commute, air, winter, universities"), rows.found),),
        trends=trends(reference, city, (AIR,), book),
        missing=not_known(rows.missing),
    )
