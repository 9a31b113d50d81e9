"""The form that reports a figure, and what links to it fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.forms.places import AsksCities, CityField
from advisor.comparisons.wording import place_name_with_parent
from advisor.datasets.models import FigureReport, Indicator
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Level

LONGEST_FIGURE, LONGEST_TEXT, LONGEST_ADDRESS = 200, 4000, 500


class ReportForm(AsksCities, forms.Form):
    """Which figure, what is wrong with it, and if known where it stands right.

    `left_empty` is a field for programs that fill in everything; its label tells people to leave it
    empty, and it says so again where they did not.
    """

    place = CityField(
        label=_("City"),
        required=False,
        help_text=_("Leave it empty for a province or the whole country."),
    )
    figure = forms.CharField(
        label=_("Which figure"),
        max_length=LONGEST_FIGURE,
        help_text=_("For example: rent of a one-bedroom flat, 2026-09."),
        error_messages={"required": _("Which figure is missing. Say what it measures.")},
    )
    wrong = forms.CharField(
        label=_("What is wrong with it"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("What is wrong is missing. A sentence is enough.")},
    )
    source_url = forms.URLField(
        label=_("Address of a source that has it right"),
        required=False,
        max_length=LONGEST_ADDRESS,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
        error_messages={"invalid": _("The address of the source can't be read. Copy it whole.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        max_length=254,
        help_text=_("Only if the data desk may ask you back."),
        error_messages={"invalid": _("The e-mail address can't be read. Check it, or leave it.")},
    )
    left_empty = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        max_length=LONGEST_FIGURE,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    indicator = forms.CharField(required=False, widget=forms.HiddenInput, max_length=80)

    def clean_left_empty(self) -> str:
        """Nothing; raise where somebody filled it in."""
        if self.cleaned_data["left_empty"]:
            raise forms.ValidationError(_("Empty the last field: it keeps programs out."))
        return ""

    def report(self) -> FigureReport:
        """The report of this valid form, not saved."""
        answers = self.cleaned_data
        return FigureReport(
            place_id=answers["place"] or None,
            indicator=Indicator.objects.filter(pk=answers["indicator"]).first(),
            figure=answers["figure"],
            wrong=answers["wrong"],
            source_url=answers["source_url"],
            email=answers["email"],
            language=get_language() or "",
        )


def filled_in(asked: Mapping[str, str]) -> dict[str, Any]:
    """What a link says of the figure: `place` and `indicator` by their codes, `figure` in words.

    What is not known is left out. A place that is no city is named with the figure.
    """
    indicator = Indicator.objects.filter(pk=asked.get("indicator", "")).first()
    words = [str(indicator)] if indicator else [asked.get("figure", "")]
    place = gazetteer().by_adcode.get(asked.get("place", ""))
    is_city = place is not None and place.level is Level.CITY
    if place is not None and not is_city:
        words.append(place_name_with_parent(place, gazetteer().by_adcode))
    return {
        "place": place.adcode if place is not None and is_city else "",
        "figure": ", ".join(filter(None, words))[:LONGEST_FIGURE],
        "indicator": indicator.pk if indicator else "",
    }
