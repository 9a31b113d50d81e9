"""allauth's forms in the product's words: plain labels, no placeholders."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.forms import BaseForm, ChoiceField, ModelForm, RadioSelect
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User

PASSWORD_HELP = _("At least 8 characters, and not a password that many people use.")
WORDS: dict[str, tuple[Any, Any]] = {
    "login": (_("E-mail address"), ""),
    "email": (_("E-mail address"), ""),
    "password": (_("Password"), ""),
    "oldpassword": (_("Current password"), ""),
    "password1": (_("New password"), PASSWORD_HELP),
    "password2": (_("New password again"), ""),
    "code": (
        _("Code from your app"),
        _("Six digits from your authenticator app, or a recovery code."),
    ),
}


class Plain(BaseForm):
    """The product's words on a form of allauth."""

    words: dict[str, tuple[Any, Any]] = {}

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for name, field in self.fields.items():
            field.label, field.help_text = (WORDS | self.words)[name]
            field.widget.attrs.pop("placeholder", None)


class LoginForm(Plain, account.LoginForm):
    """Log in."""


class SignupForm(Plain, account.SignupForm):
    """Sign up."""

    words = {"password1": (_("Password"), PASSWORD_HELP)}

    def try_save(self, request: HttpRequest) -> Any:
        """Take as long for an address that has an account as for a new one."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ResetPasswordForm(Plain, account.ResetPasswordForm):
    """Ask for a link that sets a new password."""


class NewPasswordForm(Plain, account.ResetPasswordKeyForm):
    """Set a new password by that link."""


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """Change the password."""


class ChangeEmailForm(Plain, account.AddEmailForm):
    """Change the address."""

    words = {"email": (_("New e-mail address"), "")}


class ReauthenticateForm(Plain, account.ReauthenticateForm):
    """Show once more who it is."""


class CodeForm(Plain, mfa.AuthenticateForm):
    """The second step of logging in."""


class CodeAgainForm(Plain, mfa.ReauthenticateForm):
    """Show once more who it is, by code."""


class FirstCodeForm(Plain, totp.ActivateTOTPForm):
    """The first code of a new authenticator app."""

    words = {"code": (_("Code from your app"), _("The six digits that the app shows now."))}


class ProfileForm(ModelForm):  # type: ignore[type-arg]
    """What somebody may say about themselves."""

    language = ChoiceField(
        label=_("Language after logging in"),
        widget=RadioSelect,
        choices=[(code, name) for code, name in settings.LANGUAGES],
    )

    class Meta:
        model = User
        fields = ("language",)
