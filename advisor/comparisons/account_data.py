"""What the file of somebody's data says of their drafts and of what they saved."""

from __future__ import annotations

from typing import Any

from advisor.accounts import my_data
from advisor.accounts.models import User
from advisor.comparisons.models import Draft
from advisor.comparisons.saved.personal import saved_of


def drafts_of(user: User) -> list[dict[str, Any]]:
    """Each draft of the account: what was asked, and when."""
    return [
        {
            "id": draft.pk,
            "asked": draft.document,
            "created_at": draft.created_at.isoformat(),
            "changed_at": draft.updated_at.isoformat(),
        }
        for draft in Draft.objects.of_account(user.pk)
    ]


def begin() -> None:
    """Have the drafts and what was saved in that file."""
    my_data.include("drafts", drafts_of)
    my_data.include("saved_comparisons", saved_of)
