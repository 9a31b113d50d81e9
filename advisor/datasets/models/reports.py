"""What people say is wrong with a figure, and what became of it."""

from django.conf import settings
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.registry import Indicator, Place


class ReportState(models.TextChoices):
    OPEN = "open", _("open")
    ANSWERED = "answered", _("answered")
    NO_FAULT = "no_fault", _("no fault found")


class FigureReport(models.Model):
    """Sent in by anybody, without an account.

    `figure` and `wrong` are in the reporter's words. `email` is emptied once its time is over.
    """

    received_at = models.DateTimeField(_("received"), db_index=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, related_name="+", verbose_name=_("place")
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, null=True, related_name="+", verbose_name=_("indicator")
    )
    figure = models.CharField(_("which figure"), max_length=200)
    wrong = models.TextField(_("what is wrong"))
    source_url = models.TextField(_("address of a source"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState, default=ReportState.OPEN, db_index=True
    )
    reason = models.TextField(_("reason"), blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("settled by"),
    )

    class Meta:
        ordering = ["-received_at", "-id"]
        verbose_name = _("report of a figure")
        verbose_name_plural = _("reports of figures")

    def __str__(self) -> str:
        return f"{localtime(self.received_at):%Y-%m-%d %H:%M} {self.figure[:40]}"
