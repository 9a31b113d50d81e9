"""Everything that is somebody's, for a file of theirs. Other apps add their part by name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession

from advisor.accounts.models import User

type Part = Callable[[User], list[Any]]
_parts: dict[str, Part] = {}


def include(name: str, part: Part) -> None:
    """Have that part in every such file: a list of things that JSON can hold."""
    _parts[name] = part


def counts_of(user: User) -> list[tuple[str, int]]:
    """How many things each part has: all that staff see of them."""
    return [(name, len(part(user))) for name, part in sorted(_parts.items())]


def everything_of(user: User, *, now: datetime) -> dict[str, Any]:
    """What is kept about this account, part by part."""
    return {
        "made_at": now.isoformat(),
        "account": _account(user),
        **{name: part(user) for name, part in sorted(_parts.items())},
    }


def _account(user: User) -> dict[str, Any]:
    addresses = EmailAddress.objects.filter(user=user).order_by("pk")
    sessions = UserSession.objects.filter(user=user).order_by("created_at")
    return {
        "addresses": [{"address": one.email, "confirmed": one.verified} for one in addresses],
        "signed_up_at": user.date_joined.isoformat(),
        "last_logged_in_at": user.last_login.isoformat() if user.last_login else None,
        "language": user.language,
        "default_household": user.household,
        "second_factor": is_mfa_enabled(user),
        "logged_in_on": [
            {"since": one.created_at.isoformat(), "browser": one.user_agent, "from": one.ip}
            for one in sessions
        ],
    }
