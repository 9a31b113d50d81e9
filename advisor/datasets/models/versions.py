"""Versions of a dataset: linear, never changed once published, never deleted."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.frozen import FrozenModel, FrozenRows, KeptModel, KeptRows
from advisor.datasets.models.registry import Dataset


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Origin(models.TextChoices):
    BUNDLED = "bundled", _("shipped with the product")
    REFRESH = "refresh", _("refreshed from its source")
    UPLOAD = "upload", _("uploaded")
    CORRECTION = "correction", _("corrected by hand")
    ROLL_BACK = "roll_back", _("rolled back")


class VersionRows(KeptRows):
    def published(self) -> Self:
        """Those that have a place in their dataset's history, newest last."""
        return self.filter(serial__isnull=False).order_by("serial")

    def drafts(self) -> Self:
        """Those that wait to be published or withdrawn."""
        return self.filter(status=Status.DRAFT)


class Version(KeptModel):
    """One state of a dataset, stored as what it changes against the version before.

    `serial` is null until published. `compared_with` is the serial its rows were compared with
    (null: with nothing). `whole` says that it stands for the whole dataset, not for a part.
    """

    dataset = models.ForeignKey(
        Dataset, models.PROTECT, related_name="versions", verbose_name=_("dataset")
    )
    serial = models.PositiveIntegerField(_("serial number"), null=True, blank=True)
    compared_with = models.PositiveIntegerField(
        _("compared with serial number"), null=True, blank=True
    )
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAFT)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    whole = models.BooleanField(_("holds the whole dataset"), default=True)
    restores = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="restored_by",
        verbose_name=_("restores"),
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    counts = models.JSONField(_("counts"), default=dict)
    reason = models.TextField(_("reason"), blank=True)
    created_at = models.DateTimeField(_("made at"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("published by"),
    )

    objects = models.Manager.from_queryset(VersionRows)()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        constraints = [
            models.UniqueConstraint(fields=["dataset", "serial"], name="one_version_a_serial"),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT, serial__isnull=True)
                | Q(status=Status.PUBLISHED, serial__isnull=False)
                | Q(status=Status.WITHDRAWN),
                name="published_has_serial",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dataset_id} {self.serial or self.get_status_display()}"


class RawFile(FrozenModel):
    """The file a version was read from, compressed with zlib: hosts share no disk."""

    version = models.OneToOneField(
        Version,
        models.PROTECT,
        primary_key=True,
        related_name="raw_file",
        verbose_name=_("version"),
    )
    name = models.CharField(_("name"), max_length=200)
    content = models.BinaryField(_("content"))

    def __str__(self) -> str:
        return f"{self.version_id}"

    objects = models.Manager.from_queryset(FrozenRows)()


class RuleFiles(FrozenModel):
    """The validated rule files of a version of the rules: `files` maps a name to its content."""

    version = models.OneToOneField(
        Version,
        models.PROTECT,
        primary_key=True,
        related_name="rule_files",
        verbose_name=_("version"),
    )
    files = models.JSONField(_("files"))

    objects = models.Manager.from_queryset(FrozenRows)()


class Snapshot(models.Model):
    """A version's whole content, compressed: a cache of what its deltas add up to.

    It makes loading cost as much as the edition holds, however long the history. It may be
    deleted at any time and is built again from the deltas.
    """

    version = models.OneToOneField(
        Version,
        models.CASCADE,
        primary_key=True,
        related_name="snapshot",
        verbose_name=_("version"),
    )
    content = models.BinaryField(_("content"))

    def __str__(self) -> str:
        return f"{self.version_id}"
