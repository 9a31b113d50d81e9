"""Saving a draft: the only place where an account is asked for."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.comparisons import drafts
from advisor.comparisons.explaining import CONFLICT, explained
from advisor.comparisons.models import Draft, SavedComparison, opaque_id
from advisor.comparisons.saved.access import for_members, member
from advisor.comparisons.saved.forms import SaveForm, VersionForm
from advisor.comparisons.saved.keeping import (
    GoneError,
    Label,
    VersionTakenError,
    content_of,
    keep_new,
    keep_version,
    tie,
)
from advisor.comparisons.saved.names import city_names, name_of
from advisor.comparisons.views import UNPROCESSABLE, private
from advisor.web.methods import answers


@answers("GET", "POST")
@private
@explained
def save(request: HttpRequest, draft_id: str) -> HttpResponseBase:
    """Save a draft: as a comparison of its own, or as the next version of the one it changes."""
    return _save(request, drafts.own(request, draft_id))  # 404 before anybody is asked to log in


@for_members
def _save(request: HttpRequest, draft: Draft) -> HttpResponse:
    changes = _changes(request, draft)
    if request.method != "POST":
        return _page(request, draft, changes, SaveForm(initial={"once": opaque_id()}))
    if changes is not None and request.POST.get("as") == "version":
        return _save_version(request, draft, changes)
    return _save_new(request, draft, changes)


def _changes(request: HttpRequest, draft: Draft) -> SavedComparison | None:
    """The comparison that the draft changes, if it is still there and one's own."""
    own = SavedComparison.objects.of_owner(request.user.pk).kept()
    return own.filter(pk=draft.saved_id).first() if draft.saved_id else None


def _save_new(request: HttpRequest, draft: Draft, changes: SavedComparison | None) -> HttpResponse:
    form = SaveForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, changes, form, status=UNPROCESSABLE)
    content = content_of(draft.document, today=timezone.localdate())
    typed = form.cleaned_data
    label = Label(
        name=typed["name"] or name_of(content.gist, city_names()),
        note=typed["note"],
        once=typed["once"],
    )
    comparison = keep_new(member(request), content, label)
    tie(draft, comparison, 1)
    messages.success(request, _("Saved as “{name}”.").format(name=comparison.name))
    return redirect("saved_comparison", comparison.pk)


def _save_version(request: HttpRequest, draft: Draft, changes: SavedComparison) -> HttpResponse:
    form = VersionForm(request.POST)
    based_on = form.cleaned_data["based_on"] if form.is_valid() else 0
    content = content_of(draft.document, today=timezone.localdate())
    try:
        number = keep_version(changes, content, based_on=based_on)
    except GoneError:
        reason = _("“{name}” was deleted meanwhile. You can save this as a comparison of its own.")
        return _conflict(request, draft, None, reason.format(name=changes.name))
    except VersionTakenError as error:
        changes.refresh_from_db()
        reason = _(
            "Version {number} was saved meanwhile, perhaps in another tab. Nothing of yours is"
            " lost: look at it, then save yours after it or by itself."
        )
        return _conflict(request, draft, changes, reason.format(number=error.newest))
    tie(draft, changes, number)
    messages.success(request, _("Saved as version {number}.").format(number=number))
    return redirect("saved_comparison", changes.pk)


def _conflict(
    request: HttpRequest, draft: Draft, changes: SavedComparison | None, reason: str
) -> HttpResponse:
    form = SaveForm(initial={"once": opaque_id()})
    newest = changes.newest if changes else None
    return _page(request, draft, changes, form, status=CONFLICT, reason=reason, based_on=newest)


def _page(
    request: HttpRequest,
    draft: Draft,
    changes: SavedComparison | None,
    form: SaveForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """The page with both ways to save. `reason`: why the last try changed nothing."""
    based_on = more.get("based_on") or draft.saved_number
    context = {
        "draft": draft,
        "changes": changes,
        "form": form,
        "version_form": VersionForm(initial={"based_on": based_on}),
        "reason": more.get("reason", ""),
    }
    return render(request, "saved/save.html", context, status=status)
