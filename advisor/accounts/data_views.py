"""My data: what is kept, for how long, a file with all of it, and the end of the account."""

from __future__ import annotations

from typing import cast

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.accounts.leaving import leave
from advisor.accounts.models import User
from advisor.accounts.my_data import everything_of
from advisor.accounts.retention import everything_kept
from advisor.web.methods import answers


@answers("GET")
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    """What is kept and how to have it or end it."""
    return render(request, "account/data.html", {"kept": everything_kept()})


@answers("GET")
@login_required
def download(request: HttpRequest) -> HttpResponse:
    """Everything that is this person's, as a JSON file."""
    now = timezone.now()
    everything = everything_of(cast("User", request.user), now=now)
    response = JsonResponse(everything, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response.headers["Content-Disposition"] = f'attachment; filename="quliu-{now:%Y-%m-%d}.json"'
    return response


@answers("GET", "POST")
@login_required
@reauthentication_required
def delete(request: HttpRequest) -> HttpResponse:
    """Ask once more, with the password; then delete the account at once."""
    user = cast("User", request.user)
    if request.method != "POST" or user.is_staff:
        return render(request, "account/delete.html", status=200)
    leave(user)
    logout(request)
    messages.success(request, _("Your account is deleted, with everything in it."))
    return redirect("account_login")
