"""Bars (c) and (d): comparisons and the ranking of all cities beside rendering a plain page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.test import RequestFactory

from advisor.comparisons.asking import question_of
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.comparison import compare
from advisor.engine.ranking import ranking
from advisor.engine.reference import Reference
from benchmarks.plain_page import plain_page
from benchmarks.timing import Row, at_most, best_in_turn

QUESTION: dict[str, Any] = {
    "home": {"city": "Liaoyuan", "housing": {"kind": "owner", "area_m2": 75}},
    "earners": [{"pay": {"gross_monthly": 4500}}],
    "destinations": [
        {"city": "Beijing"},
        {"city": "Shanghai"},
        {"city": "Guangzhou"},
        {"city": "Shenzhen", "offers": [{"gross_monthly": 12_000}]},
    ],
}


def rows(reference: Reference, today: date) -> Iterator[Row]:
    """The rows of (c) and (d)."""
    household = question_of(QUESTION, today=today).household
    conventions = bundled_conventions()
    request = RequestFactory().get("/plain/")
    page, pictures, whole, ranked = best_in_turn(
        (
            lambda: plain_page(request),
            lambda: compare(household, reference, conventions, years_ahead=False),
            lambda: compare(household, reference, conventions),
            lambda: ranking(household, reference, conventions),
        ),
        rounds=15,
    )
    note = f"the page takes {page * 1000:.1f} ms"
    yield at_most(
        "c", "`compare`, four cities, without the years ahead", pictures / page, 1.5, note
    )
    note = "no bar of (c): 2,000 draws over five years, see projection_speed.py"
    yield Row(bar="c", what="`compare` with the years ahead", ratio=whole / page, note=note)
    yield at_most("d", "ranking of all cities, three thresholds", ranked / page, 20)
