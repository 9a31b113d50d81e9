"""Where a dataset is refreshed from, and each run of it."""

from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.registry import Dataset, Source
from advisor.datasets.models.runs import Run, RunRows
from advisor.datasets.models.versions import Version


class Feed(models.Model):
    """The address, form and rhythm in which a source is read. `mapping` leads to the tidy form."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="feeds", verbose_name=_("source")
    )
    dataset = models.ForeignKey(
        Dataset, models.PROTECT, related_name="feeds", verbose_name=_("dataset")
    )
    format = models.CharField(
        _("format"),
        max_length=20,
        choices=[
            ("csv", "CSV"),
            ("xlsx", "XLSX"),
            ("json", "JSON"),
            ("html_table", _("HTML table")),
            ("publisher", _("publisher's own form")),
        ],
    )
    publisher_module = models.CharField(
        _("reading of the publisher's form"), max_length=60, blank=True
    )
    address = models.TextField(
        _("address"), blank=True, help_text=_("Empty: staff upload the file.")
    )
    mapping = models.JSONField(_("mapping"), default=dict, blank=True)
    whole = models.BooleanField(_("holds the whole dataset"), default=False)
    schedule = models.CharField(
        _("schedule"), max_length=60, blank=True, help_text=_("As in crontab.")
    )
    freshness_days = models.PositiveIntegerField(
        _("freshness limit in days"), null=True, blank=True
    )
    enabled = models.BooleanField(_("refreshed by itself"), default=True)
    due_at = models.DateTimeField(_("due at"), null=True, blank=True, db_index=True)
    etag = models.CharField(_("ETag"), max_length=200, blank=True)
    last_modified = models.CharField(_("last modified"), max_length=60, blank=True)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    # The last run that took in what came; those that found it unchanged since are none.
    settled = models.ForeignKey(
        "RefreshRun",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("refresh run"),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")

    def __str__(self) -> str:
        return self.name


class RefreshRun(Run):
    """One attempt to refresh a feed."""

    task = "advisor.datasets.tasks.refresh_feed"

    feed = models.ForeignKey(Feed, models.PROTECT, related_name="runs", verbose_name=_("feed"))
    response = models.JSONField(_("answer of the publisher"), default=dict)
    sha256 = models.CharField(_("SHA-256"), max_length=64, blank=True)
    version = models.ForeignKey(
        Version,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="runs",
        verbose_name=_("version"),
    )

    objects = models.Manager.from_queryset(RunRows)()

    class Meta(Run.Meta):
        verbose_name = _("refresh run")
        verbose_name_plural = _("refresh runs")
        constraints = [
            models.UniqueConstraint(
                fields=["feed"], condition=Q(finished_at__isnull=True), name="one_open_run_a_feed"
            )
        ]

    def __str__(self) -> str:
        return f"{self.feed_id} {localtime(self.asked_at):%Y-%m-%d %H:%M}"
