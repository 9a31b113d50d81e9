"""What validation found in a version, and the rows that were set aside."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.versions import Version


class Severity(models.TextChoices):
    """An error blocks publishing; a warning asks for a person."""

    ERROR = "error", _("error")
    WARNING = "warning", _("warning")


class Finding(models.Model):
    """Something that staff should know before a version is published.

    `code` with `params` is put in words where it is shown; `rows` counts the rows it concerns.
    """

    version = models.ForeignKey(
        Version, models.PROTECT, related_name="findings", verbose_name=_("version")
    )
    severity = models.CharField(_("severity"), max_length=10, choices=Severity)
    code = models.CharField(_("code"), max_length=60)
    params = models.JSONField(_("details"), default=dict)
    rows = models.PositiveIntegerField(_("rows"), default=0)

    class Meta:
        ordering = ["severity", "code"]
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return f"{self.severity}: {self.code}"


class SetAside(models.Model):
    """A row of the file that was left out of its version, as it stood, with the reason."""

    version = models.ForeignKey(
        Version, models.PROTECT, related_name="set_aside", verbose_name=_("version")
    )
    row = models.PositiveIntegerField(_("row"))
    content = models.JSONField(_("content"))
    code = models.CharField(_("code"), max_length=60)
    params = models.JSONField(_("details"), default=dict)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )

    class Meta:
        ordering = ["row"]
        verbose_name = _("row set aside")
        verbose_name_plural = _("rows set aside")
        constraints = [
            models.UniqueConstraint(fields=["version", "row"], name="one_reason_a_row_set_aside")
        ]

    def __str__(self) -> str:
        return f"{self.row}: {self.code}"
