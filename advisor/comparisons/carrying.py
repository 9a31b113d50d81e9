"""What a visitor made before having an account goes with them when they sign up or log in."""

from __future__ import annotations

from django.http import HttpRequest

from advisor.accounts import arrivals
from advisor.accounts.models import User
from advisor.comparisons.drafts import VISITOR
from advisor.comparisons.models import Draft


def carry_drafts(*, request: HttpRequest, user: User, **given: object) -> int:
    """Give the account the drafts of this session that are nobody's; how many they are.

    The session keeps the visitor's token when logging in gives it a new key, and loses it when
    somebody logs out.
    """
    visitor = request.session.get(VISITOR, "")
    if not visitor:
        return 0
    return Draft.objects.of_visitor(visitor).filter(user=None).update(user=user)


def begin() -> None:
    """Listen for people who sign up or log in."""
    arrivals.listen(carry_drafts, name="carry drafts")
