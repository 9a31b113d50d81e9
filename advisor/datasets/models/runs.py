"""What every run has that a worker does once: a refresh, a preview, an upload."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RunRows(models.QuerySet[Any]):
    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(finished_at__isnull=True)


class Run(models.Model):
    """Asked for by somebody, done by one worker. This row is the truth about it, not the queue.

    `outcome` with `params` is the sentence for staff. `heartbeat_at` tells a dead worker's run.
    `task` is the name of the task that does it.
    """

    task: ClassVar[str]

    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    heartbeat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    worker = models.CharField(_("worker"), max_length=120, blank=True)
    task_id = models.CharField(_("task"), max_length=60, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    stage = models.CharField(_("stage"), max_length=20, blank=True)
    progress = models.JSONField(_("progress"), default=dict)
    outcome = models.CharField(_("outcome"), max_length=60, blank=True)
    params = models.JSONField(_("details"), default=dict)

    class Meta:
        abstract = True
        ordering = ["-asked_at"]
