"""Forms of saved comparisons: they take what is named here, and nothing else."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.models.saved import LONGEST_NAME, LONGEST_NOTE

A_WORD = r"^[A-Za-z0-9_-]{22}$"


class LabelForm(forms.Form):
    """A name and a note of one's own."""

    name = forms.CharField(
        label=_("Name"),
        max_length=LONGEST_NAME,
        required=False,
        help_text=_("Empty: the names of the cities."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For you alone: it is never shared."),
    )


class SaveForm(LabelForm):
    """Saves a draft as a new comparison. `once` makes a form that is sent twice count once."""

    once = forms.RegexField(A_WORD, required=False, widget=forms.HiddenInput)


class VersionForm(forms.Form):
    """Saves a draft as the next version, if the newest is still the one it is based on."""

    based_on = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


DAYS = ((7, _("a week")), (30, _("30 days")), (90, _("90 days")), (365, _("a year")))


class ShareForm(forms.Form):
    """How long a link opens, and whether it shows amounts."""

    days = forms.TypedChoiceField(label=_("It opens for"), choices=DAYS, coerce=int, initial=30)
    shows = forms.ChoiceField(
        label=_("What it shows"),
        choices=(
            ("ratios", _("No amounts: ratios to today's pay")),
            ("amounts", _("Everything, amounts included")),
        ),
        initial="ratios",
        widget=forms.RadioSelect,
        help_text=_("Who knows local prices can guess roughly from ratios, too."),
    )


class ChoiceForm(forms.Form):
    """How the list is looked at: every wrong value is as if nothing was chosen."""

    q = forms.CharField(label=_("Search"), max_length=LONGEST_NAME, required=False, strip=True)
    sort = forms.ChoiceField(
        label=_("Sorted by"),
        choices=(("changed", _("last change")), ("made", _("first saved")), ("name", _("name"))),
        required=False,
    )
    show = forms.ChoiceField(
        label=_("Show"),
        choices=(("", _("on the list")), ("archived", _("put away")), ("deleted", _("deleted"))),
        required=False,
    )
