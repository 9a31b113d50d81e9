"""Links by which others may see one version of a comparison, and nothing else."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from advisor.comparisons.models.saved import SavedVersion


def nonce() -> str:
    """What a link's token is made of, together with the site's secret."""
    return secrets.token_urlsafe(16)


class ShareLinkQuerySet(models.QuerySet["ShareLink"]):
    def alive(self, now: datetime) -> Self:
        """Those that open: neither expired nor revoked, of a comparison that is not deleted."""
        return self.filter(
            Q(revoked_at__isnull=True),
            expires_at__gt=now,
            version__comparison__deleted_at__isnull=True,
        )


class ShareLink(models.Model):
    """A link to one version. The table holds the token's hash: a copy of it opens nothing."""

    version = models.ForeignKey(SavedVersion, models.CASCADE, related_name="links")
    nonce = models.CharField(max_length=22, default=nonce, editable=False)
    token_sha256 = models.CharField(max_length=64, unique=True, editable=False)
    hides_amounts = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = ShareLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"{self.version_id} {self.made_at:%Y-%m-%d}"
