"""How everything is worked out: a page made from the rules, conventions and data that run."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.asking import indicator_words
from advisor.comparisons.evidence import HOME, evidence
from advisor.comparisons.explaining import explained
from advisor.comparisons.forms.places import AsksCities, CityField
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.method.contributions import city_rules
from advisor.comparisons.presenters.method.page import MethodView, method_view
from advisor.comparisons.views import UNPROCESSABLE
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.engine.reference import Reference
from advisor.web.methods import answers


class RulesOfCityForm(AsksCities, forms.Form):
    """Whose contribution rules are shown."""

    city = CityField(label=_("City"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"city": HOME})


@answers("GET")
@explained
def method(request: HttpRequest) -> HttpResponse:
    """The method in force today; `?city=` names whose contribution rules are shown."""
    form = RulesOfCityForm(request.GET if "city" in request.GET else None)
    city = form.cleaned_data["city"] if form.is_valid() else HOME
    figures = reference(on=timezone.localdate())
    context = {
        "method": _view(figures.on, figures.edition, get_language() or ""),
        "rules": city_rules(figures, city, method_book(figures)),
        "form": form,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "method/method.html", context, status=status)


@lru_cache(maxsize=4)
def _view(on: date, edition: str, language: str) -> MethodView:
    """Worked out once a day, edition and language in each process."""
    figures = reference(on=on, edition=edition)
    return method_view(figures, evidence(on=on, edition=edition), method_book(figures))


def method_book(figures: Reference) -> Book:
    """Names of places, series, sources and conventions, nothing changed by anybody."""
    return Book(
        places=figures.places,
        sources=figures.sources,
        indicators=indicator_words(figures.edition),
        conventions=bundled_conventions(),
        assumptions={},
    )
