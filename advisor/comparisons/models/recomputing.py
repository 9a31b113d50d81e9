"""What newer data says of what was saved: passes over it, answers of today, who wants mail."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.models.saved import SavedComparison


class RecomputePassQuerySet(models.QuerySet["RecomputePass"]):
    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(finished_at__isnull=True)


class RecomputePass(models.Model):
    """One pass over what was saved, for one edition: how far it is, in counts alone.

    `since` is the edition that the pass before was about; what changed after it selects whom to
    examine. `position` is the last comparison that is done: a pass goes on from there. `worker`
    names who is at it, `heartbeat_at` when that showed life.
    """

    edition = models.CharField(_("edition"), max_length=20, unique=True)
    edition_at = models.DateTimeField()
    since = models.CharField(max_length=20, blank=True)
    asked_at = models.DateTimeField(_("asked at"))
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=32, blank=True)
    position = models.CharField(max_length=22, blank=True)
    examined = models.PositiveIntegerField(_("examined"), default=0)
    recomputed = models.PositiveIntegerField(_("worked out again"), default=0)
    told = models.PositiveIntegerField(_("owners told"), default=0)
    failed = models.PositiveIntegerField(_("without an answer"), default=0)
    is_superseded = models.BooleanField(_("superseded"), default=False)

    objects = RecomputePassQuerySet.as_manager()

    class Meta:
        ordering = ["-edition_at"]
        verbose_name = _("pass over saved comparisons")
        verbose_name_plural = _("passes over saved comparisons")

    def __str__(self) -> str:
        return self.edition


class TodayAnswerQuerySet(models.QuerySet["TodayAnswer"]):
    def current(self) -> Self:
        """Those about the newest version of a comparison that is there."""
        return self.filter(number=F("comparison__newest"), comparison__deleted_at__isnull=True)

    def unseen(self) -> Self:
        """Those that their owner is to be told of, and has not looked at."""
        return self.current().filter(is_told=True, seen_at__isnull=True)

    def older_than(self, moment: datetime) -> Self:
        """Those by editions before that moment."""
        return self.filter(edition_at__lt=moment)


class TodayAnswer(models.Model):
    """What the newest edition says to the newest version's question, in short."""

    comparison = models.OneToOneField(
        SavedComparison, models.CASCADE, primary_key=True, related_name="today"
    )
    number = models.PositiveIntegerField()
    edition = models.CharField(max_length=20)
    edition_at = models.DateTimeField()
    gist = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    used = models.BinaryField()
    made_at = models.DateTimeField()
    is_told = models.BooleanField(default=False)
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = TodayAnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.comparison_id} {self.edition}"


class DigestWish(models.Model):
    """That somebody wants to be told by mail, once a week at most.

    `origin` is the address of the site as they saw it, in whose language they are written to.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="digest_wish"
    )
    origin = models.CharField(max_length=300)
    language = models.CharField(max_length=10)
    last_sent_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.user_id)
