"""All conventions as one form: what is chosen, not measured, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import Path
from advisor.comparisons.forms.fields import NumberField, PercentField
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.wording import language_text, mark_word, unit_amount
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.conventions import Convention

HIGHEST = 1_000_000
ALL = "all"  # what the button below the fields resets
SHARES = {"fraction", "fraction a month", "fraction a year"}


class ConventionsForm(SectionForm):
    """A field a convention; an empty one takes our default."""

    key = "conventions"
    can_reset = True
    title = _("Our conventions")
    intro = _("What is chosen, not measured. Leave a field empty to keep our value.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update({name: _field(one) for name, one in bundled_conventions().items()})

    def clean(self) -> dict[str, Any]:
        """The button beside a field takes our value back, whatever stands in the field.

        So does the one below them, for all.
        """
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        asked = self.data.get("reset", "")
        for name in self.fields if asked == ALL else {asked} & self.fields.keys():
            self.errors.pop(name, None)
            answers[name] = None
        return answers

    def all_paths(self) -> Mapping[str, Path]:
        return {name: ("assumptions", name) for name in bundled_conventions()}

    def write(self, document: dict[str, Any]) -> None:
        """Without any change there is nothing to say about conventions."""
        super().write(document)
        if not document.get("assumptions"):
            document.pop("assumptions", None)

    def fieldsets(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields by the group of their convention."""
        groups: dict[str, list[forms.BoundField]] = {}
        for name, one in bundled_conventions().items():
            groups.setdefault(one.group, []).append(self[name])
        titles = {
            "living": _now("Daily spending"),
            "housing": _now("Housing"),
            "moving": _now("The move"),
            "pay": _now("Pay"),
            "projection": _now("The years ahead"),
            "uncertainty": _now("Uncertainty"),
        }
        for group, fields in groups.items():
            yield titles[group], fields


def _field(one: Convention) -> forms.Field:
    label = language_text(en=one.label_en, zh=one.label_zh)
    lowest = 0 if one.low >= 0 else -HIGHEST
    help_text = _now("Ours: {value}. Plausible: {low} to {high}. {reason} ({mark})").format(
        value=unit_amount(one.default, one.unit),
        low=unit_amount(one.low, one.unit),
        high=unit_amount(one.high, one.unit),
        reason=language_text(en=one.reason_en, zh=one.reason_zh),
        mark=mark_word(one.mark),
    )
    if one.unit in SHARES:
        return PercentField(
            label=_now("{label} (%)").format(label=label),
            low=lowest,
            high=HIGHEST,
            required=False,
            help_text=help_text,
        )
    return NumberField(
        label=label,
        low=lowest,
        high=HIGHEST,
        example=f"{one.default:g}",
        required=False,
        help_text=help_text,
    )
