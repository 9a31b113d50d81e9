"""One's own account."""

from __future__ import annotations

from typing import cast

from allauth.account.models import EmailAddress
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.accounts.forms import ProfileForm
from advisor.accounts.models import User
from advisor.web.methods import answers

UNPROCESSABLE = 422


@answers("GET", "POST")
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """The account at a glance; its language can be changed here."""
    user = cast("User", request.user)
    user.language = user.language or get_language() or ""
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=user)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your choice is kept."))
        return redirect(translate_url(reverse("account"), user.language))
    context = {
        "form": form,
        "address": EmailAddress.objects.get_primary(user),
        "coming_address": EmailAddress.objects.get_new(user),
        "has_second_factor": is_mfa_enabled(user),
        "sessions": len(UserSession.objects.purge_and_list(user)),
    }
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "account/account.html", context, status=status)
