"""What a city pays: by kind of unit, as posted, by sector and by post."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.city.rows import Row, figure_rows, not_known, row, table
from advisor.comparisons.presenters.city.section import Section
from advisor.comparisons.presenters.city.trends import trends
from advisor.comparisons.presenters.method.tables import Table
from advisor.comparisons.presenters.trails import figure_view
from advisor.comparisons.wording.work import post_names, sector_names
from advisor.engine.reference import Figure, Reference

WAGES = ("nonprivate_avg_wage", "private_avg_wage", "full_caliber_avg_wage")
POSTED = ("posted_offer", "posted_offer_median")


def pay_section(reference: Reference, city: str, book: Book) -> Section:
    """Average wages by kind of unit, posted pay, and how sectors and posts stand to the average."""
    rows = figure_rows(reference, city, (*WAGES, *POSTED), book)
    return Section(
        key="pay",
        title=_("What it pays"),
        tables=(table("wages", _("Pay before tax"), rows.found),),
        trends=trends(reference, city, WAGES[:2], book),
        notes=(
            _(
                "Wages are means before tax with the employee's own contributions inside. A few"
                " high wages lift a mean: most people earn less. Posted pay is what advertisements"
                " for office work offer."
            ),
        ),
        missing=not_known(rows.missing),
        more_title=_("By sector and by post"),
        more=tuple(one for one in _ratios(reference, city, book) if one.rows),
    )


def _ratios(reference: Reference, city: str, book: Book) -> Sequence[Table]:
    sectors = {code.lower(): name for code, name in sector_names().items()}
    return (
        table(
            "sectors-nonprivate",
            _("Pay by sector over the average of all, urban non-private units (average = 1)"),
            _rows(reference, city, "nonprivate_wage_ratio_sector_", sectors, book),
        ),
        table(
            "sectors-private",
            _("Pay by sector over the average of all, urban private units (average = 1)"),
            _rows(reference, city, "private_wage_ratio_sector_", sectors, book),
        ),
        table(
            "posts",
            _("Pay by post over the average of all (average = 1)"),
            _rows(reference, city, "post_wage_ratio_", post_names(), book),
        ),
    )


def _rows(
    reference: Reference, city: str, prefix: str, names: dict[str, str], book: Book
) -> tuple[Row, ...]:
    found: list[tuple[str, Figure | None]] = [
        (name, reference.figure(city, f"{prefix}{code}")) for code, name in names.items()
    ]
    return tuple(
        row(figure_view(seen, book), label=name) for name, seen in found if seen is not None
    )
