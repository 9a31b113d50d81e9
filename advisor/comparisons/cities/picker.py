"""Which two cities to set side by side."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.forms.places import AsksCities, CityField


class TwoCitiesForm(AsksCities, forms.Form):
    """Two cities by name; sent by its address."""

    here = CityField(label=_("My city"))
    there = CityField(label=_("The other city"))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("here") and found.get("here") == found.get("there"):
            self.add_error("there", _now("Choose two different cities."))
        return found
