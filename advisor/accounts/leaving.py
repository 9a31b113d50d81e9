"""Leave for good: the account and all that hangs on it, at once."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from advisor.accounts.models import User


class StaffStayError(Exception):
    """Staff stand in the log of what they did: another member of staff takes the role first."""


def leave(user: User) -> None:
    """Delete the account, what is saved in it, its links and its sessions on every device.

    Raises StaffStayError for staff.
    """
    if user.is_staff:
        raise StaffStayError
    with transaction.atomic():
        keys = [*UserSession.objects.filter(user=user).values_list("session_key", flat=True)]
        Session.objects.filter(session_key__in=keys).delete()
        user.delete()
