"""What staff do for somebody who asks for help: each deed is noted with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.accounts.models import User


@dataclass(frozen=True, kw_only=True, slots=True)
class Support:
    """A deed: when there is something to do, what it does, and what is said of it."""

    name: str
    title: Promise
    explained: Promise
    said: Promise
    fits: Callable[[User], bool]
    do: Callable[[HttpRequest, User], Any]


def is_confirmed(user: User) -> bool:
    """Whether an address of the account is confirmed."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def _waits(user: User) -> bool:
    return EmailAddress.objects.filter(user=user, verified=False).exists()


def _send_again(request: HttpRequest, user: User) -> None:
    EmailAddress.objects.filter(user=user, verified=False).latest("pk").send_confirmation(request)


def _switch_off(request: HttpRequest, user: User) -> None:
    keys = [*UserSession.objects.filter(user=user).values_list("session_key", flat=True)]
    Session.objects.filter(session_key__in=keys).delete()
    _set_active(user, active=False)


def _switch_on(request: HttpRequest, user: User) -> None:
    _set_active(user, active=True)


def _set_active(user: User, *, active: bool) -> None:
    user.is_active = active
    user.save(update_fields=["is_active"])


DEEDS = (
    Support(
        name="resend",
        title=_("Send the confirmation again"),
        explained=_("A new letter with the link goes to the address that is not confirmed."),
        said=_("The letter is on its way."),
        fits=_waits,
        do=_send_again,
    ),
    Support(
        name="deactivate",
        title=_("Switch the account off"),
        explained=_("Nobody can log in with it, and it is logged out everywhere. Nothing is lost."),
        said=_("The account is switched off."),
        fits=lambda user: user.is_active,
        do=_switch_off,
    ),
    Support(
        name="activate",
        title=_("Switch the account on again"),
        explained=_("Its owner can log in again."),
        said=_("The account is switched on."),
        fits=lambda user: not user.is_active,
        do=_switch_on,
    ),
)
