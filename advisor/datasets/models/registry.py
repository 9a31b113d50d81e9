"""What figures are about: places, indicators and their datasets, and who published them."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from advisor.engine.reference import Level


class Place(models.Model):
    """A place with its GB/T 2260 code (regions: R1 to R4)."""

    adcode = models.CharField(max_length=6, primary_key=True)
    name_zh = models.CharField(max_length=40)
    short_zh = models.CharField(max_length=40)
    name_en = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    pinyin = models.CharField(max_length=80)
    initials = models.CharField(max_length=20)
    level = models.CharField(max_length=10, choices=[(level.value, level.value) for level in Level])
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    lat = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    lon = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    tier = models.CharField(max_length=20, blank=True)
    tier_scheme = models.CharField(max_length=60, blank=True)
    tier_year = models.CharField(max_length=4, blank=True)

    class Meta:
        ordering = ["adcode"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return _in_language(zh=self.name_zh, en=self.name_en)


class Source(models.Model):
    """Who published a figure, where and when, and on which terms."""

    id = models.CharField(max_length=60, primary_key=True)
    publisher = models.CharField(max_length=200)
    title = models.TextField()
    url = models.TextField(blank=True)
    published = models.CharField(max_length=20, blank=True)
    accessed = models.CharField(max_length=20, blank=True)
    kind = models.CharField(
        max_length=10,
        choices=[
            ("official", _("official")),
            ("secondary", _("secondary")),
            ("platform", _("platform")),
            ("derived", _("derived")),
        ],
    )
    terms = models.TextField(blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self) -> str:
        return f"{self.publisher}: {self.title}"


class DatasetKind(models.TextChoices):
    OBSERVATIONS = "observations", _("figures")
    RULES = "rules", _("rules")


class Dataset(models.Model):
    """Figures (or rules) that are published together. `head` is the version that is in force."""

    code = models.CharField(max_length=40, primary_key=True)
    kind = models.CharField(max_length=20, choices=DatasetKind)
    label_en = models.CharField(max_length=120)
    label_zh = models.CharField(max_length=120)
    head = models.ForeignKey(
        "datasets.Version", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")

    def __str__(self) -> str:
        return _in_language(zh=self.label_zh, en=self.label_en)


class Indicator(models.Model):
    """What a figure measures: unit, period, definition, and the bounds it must lie in."""

    code = models.CharField(max_length=80, primary_key=True)
    dataset = models.ForeignKey(Dataset, models.PROTECT, related_name="indicators")
    label_en = models.CharField(max_length=200)
    label_zh = models.CharField(max_length=200)
    unit = models.CharField(max_length=30)
    period_type = models.CharField(max_length=10)
    cadence = models.CharField(max_length=20)
    definition_en = models.TextField()
    definition_zh = models.TextField()
    plausible_min = models.DecimalField(max_digits=20, decimal_places=6)
    plausible_max = models.DecimalField(max_digits=20, decimal_places=6)

    class Meta:
        ordering = ["code"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def __str__(self) -> str:
        return _in_language(zh=self.label_zh, en=self.label_en)


def _in_language(*, zh: str, en: str) -> str:
    return zh if (get_language() or "").startswith("zh") else en
