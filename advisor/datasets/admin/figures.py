"""Figures in the admin: one is corrected or set aside by hand, with a reason."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.deed_pages import AdminDeed, Done, ReasonForm, WithDeeds
from advisor.datasets.admin.reading import ReadOnly
from advisor.datasets.canonical import decimal_text
from advisor.datasets.desk import correcting
from advisor.datasets.models import Observation, RangeKind, Version
from advisor.datasets.wording.sentences import sentence

PARTS = ("value", "low", "high", "range_kind", "status", "source", "note")


def is_in_force(row: Observation) -> bool:
    """Whether there is a figure of its place, indicator and period in force."""
    return correcting.figure_in_force(row) is not None


class CorrectionForm(ReasonForm):
    """The parts of a figure, at first those in force."""

    field_order = (*PARTS, "why")

    value = forms.CharField(label=gettext_lazy("value"), max_length=40)
    low = forms.CharField(label=gettext_lazy("low value"), max_length=40, required=False)
    high = forms.CharField(label=gettext_lazy("high value"), max_length=40, required=False)
    range_kind = forms.ChoiceField(
        label=gettext_lazy("what low and high are"),
        choices=[("", "—"), *RangeKind.choices],
        required=False,
    )
    status = forms.CharField(
        label=gettext_lazy("status letters"),
        help_text=gettext_lazy(
            "b break, d differs, e estimated, i imputed, p provisional, u unreliable."
        ),
        max_length=6,
        required=False,
    )
    source = forms.CharField(
        label=gettext_lazy("source"),
        help_text=gettext_lazy("The code of the source that says it."),
        max_length=60,
    )
    note = forms.CharField(
        label=gettext_lazy("note"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, row: Observation, **given: Any) -> None:
        figure = correcting.figure_in_force(row)
        known = figure.entry._asdict() if figure else {}
        super().__init__(*args, row=row, initial=known, **given)


def _correct(row: Observation, by: Any, given: Mapping[str, Any]) -> Done:
    parts = {part: given[part] for part in PARTS}

    def draft(figure: correcting.Figure) -> Version:
        return correcting.correction(figure, parts, by=by, why=given["why"])

    return _drafted(row, draft)


def _set_aside(row: Observation, by: Any, given: Mapping[str, Any]) -> Done:
    return _drafted(row, lambda figure: correcting.without(figure, by=by, why=given["why"]))


def _drafted(row: Observation, draft: Callable[[correcting.Figure], Version]) -> Done:
    figure = correcting.figure_in_force(row)
    if figure is None:
        raise ValidationError(_("There is no such figure in force any more."))
    try:
        version = draft(figure)
    except correcting.RefusedFigureError as error:
        raise ValidationError(sentence(error.aside.code, error.aside.params)) from error
    except correcting.SameFigureError as error:
        raise ValidationError(_("The figure in force says exactly this already.")) from error
    return Done(said=_("The draft is made. Somebody else must look at it."), row=version)


FIGURE_DEEDS = (
    AdminDeed(
        name="correct",
        title=gettext_lazy("Correct this figure"),
        explained=gettext_lazy("What you write becomes a draft, which somebody else publishes."),
        permission=lambda row: "draft_version",
        fits=is_in_force,
        needs_reason=lambda row: True,
        do=_correct,
        form=CorrectionForm,
    ),
    AdminDeed(
        name="set_aside",
        title=gettext_lazy("Set this figure aside"),
        explained=gettext_lazy(
            "A draft without it, which somebody else publishes. Answers then say that it is "
            "missing, or use what stands in for it."
        ),
        permission=lambda row: "draft_version",
        fits=is_in_force,
        needs_reason=lambda row: True,
        do=_set_aside,
    ),
)


@admin.register(Observation)
class ObservationAdmin(ReadOnly, WithDeeds):
    list_display = ["place", "indicator", "period", "shown", "status", "version", "gone"]
    list_filter = ["version__dataset"]
    list_select_related = ["place", "indicator", "version__dataset"]
    search_fields = ["=place__adcode", "=place__name_zh", "=indicator__code", "=period"]
    search_help_text = gettext_lazy(
        "The code or Chinese name of a place, the code of an indicator, a period."
    )
    show_full_result_count = False
    deeds = FIGURE_DEEDS

    @admin.display(description=gettext_lazy("value"), ordering="value")
    def shown(self, row: Observation) -> str:
        """The value without needless zeros."""
        return decimal_text(row.value)
