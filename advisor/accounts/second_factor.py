"""The second factor of staff: asked of all of them where the setting STAFF_SECOND_FACTOR is on."""

from __future__ import annotations

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings


def is_asked_of(user: Any) -> bool:
    """Whether this account may enter the admin only with a second factor."""
    return bool(settings.STAFF_SECOND_FACTOR and user.is_staff)


def is_missing(user: Any) -> bool:
    """Whether it is asked of this account and not set up yet."""
    return is_asked_of(user) and not is_mfa_enabled(user)
