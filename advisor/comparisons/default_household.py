"""A household kept in the account by choice, to start new comparisons from."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.accounts.models import User
from advisor.comparisons import drafts
from advisor.comparisons.asking import question_of
from advisor.comparisons.explaining import explained
from advisor.comparisons.saved.access import for_members
from advisor.comparisons.views import private
from advisor.web.methods import answers


@answers("POST")
@private
@for_members
def keep_household(request: HttpRequest) -> HttpResponse:
    """Keep the household of the comparison changed last."""
    draft = drafts.newest(request)
    if draft is None:
        messages.warning(request, _("There is no comparison yet whose household could be kept."))
    else:
        _set(request, draft.document)
        messages.success(request, _("The household of your last comparison is kept."))
    return redirect("account")


@answers("POST")
@private
@for_members
def forget_household(request: HttpRequest) -> HttpResponse:
    """Keep it no longer."""
    _set(request, None)
    messages.success(request, _("Your default household is forgotten."))
    return redirect("account")


@answers("POST")
@private
@for_members
@explained
def start_from_household(request: HttpRequest) -> HttpResponse:
    """A new draft of the household that is kept; to the first page without one."""
    household = cast("User", request.user).household
    if household is None:
        return redirect("home")
    question_of(household, today=timezone.localdate())  # what can't be read any more is not asked
    return redirect("result", drafts.start(request, household).pk)


def _set(request: HttpRequest, household: dict[str, object] | None) -> None:
    user = cast("User", request.user)
    user.household = household
    user.save(update_fields=["household"])
