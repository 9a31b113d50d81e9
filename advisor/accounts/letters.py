"""What is said by mail and after a deed: one translatable text for each of allauth's occasions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Text = str | Promise


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """Subject and text; `%(name)s` stands for what the occasion gives."""

    subject: Text
    text: Text
    is_notice: bool = False  # of a change to the account, with when and from where

    def body(self, given: Mapping[str, Any], *, site: str) -> str:
        """The whole letter."""
        parts = [str(self.text) % given]
        if self.is_notice:
            parts.append(str(NOT_YOU) % given)
        return "\n\n".join([*parts, "--\n" + str(SIGNED) % {"site": site}]) + "\n"


SIGNED = _("Quliu · %(site)s")
NOT_YOU = _(
    "Was it not you? Then set a new password now and log out everywhere else.\n\n"
    "When: %(timestamp)s\nFrom: %(ip)s, %(user_agent)s"
)
CONFIRM = Letter(
    subject=_("Please confirm your address"),
    text=_(
        "Somebody, we hope you, gave this address at Quliu. Open this link to confirm it; it "
        "holds for three days:\n\n%(activate_url)s\n\nWas it not you? Then do nothing."
    ),
)
LETTERS: dict[str, Letter] = {
    "account/email/email_confirmation": CONFIRM,
    "account/email/email_confirmation_signup": CONFIRM,
    "account/email/account_already_exists": Letter(
        subject=_("You have an account already"),
        text=_(
            "Somebody, we hope you, wanted to sign up at Quliu with this address, which has an "
            "account already. Forgot your password? This page sets a new one:\n\n"
            "%(password_reset_url)s\n\nWas it not you? Then do nothing."
        ),
    ),
    "account/email/password_reset_key": Letter(
        subject=_("Set a new password"),
        text=_(
            "Open this link to set a new password:\n\n%(password_reset_url)s\n\n"
            "Did you not ask for it? Then do nothing: your password stays as it is."
        ),
    ),
    "account/email/unknown_account": Letter(
        subject=_("There is no account with this address"),
        text=_(
            "Somebody, we hope you, asked for a new password at Quliu. This address has no "
            "account. You can sign up here:\n\n%(signup_url)s\n\nWas it not you? Then do nothing."
        ),
    ),
    "account/email/email_changed": Letter(
        subject=_("Your address was changed"),
        text=_("Your account now has the address %(to_email)s in place of %(from_email)s."),
        is_notice=True,
    ),
    "account/email/email_deleted": Letter(
        subject=_("An address was removed"),
        text=_("The address %(deleted_email)s no longer belongs to your account."),
        is_notice=True,
    ),
    "account/email/email_confirm": Letter(
        subject=_("Your address is confirmed"),
        text=_("The address of your account is confirmed."),
        is_notice=True,
    ),
    "account/email/password_changed": Letter(
        subject=_("Your password was changed"),
        text=_("The password of your account was changed."),
        is_notice=True,
    ),
    "account/email/password_set": Letter(
        subject=_("Your password was set"),
        text=_("A password was set for your account."),
        is_notice=True,
    ),
    "account/email/password_reset": Letter(
        subject=_("Your password was changed"),
        text=_("A new password was set by the link that we sent."),
        is_notice=True,
    ),
    "mfa/email/totp_activated": Letter(
        subject=_("Second factor switched on"),
        text=_("Logging in to your account now also asks for a code of your app."),
        is_notice=True,
    ),
    "mfa/email/totp_deactivated": Letter(
        subject=_("Second factor switched off"),
        text=_("Your password alone now opens your account."),
        is_notice=True,
    ),
    "mfa/email/recovery_codes_generated": Letter(
        subject=_("New recovery codes"),
        text=_("New recovery codes were made for your account; the old ones no longer work."),
        is_notice=True,
    ),
}

# Shown on the next page; nothing where that page says it all.
NOTES: dict[str, Text] = {
    "account/messages/logged_in.txt": "",
    "account/messages/logged_out.txt": "",
    "account/messages/email_confirmed.txt": _("Your address is confirmed."),
    "account/messages/email_confirmation_sent.txt": _("We have sent a link to %(email)s."),
    "account/messages/email_confirmation_failed.txt": _(
        "%(email)s can't be confirmed: it belongs to another account."
    ),
    "account/messages/email_deleted.txt": _("%(email)s is removed."),
    "account/messages/cannot_delete_primary_email.txt": _("An account needs an address."),
    "account/messages/primary_email_set.txt": _("Your address is changed."),
    "account/messages/unverified_primary_email.txt": _("Please confirm the address first."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/totp_activated.txt": _("The second factor is on."),
    "mfa/messages/totp_deactivated.txt": _("The second factor is off."),
    "mfa/messages/recovery_codes_generated.txt": _("Here are your new recovery codes."),
    "usersessions/messages/sessions_logged_out.txt": _("You are logged out everywhere else."),
}
