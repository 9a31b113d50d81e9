"""What changed since a comparison was saved, and the next version by today's data."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.comparisons.explaining import explained
from advisor.comparisons.saved.access import DeletedError, for_members, own_version
from advisor.comparisons.saved.answering import asked_today
from advisor.comparisons.saved.changes import changes
from advisor.comparisons.saved.digests import seen
from advisor.comparisons.saved.forms import VersionForm
from advisor.comparisons.saved.keeping import (
    GoneError,
    VersionTakenError,
    content_of,
    keep_version,
)
from advisor.comparisons.views import private
from advisor.web.methods import answers


@answers("GET")
@private
@explained
@for_members
def saved_changes(request: HttpRequest, comparison_id: str, number: int) -> HttpResponse:
    """The saved version beside what today's data says, with the figures that moved it."""
    version = own_version(request, comparison_id, number)
    context = {
        "version": version,
        "comparison": version.comparison,
        "changes": changes(version, today=timezone.localdate()),
        "form": VersionForm(initial={"based_on": version.comparison.newest}),
    }
    if version.number == version.comparison.newest:
        seen(comparison_id)
    return render(request, "saved/changes.html", context)


@answers("POST")
@private
@explained
@for_members
def saved_renew(request: HttpRequest, comparison_id: str, number: int) -> HttpResponse:
    """Make the same question, answered by today's data, the next version."""
    version = own_version(request, comparison_id, number)
    form = VersionForm(request.POST)
    based_on = form.cleaned_data["based_on"] if form.is_valid() else 0
    today = timezone.localdate()
    content = content_of(asked_today(version, today), today=today)
    try:
        kept = keep_version(version.comparison, content, based_on=based_on)
    except GoneError as error:
        raise DeletedError(comparison_id) from error
    except VersionTakenError as error:
        said = _("Version {number} was saved meanwhile: nothing was changed.")
        messages.warning(request, said.format(number=error.newest))
        return redirect("saved_comparison", comparison_id)
    messages.success(request, _("Saved as version {number}.").format(number=kept))
    return redirect("saved_comparison", comparison_id)
