"""What a person asked, kept while it is worked on."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models

ID_BYTES = 16


def opaque_id() -> str:
    """A name nobody can guess; it ends up in an address, so it says nothing."""
    return secrets.token_urlsafe(ID_BYTES)


class DraftQuerySet(models.QuerySet["Draft"]):
    def of_visitor(self, visitor: str) -> Self:
        """Those made in the session that holds this token."""
        return self.filter(visitor=visitor)

    def of_account(self, user_id: int) -> Self:
        """Those that belong to this account."""
        return self.filter(user_id=user_id)

    def untouched_since(self, moment: datetime) -> Self:
        """Those last changed before that moment."""
        return self.filter(updated_at__lt=moment)


class Draft(models.Model):
    """A question in the shape of the compare document. It opens only for who made it."""

    id = models.CharField(primary_key=True, max_length=22, default=opaque_id, editable=False)
    visitor = models.CharField(max_length=43, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    document = models.JSONField()
    # The saved comparison that it changes, and the version it began as.
    saved = models.ForeignKey(
        "comparisons.SavedComparison",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="drafts",
    )
    saved_number = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.id
