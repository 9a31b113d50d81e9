"""The app of accounts: who somebody is, and what is theirs."""

from django.apps import AppConfig
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "advisor.accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let staff use the site's own log-in and password page, with limits and second factor."""
        from allauth.account.decorators import secure_admin_login  # noqa: PLC0415  needs settings
        from django.contrib import admin  # noqa: PLC0415

        admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
        admin.site.password_change = _own_password_page  # type: ignore[assignment,method-assign]


def _own_password_page(request: HttpRequest, extra_context: object = None) -> HttpResponseBase:
    return redirect("account_change_password")
