"""Pages of cities: one, and two side by side. The same for everybody, kept by edition."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language

from advisor.comparisons.cities.addresses import Nowhere, city_at
from advisor.comparisons.cities.picker import TwoCitiesForm
from advisor.comparisons.explaining import explained
from advisor.comparisons.method_page import method_book
from advisor.comparisons.presenters.city.beside import BesideView, beside_view
from advisor.comparisons.presenters.city.page import CityView, city_view
from advisor.comparisons.views import UNPROCESSABLE
from advisor.datasets.loading import reference
from advisor.datasets.places import gazetteer
from advisor.datasets.public.keeping import kept
from advisor.web.methods import answers

PAGES_IN_PROCESS = 64
NOT_FOUND = 404


@answers("GET")
@kept
@explained
def city(request: HttpRequest, address: str) -> HttpResponse:
    """All that is known of a city; another spelling of its address is sent on."""
    place = city_at(address)
    if isinstance(place, Nowhere):
        return _no_city(request, address, place)
    if place.slug != address:
        return redirect("city", place.slug, permanent=True)
    return render(request, "city/page.html", {"city": _city(place.adcode, *_today())})


@answers("GET")
@kept
@explained
def side_by_side(request: HttpRequest, here: str, there: str) -> HttpResponse:
    """Two cities, figure by figure; other spellings are sent on."""
    found = []
    for address in (here, there):
        place = city_at(address)
        if isinstance(place, Nowhere):
            return _no_city(request, address, place)
        found.append(place)
    one, other = found
    if one == other:
        return redirect("city", one.slug)
    if (one.slug, other.slug) != (here, there):
        return redirect("side_by_side", one.slug, other.slug, permanent=True)
    view = _beside(one.adcode, other.adcode, *_today())
    form = TwoCitiesForm(initial={"here": one.adcode, "there": other.adcode})
    context = {"pair": view, "cities": (view.here, view.there), "form": form}
    return render(request, "city/beside.html", context)


@answers("GET")
def compare_cities(request: HttpRequest) -> HttpResponse:
    """The form that asks for two cities; a complete one leads to their page."""
    form = TwoCitiesForm(request.GET or None)
    if form.is_valid():
        places = gazetteer().by_adcode
        here, there = (places[form.cleaned_data[name]].slug for name in ("here", "there"))
        return redirect("side_by_side", here, there)
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "city/choose.html", {"form": form}, status=status)


def _no_city(request: HttpRequest, address: str, nowhere: Nowhere) -> HttpResponse:
    """404: no such city, with those that the address may mean."""
    context = {"asked": address, "nearest": nowhere.nearest}
    return render(request, "city/unknown.html", context, status=NOT_FOUND)


def _today() -> tuple[date, str, str]:
    """What a page depends on beside its cities: day, edition, language."""
    figures = reference(on=timezone.localdate())
    return figures.on, figures.edition, get_language() or ""


@lru_cache(maxsize=PAGES_IN_PROCESS)
def _city(adcode: str, on: date, edition: str, _language: str) -> CityView:
    figures = reference(on=on, edition=edition)
    return city_view(figures, adcode, method_book(figures))


@lru_cache(maxsize=PAGES_IN_PROCESS)
def _beside(here: str, there: str, on: date, edition: str, _language: str) -> BesideView:
    figures = reference(on=on, edition=edition)
    return beside_view(figures, here, there, method_book(figures))
