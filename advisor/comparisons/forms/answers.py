"""Fields for answers that are no amounts: yes or no, a month, and lists to choose from."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

NOT_SAID: tuple[str, Any] = ("", _("I don't know"))

UNITS: list[tuple[str, Any]] = [
    NOT_SAID,
    ("private", _("Private company")),
    ("non_private", _("State, foreign, listed or public employer")),
]
BASES: list[tuple[str, Any]] = [
    NOT_SAID,
    ("actual", _("My actual pay")),
    ("minimum", _("The lowest base allowed")),
    ("none", _("No contributions are paid")),
    ("amount", _("An amount that I know")),
]
POSTS: list[tuple[str, Any]] = [
    NOT_SAID,
    ("managers", _("Middle managers and above")),
    ("professionals", _("Professionals and technicians")),
    ("clerks", _("Office clerks")),
    ("services", _("Service workers")),
    ("production", _("Production and manufacturing")),
]
# The sections of the national classification of industries, GB/T 4754-2017.
SECTORS: list[tuple[str, Any]] = [
    NOT_SAID,
    ("A", _("A Farming, forestry, fishery")),
    ("B", _("B Mining")),
    ("C", _("C Manufacturing")),
    ("D", _("D Power, heat, gas and water supply")),
    ("E", _("E Construction")),
    ("F", _("F Wholesale and retail trade")),
    ("G", _("G Transport, storage and post")),
    ("H", _("H Hotels and catering")),
    ("I", _("I Software and information services")),
    ("J", _("J Finance")),
    ("K", _("K Real estate")),
    ("L", _("L Leasing and business services")),
    ("M", _("M Research and technical services")),
    ("N", _("N Water, environment, public facilities")),
    ("O", _("O Household services, repair and others")),
    ("P", _("P Education")),
    ("Q", _("Q Health and social work")),
    ("R", _("R Culture, sports and entertainment")),
    ("S", _("S Public administration and organisations")),
]
MONTH = re.compile(r"((?:19|20)\d\d)\s*(?:[-/.]|年)\s*(\d{1,2})\s*月?")
DIGITS = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or not said. The cleaned value is true, false or None."""

    def __init__(self, **kwargs: Any) -> None:
        choices = [NOT_SAID, ("yes", _("Yes")), ("no", _("No"))]
        super().__init__(
            choices=choices, coerce=lambda text: text == "yes", empty_value=None,
            required=False, **kwargs,
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        """The word for what the document says."""
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


class MonthField(forms.CharField):
    """A month as people write it; the cleaned value is `2018-05`, or None."""

    def clean(self, value: Any) -> str | None:
        text = str(value or "").strip()
        if not text:
            return None
        match = MONTH.fullmatch(text.translate(DIGITS))
        if match is None or not 1 <= int(match[2]) <= 12:
            message = _now("{label}: “{text}” is not a month. Type it like 2018-05.")
            raise ValidationError(message.format(label=self.label, text=text[:30]), code="month")
        return f"{match[1]}-{int(match[2]):02d}"

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {**super().widget_attrs(widget), "autocomplete": "off"}
