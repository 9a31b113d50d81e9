"""What holds for all pages of accounts, and for the door of the admin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from advisor.accounts import second_factor

type Answer = Callable[[HttpRequest], HttpResponseBase]
PRIVATE = ("account/", "accounts/")
OPEN_WITHOUT = {"logout", "login", "jsi18n"}  # of the admin: nothing to see there


def keep_account_pages_private(get_response: Answer) -> Answer:
    """Let no cache keep a page of an account, nor a page about logging in."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        match = request.resolver_match
        if match and match.route.removeprefix("en/").startswith(PRIVATE):
            add_never_cache_headers(response)
        return response

    return middleware


class SecondFactorOfStaff:
    """Lead staff to set up their second factor, where it is asked of them, before the admin."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on: the door stands where the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """The way to the second factor for staff without one; None for everybody else."""
        match = request.resolver_match
        if match is None or "admin" not in match.app_names or match.url_name in OPEN_WITHOUT:
            return None
        if not second_factor.is_missing(request.user):
            return None
        messages.warning(request, _("Staff need a second factor. Set it up to enter the admin."))
        return redirect("mfa_activate_totp")
