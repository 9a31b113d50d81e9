"""What staff hand in on the data desk for a worker to read: feeds to try, and files."""

from typing import Any

from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.refresh import Feed
from advisor.datasets.models.registry import Dataset
from advisor.datasets.models.runs import Run, RunRows
from advisor.datasets.models.versions import Version


class DeskRun(Run):
    """A run with a file, compressed with zlib, that is kept until the run ends."""

    file_name = models.CharField(_("file"), max_length=200, blank=True)
    content = models.BinaryField(null=True)

    class Meta(Run.Meta):
        abstract = True


class Preview(DeskRun):
    """What a feed would bring, before it is saved.

    `typed` is the form as it was filled in, `reading` the attributes of the feed that it makes.
    `found` holds the first rows, the first rows set aside, and the findings.
    """

    task = "advisor.datasets.tasks.preview_feed"

    feed = models.ForeignKey(
        Feed, models.CASCADE, null=True, related_name="previews", verbose_name=_("feed")
    )
    typed = models.JSONField(default=dict)
    reading = models.JSONField(default=dict)
    found = models.JSONField(default=dict)

    objects = models.Manager.from_queryset(RunRows)()

    class Meta(DeskRun.Meta):
        verbose_name = _("preview of a feed")
        verbose_name_plural = _("previews of feeds")

    def __str__(self) -> str:
        return f"{self.typed.get('name', '')} {localtime(self.asked_at):%Y-%m-%d %H:%M}"

    def read_as(self) -> Feed:
        """The feed as it would be, not saved."""
        given: dict[str, Any] = self.reading
        return Feed(**given)


class Upload(DeskRun):
    """A file that becomes a draft. `feed` says how it is read; without one it is tidy."""

    task = "advisor.datasets.tasks.take_in_upload"

    dataset = models.ForeignKey(
        Dataset, models.PROTECT, related_name="uploads", verbose_name=_("dataset")
    )
    feed = models.ForeignKey(
        Feed,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uploads",
        verbose_name=_("read like the feed"),
    )
    whole = models.BooleanField(_("holds the whole dataset"), default=False)
    reason = models.TextField(_("reason"))
    version = models.ForeignKey(
        Version,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uploads",
        verbose_name=_("version"),
    )

    objects = models.Manager.from_queryset(RunRows)()

    class Meta(DeskRun.Meta):
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")

    def __str__(self) -> str:
        return f"{self.file_name} {localtime(self.asked_at):%Y-%m-%d %H:%M}"
