"""The person who has an account."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class PeopleManager(UserManager["User"]):
    """Accounts made without the sign-up page."""

    def create_superuser(
        self,
        username: str,
        email: str | None = None,
        password: str | None = None,
        **more: Any,
    ) -> User:
        """Staff who may do everything; a given address counts as confirmed, so that it opens."""
        user = super().create_superuser(username, email, password, **more)
        if user.email:
            user.confirm_address(user.email)
        return user


class User(AbstractUser):
    """Somebody who signed up, or staff. People log in by e-mail; the username is never shown."""

    language = models.CharField(_("language"), max_length=10, blank=True, default="")
    household: models.JSONField[dict[str, Any] | None, dict[str, Any] | None] = models.JSONField(
        _("default household"), null=True, blank=True, editable=False
    )

    objects: ClassVar[PeopleManager] = PeopleManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.email or self.username

    def confirm_address(self, address: str) -> None:
        """Make this the account's one address, confirmed without a letter: for staff alone."""
        from allauth.account.models import EmailAddress  # noqa: PLC0415  its models name this one

        self.email = address
        self.save(update_fields=["email"])
        addresses = EmailAddress.objects.filter(user=self)
        addresses.exclude(email=address).delete()
        addresses.update_or_create(
            user=self, email=address, defaults={"verified": True, "primary": True}
        )
