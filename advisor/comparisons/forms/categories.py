"""Daily spending by category: our estimate, an own amount, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.compare_document import LivingPart
from advisor.comparisons.document_paths import Path, put, value_at
from advisor.comparisons.forms.fields import AmountField
from advisor.comparisons.forms.section import SectionForm
from advisor.comparisons.wording import line_label

CATEGORIES = tuple(LivingPart.model_fields)
ANSWERS = ("mode", "home", "away")


class CategoriesForm(SectionForm):
    """Three fields a category; an own amount counts as soon as it is typed."""

    key = "categories"
    title = _("Spending by category")
    intro = _("Instead of one total. What you leave as our estimate stays ours.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in CATEGORIES:
            self.fields |= _fields(name)

    def all_paths(self) -> Mapping[str, Path]:
        return {
            f"{name}_{answer}": ("living", name, answer)
            for name in CATEGORIES
            for answer in ANSWERS
        }

    def write(self, document: dict[str, Any]) -> None:
        """Amounts by category take the place of a total."""
        categories = {name: self._category(name) for name in CATEGORIES}
        said = {name: category for name, category in categories.items() if category}
        put(document, ("living",), said or None)
        if said:
            document.pop("living_total_home", None)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said where the categories take the place of a total."""
        had_total = value_at(self.answered, ("living_total_home",)) is not None
        if had_total and any(self._category(name) for name in CATEGORIES):
            return (_now("Your total is left out: the categories count now."),)
        return ()

    def fieldsets(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields by category."""
        for name in CATEGORIES:
            yield line_label(f"living_{name}"), [self[f"{name}_{answer}"] for answer in ANSWERS]

    def _category(self, name: str) -> dict[str, Any]:
        mode, home, away = (self.cleaned_data[f"{name}_{answer}"] for answer in ANSWERS)
        if not mode and home is None and away is None:
            return {}
        amounts = {"home": home, "away": away}
        given = {place: amount for place, amount in amounts.items() if amount is not None}
        return {"mode": mode or "mine"} | given


def _fields(name: str) -> dict[str, forms.Field]:
    label = line_label(f"living_{name}")
    return {
        f"{name}_mode": forms.ChoiceField(
            label=_now("{label}: what counts").format(label=label),
            required=False,
            choices=[
                ("", _now("Our estimate")),
                ("mine", _now("My amount")),
                ("none", _now("Nothing")),
            ],
        ),
        f"{name}_home": AmountField(
            label=_now("{label}: a month now").format(label=label), required=False
        ),
        f"{name}_away": AmountField(
            label=_now("{label}: a month there").format(label=label),
            required=False,
            help_text=_now("Empty: as now, at the prices there."),
        ),
    }
