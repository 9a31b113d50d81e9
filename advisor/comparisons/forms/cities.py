"""Adding a destination."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import value_at
from advisor.comparisons.faults import Fault, sentence
from advisor.comparisons.forms.places import AsksCities, CityField

MOST_CITIES = 12  # on one page


class AddCityForm(AsksCities, forms.Form):
    """Another city beside home."""

    city = CityField(label=_("Compare another city"))

    def __init__(self, data: Any = None, *, document: dict[str, Any]) -> None:
        self.answered = document
        super().__init__(data, prefix="add")

    def clean_city(self) -> str:
        city: str = self.cleaned_data["city"]
        if city in [one["city"] for one in self.answered["destinations"]]:
            raise forms.ValidationError(_now("This city is in your comparison already."))
        if len(self.answered["destinations"]) >= MOST_CITIES:
            raise forms.ValidationError(
                _now("At most {most} cities can be compared at once: leave one out first.").format(
                    most=MOST_CITIES
                )
            )
        return city

    def document(self) -> dict[str, Any]:
        """The document with the city as its last destination, in the kind of home of the first."""
        destinations = self.answered["destinations"]
        kind = value_at(destinations, (0, "housing", "kind"))
        added = {"city": self.cleaned_data["city"]} | ({"housing": {"kind": kind}} if kind else {})
        return {**self.answered, "destinations": [*destinations, added]}

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show what is wrong with the document that has the city in it."""
        for fault in faults:
            self.add_error("city", sentence(fault, name=_now("The list of cities")))
