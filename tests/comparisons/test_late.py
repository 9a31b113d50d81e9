"""A result marks the figures that are older than their source's rhythm allows."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from advisor.comparisons.presenters.late import late_figures
from tests.comparisons.made_comparison import BOOK, COMPARISON, INDICATORS

ON = date(2026, 11, 24)


def book(cadence, limit_days=None):
    changed = replace(INDICATORS["rent_m2"], cadence=cadence, limit_days=limit_days)
    return replace(BOOK, indicators={**INDICATORS, "rent_m2": changed})


@pytest.mark.parametrize(
    ("cadence", "limit_days", "age"),
    [("monthly", None, "very late"), ("quarterly", None, None), ("one-off", 100, "late")],
)
def test_a_figure_is_late_by_its_rhythm_or_the_limit_of_its_feed(cadence, limit_days, age):
    """The rent stands at June 2026."""
    with override("en"):
        found = late_figures(COMPARISON, book(cadence, limit_days), ON)
    assert [one.age for one in found] == ([age] if age else [])


def test_each_late_figure_stands_once():
    (there,) = COMPARISON.destinations
    twice = replace(COMPARISON, destinations=(there, there))
    assert late_figures(twice, book("monthly"), ON) == late_figures(COMPARISON, book("monthly"), ON)


@pytest.mark.django_db
def test_the_result_says_which_figures_are_late(client: Client):
    asked = {"home": "辽源", "gross": "4500", "kind": "renter", "flat": "one_bed"}
    page = client.post("/en/check/", asked, follow=True).content.decode()
    assert "figures used here are late" in page
    assert 'href="/en/data/"' in page
