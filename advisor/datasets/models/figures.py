"""Figures as deltas: what a version adds, changes or drops."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from advisor.datasets.models.frozen import FrozenModel, FrozenRows
from advisor.datasets.models.registry import Indicator, Place, Source
from advisor.datasets.models.versions import Version


class RangeKind(models.TextChoices):
    """What `low` and `high` of a figure are."""

    QUARTILES = "quartiles", _("quartiles")
    DECILES = "deciles", _("tenths")
    MONTHS = "months", _("lowest and highest month")
    PLACES = "places", _("least and most of several places")
    EXTREMES = "extremes", _("least and most")


class Observation(FrozenModel):
    """A figure that a version adds or changes, or (`gone`) drops.

    Rows are inserted while their version is a draft, and never updated. Only ever read by version,
    so the other keys need no index of their own.
    """

    version = models.ForeignKey(
        Version,
        models.PROTECT,
        related_name="observations",
        db_index=False,
        verbose_name=_("version"),
    )
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="+", db_index=False, verbose_name=_("place")
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", db_index=False, verbose_name=_("indicator")
    )
    period = models.CharField(_("period"), max_length=7)
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=6, null=True, blank=True)
    low = models.DecimalField(
        _("low value"), max_digits=20, decimal_places=6, null=True, blank=True
    )
    high = models.DecimalField(
        _("high value"), max_digits=20, decimal_places=6, null=True, blank=True
    )
    range_kind = models.CharField(
        _("what low and high are"), max_length=10, choices=RangeKind, blank=True
    )
    status = models.CharField(_("status letters"), max_length=6, blank=True)
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=_("source"),
    )
    note = models.TextField(_("note"), blank=True)
    gone = models.BooleanField(_("dropped"), default=False)

    objects = models.Manager.from_queryset(FrozenRows)()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "place", "indicator", "period"], name="one_row_a_figure"
            ),
            models.CheckConstraint(
                condition=Q(gone=True, value__isnull=True)
                | Q(gone=False, value__isnull=False, source__isnull=False),
                name="figure_has_value_and_source",
            ),
            models.CheckConstraint(
                condition=(Q(low__isnull=True) | Q(low__lte=F("value")))
                & (Q(high__isnull=True) | Q(high__gte=F("value"))),
                name="figure_within_its_range",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True) | ~Q(range_kind=""),
                name="range_says_what_it_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.indicator_id} {self.period}"
