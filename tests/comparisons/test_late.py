"""A result marks the figures that are older than their source's rhythm allows."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.utils.translation import override

from advisor.comparisons.presenters.late import late_figures, late_series
from advisor.datasets.loading import reference
from advisor.datasets.models import Dataset, Feed, Source
from tests.comparisons.made_comparison import BOOK, COMPARISON, INDICATORS

ON = date(2026, 11, 24)
SAID = {"rent-or-buy/": "used here", "summary/": "than they should be"}


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
    address = client.post("/en/check/", asked)["Location"]
    for tail in ("sources/", "whole/"):
        page = client.get(address + tail).content.decode()
        assert "figures used here are late" in page
        assert 'href="/en/data/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["rent-or-buy/", "summary/"])
def test_what_hangs_on_a_result_says_so_too(client: Client, page):
    asked = {"home": "辽源", "gross": "4500", "kind": "renter", "flat": "one_bed"}
    address = client.post("/en/check/", asked)["Location"]
    assert SAID[page] in client.get(f"{address}{page}").content.decode()


@pytest.mark.django_db
def test_lists_of_all_cities_say_how_many_of_them_stand_on_late_figures(client: Client):
    """The bundled rents are of 2026: two years on all of them are late."""
    figures = replace(reference(on=ON), on=date(2029, 1, 1))
    with override("en"):
        (rents,) = late_series(figures, ("rent_m2",), book("monthly"))
    assert rents.place.endswith(" cities")
    assert int(rents.place.split()[0]) > 300
    assert rents.age == "very late"
    assert late_series(reference(on=ON), ("rent_m2",), book("one-off")) == ()


@pytest.mark.django_db
def test_a_limit_that_staff_set_counts_at_once(client: Client):
    feed = Feed.objects.create(
        name="Rents of an office",
        source=Source.objects.first(),
        dataset=Dataset.objects.get(code="rents"),
        format="csv",
        freshness_days=1,
    )
    page = client.get("/en/cities/").content.decode()
    assert "figure used here is late" in page or "figures used here are late" in page
    feed.enabled = False
    feed.save()
    again = client.get("/en/cities/").content.decode()
    assert "used here is late" not in again
