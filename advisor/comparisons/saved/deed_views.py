"""What an owner does with a saved comparison. Every deed is a form that works without scripts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from advisor.comparisons import drafts
from advisor.comparisons.models.saved import LONGEST_NAME
from advisor.comparisons.saved import keeping
from advisor.comparisons.saved.access import (
    for_members,
    own_comparison,
    own_deleted,
    own_version,
)
from advisor.comparisons.saved.forms import LabelForm, SaveForm
from advisor.comparisons.saved.names import city_names, name_of
from advisor.comparisons.views import UNPROCESSABLE, private
from advisor.web.methods import answers


@answers("GET", "POST")
@private
@for_members
def saved_label(request: HttpRequest, comparison_id: str) -> HttpResponse:
    """Another name and note."""
    comparison = own_comparison(request, comparison_id)
    typed = request.POST if request.method == "POST" else None
    form = LabelForm(typed, initial={"name": comparison.name, "note": comparison.note})
    if not form.is_valid():
        status = UNPROCESSABLE if form.is_bound else 200
        context = {"comparison": comparison, "form": form}
        return render(request, "saved/label.html", context, status=status)
    gist = own_version(request, comparison_id).gist
    name = form.cleaned_data["name"] or name_of(gist, city_names())
    keeping.describe(comparison, name=name, note=form.cleaned_data["note"])
    messages.success(request, _("Name and note are kept."))
    return redirect("saved_comparison", comparison.pk)


@answers("POST")
@private
@for_members
def saved_edit(request: HttpRequest, comparison_id: str, number: int) -> HttpResponse:
    """Open a version as a draft, to be changed and saved as the next version."""
    version = own_version(request, comparison_id, number)
    draft = drafts.start(request, version.document)
    keeping.tie(draft, version.comparison, version.comparison.newest)
    messages.info(
        request,
        _("Change what you like: “{name}” stays as it is until you save a new version.").format(
            name=version.comparison.name
        ),
    )
    return redirect("result", draft.pk)


@answers("POST")
@private
@for_members
def saved_copy(request: HttpRequest, comparison_id: str, number: int) -> HttpResponse:
    """A comparison of its own that begins as this version."""
    version = own_version(request, comparison_id, number)
    form = SaveForm(request.POST)
    once = form.cleaned_data.get("once", "") if form.is_valid() else ""
    name = _("Copy of {name}").format(name=version.comparison.name)[:LONGEST_NAME]
    label = keeping.Label(name=name, note=version.comparison.note, once=once)
    copy = keeping.keep_new(version.comparison.owner_id, keeping.content_again(version), label)
    messages.success(request, _("Saved as “{name}”.").format(name=copy.name))
    return redirect("saved_comparison", copy.pk)


@answers("POST")
@private
@for_members
def saved_archive(request: HttpRequest, comparison_id: str) -> HttpResponse:
    """Put it away, or with `back` on the list again."""
    comparison = own_comparison(request, comparison_id)
    away = "back" not in request.POST
    keeping.archive(comparison, away=away)
    said = _("“{name}” is put away.") if away else _("“{name}” is back on the list.")
    messages.success(request, said.format(name=comparison.name))
    return redirect("saved")


@answers("POST")
@private
@for_members
def saved_delete(request: HttpRequest, comparison_id: str) -> HttpResponse:
    """Delete it; the list then offers to undo that. Sent twice, it changes nothing more."""
    comparison = own_deleted(request, comparison_id)
    keeping.delete(comparison)
    return redirect(f"{reverse('saved')}?undo={comparison.pk}")


@answers("POST")
@private
@for_members
def saved_restore(request: HttpRequest, comparison_id: str) -> HttpResponse:
    """Undo the deletion."""
    comparison = own_deleted(request, comparison_id)
    keeping.bring_back(comparison)
    messages.success(request, _("“{name}” is back on the list.").format(name=comparison.name))
    return redirect("saved_comparison", comparison.pk)
