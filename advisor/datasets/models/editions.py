"""Editions: which version of each dataset was in force, under an id that a comparison can name."""

from datetime import date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.frozen import FrozenModel, FrozenRows
from advisor.datasets.models.registry import Dataset
from advisor.datasets.models.versions import Version

SHANGHAI = ZoneInfo("Asia/Shanghai")


class EditionRows(FrozenRows):
    def published_by(self, day: date) -> Self:
        """Those published at or before the end of that day in China, newest first."""
        midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=SHANGHAI)
        return self.filter(published_at__lt=midnight).order_by("-published_at")


class Edition(FrozenModel):
    """The versions in force from one moment on. The id is the day and a count: `2026-11-24.1`."""

    id = models.CharField(_("edition"), max_length=20, primary_key=True)
    published_at = models.DateTimeField(_("published at"), unique=True)
    versions = models.ManyToManyField(
        Version, through="EditionVersion", related_name="editions", verbose_name=_("versions")
    )

    objects = models.Manager.from_queryset(EditionRows)()

    class Meta:
        ordering = ["-published_at"]
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return self.id


class EditionVersion(FrozenModel):
    """The version of one dataset in an edition."""

    edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="members", verbose_name=_("edition")
    )
    dataset = models.ForeignKey(
        Dataset, models.PROTECT, related_name="+", verbose_name=_("dataset")
    )
    version = models.ForeignKey(
        Version, models.PROTECT, related_name="+", verbose_name=_("version")
    )

    objects = models.Manager.from_queryset(FrozenRows)()

    class Meta:
        ordering = ["dataset_id"]
        verbose_name = _("version in the edition")
        verbose_name_plural = _("versions in the edition")
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "dataset"], name="one_version_a_dataset_in_an_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.version_id}"
