"""The app of accounts: who somebody is, and what is theirs."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "advisor.accounts"
    verbose_name = _("Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let staff enter the admin by the site's own log-in, with its limits and second factor."""
        from allauth.account.decorators import secure_admin_login  # noqa: PLC0415  needs settings
        from django.contrib import admin  # noqa: PLC0415

        admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
