"""Where the product's ways differ from allauth's: mail, names, language, second factor."""

from __future__ import annotations

import secrets
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_login_redirect_url
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sites.shortcuts import get_current_site
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.urls import translate_url
from django.utils.translation import get_language, gettext_lazy

from advisor.accounts import mail, second_factor
from advisor.accounts.letters import LETTERS, NOTES
from advisor.accounts.models import User

NAME_BYTES = 12


class AccountAdapter(DefaultAccountAdapter):
    """How accounts are made and people let in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": gettext_lazy("This account is switched off."),
        "email_password_mismatch": gettext_lazy("The e-mail address or the password is not right."),
        "enter_current_password": gettext_lazy("This is not your current password."),
        "incorrect_code": gettext_lazy("This code is not right."),
        "incorrect_password": gettext_lazy("This password is not right."),
        "too_many_login_attempts": gettext_lazy(
            "Too many failed attempts. Please try again in a few minutes."
        ),
        "duplicate_email": gettext_lazy("This is your address already."),
        "rate_limited": gettext_lazy("Too many attempts. Please wait a little."),
    }

    def generate_unique_username(self, txts: list[str | None], regex: str | None = None) -> str:
        """A name that says nothing about the person: it is never asked for and never shown."""
        return secrets.token_urlsafe(NAME_BYTES)

    def save_user(
        self, request: HttpRequest, user: AbstractBaseUser, form: Any, commit: bool = True
    ) -> AbstractBaseUser:
        """Keep the language of the sign-up page as the account's."""
        cast("User", user).language = get_language() or ""
        return super().save_user(request, user, form, commit)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Hand the letter to the queue `mail`: a page never waits for a mail server."""
        letter = LETTERS[template_prefix]
        site = get_current_site(self.request).domain
        body = letter.body({"email": email} | context, site=site)
        mail.post(EmailMessage(str(letter.subject), body, self.get_from_email(), [email]))

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Say on the next page what was done."""
        said = message or str(NOTES[message_template or ""]) % (message_context or {})
        if said:
            messages.add_message(request, level, said, extra_tags=extra_tags)

    def post_login(
        self,
        request: HttpRequest,
        user: AbstractBaseUser,
        *,
        redirect_url: str | None,
        **given: Any,
    ) -> HttpResponse:
        """Go on in the account's language, wherever that leads."""
        url = get_login_redirect_url(request, redirect_url, signup=given["signup"])
        language = cast("User", user).language
        url = translate_url(url, language) if language else url
        return super().post_login(request, user, redirect_url=url, **given)


class SecondFactorAdapter(DefaultMFAAdapter):
    """How the second factor is kept."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": gettext_lazy(
            "Staff need a second factor: it can't be switched off."
        ),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff of whom it is asked can't go back."""
        return not second_factor.is_asked_of(authenticator.user)
