"""The moment somebody becomes known: they signed up, or logged in."""

from __future__ import annotations

from typing import Protocol

from allauth.account.signals import user_logged_in, user_signed_up
from django.http import HttpRequest

from advisor.accounts.models import User


class Listener(Protocol):
    """What other apps do then. Called by name; more may be given."""

    def __call__(self, *, request: HttpRequest, user: User, **given: object) -> object:
        """Do it."""


def listen(listener: Listener, *, name: str) -> None:
    """Call the listener at every arrival; once, however often the name is given."""
    for signal in (user_signed_up, user_logged_in):
        signal.connect(listener, dispatch_uid=name, weak=False)
