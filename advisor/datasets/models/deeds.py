"""Who did what, when and why."""

from django.conf import settings
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.editions import Edition
from advisor.datasets.models.frozen import FrozenModel, FrozenRows
from advisor.datasets.models.registry import Dataset
from advisor.datasets.models.versions import Version


class Deed(FrozenModel):
    """One entry of the log. `who` keeps the name when the account is gone; empty: the product."""

    at = models.DateTimeField(_("at"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("account"),
    )
    who = models.CharField(_("who"), max_length=150, blank=True)
    what = models.CharField(_("what"), max_length=40)
    why = models.TextField(_("why"), blank=True)
    dataset = models.ForeignKey(
        Dataset, models.PROTECT, null=True, related_name="deeds", verbose_name=_("dataset")
    )
    version = models.ForeignKey(
        Version, models.PROTECT, null=True, related_name="deeds", verbose_name=_("version")
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, related_name="deeds", verbose_name=_("edition")
    )
    details = models.JSONField(_("details"), default=dict)

    objects = models.Manager.from_queryset(FrozenRows)()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = _("deed")
        verbose_name_plural = _("deeds")

    def __str__(self) -> str:
        return f"{localtime(self.at):%Y-%m-%d %H:%M} {self.what}"


class BundledRelease(FrozenModel):
    """Bundled data that was loaded: the same folder again has nothing to say."""

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    loaded_at = models.DateTimeField(_("loaded at"))

    objects = models.Manager.from_queryset(FrozenRows)()

    def __str__(self) -> str:
        return self.sha256[:12]
