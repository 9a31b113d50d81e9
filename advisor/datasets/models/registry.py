"""What figures are about: places, indicators and their datasets, and who published them."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from advisor.engine.reference import Level

LEVELS = [
    (Level.NATION.value, _("whole country")),
    (Level.REGION.value, _("group of provinces")),
    (Level.PROVINCE.value, _("province-level unit")),
    (Level.CITY.value, _("prefecture-level city")),
    (Level.DISTRICT.value, _("city district")),
]


class Place(models.Model):
    """A place with its GB/T 2260 code (regions: R1 to R4)."""

    adcode = models.CharField(_("code"), max_length=6, primary_key=True)
    name_zh = models.CharField(_("Chinese name"), max_length=40)
    short_zh = models.CharField(_("short Chinese name"), max_length=40)
    name_en = models.CharField(_("English name"), max_length=80)
    slug = models.SlugField(_("name in addresses"), max_length=80, unique=True)
    pinyin = models.CharField(_("pinyin"), max_length=80)
    initials = models.CharField(_("initials"), max_length=20)
    level = models.CharField(_("level"), max_length=10, choices=LEVELS)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("lies in"),
    )
    lat = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    lon = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    tier = models.CharField(_("tier"), max_length=20, blank=True)
    tier_scheme = models.CharField(_("scheme of the tier"), max_length=60, blank=True)
    tier_year = models.CharField(_("year of the tier"), max_length=4, blank=True)

    class Meta:
        ordering = ["adcode"]
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return _in_language(zh=self.name_zh, en=self.name_en)


class Source(models.Model):
    """Who published a figure, where and when, and on which terms.

    What ships with the product is brought up to date by a release; the others are the staff's.
    """

    id = models.CharField(_("code"), max_length=60, primary_key=True)
    publisher = models.CharField(_("publisher"), max_length=200)
    title = models.TextField(_("title"))
    url = models.TextField(_("address"), blank=True)
    published = models.CharField(_("release date"), max_length=20, blank=True)
    accessed = models.CharField(_("read on"), max_length=20, blank=True)
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=[
            ("official", _("official")),
            ("secondary", _("secondary")),
            ("platform", _("platform")),
            ("derived", _("derived")),
        ],
    )
    terms = models.TextField(_("terms"), blank=True)
    allows_bulk = models.BooleanField(
        _("terms allow passing the figures on in bulk"),
        default=False,
        help_text=_("If not, downloads and bulk answers leave its figures out and say so."),
    )
    note = models.TextField(_("note"), blank=True)
    is_bundled = models.BooleanField(_("ships with the product"), default=False, editable=False)

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

    code = models.CharField(_("code"), max_length=40, primary_key=True)
    kind = models.CharField(_("kind"), max_length=20, choices=DatasetKind)
    label_en = models.CharField(_("English name"), max_length=120)
    label_zh = models.CharField(_("Chinese name"), max_length=120)
    head = models.ForeignKey(
        "datasets.Version",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("version in force"),
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")

    def __str__(self) -> str:
        return _in_language(zh=self.label_zh, en=self.label_en)


class Indicator(models.Model):
    """What a figure measures: unit, period, definition, and the bounds it must lie in."""

    code = models.CharField(_("code"), max_length=80, primary_key=True)
    dataset = models.ForeignKey(
        Dataset, models.PROTECT, related_name="indicators", verbose_name=_("dataset")
    )
    label_en = models.CharField(_("English name"), max_length=200)
    label_zh = models.CharField(_("Chinese name"), max_length=200)
    unit = models.CharField(_("unit"), max_length=30)
    period_type = models.CharField(_("kind of period"), max_length=10)
    cadence = models.CharField(_("rhythm"), max_length=20)
    definition_en = models.TextField(_("scope in English"))
    definition_zh = models.TextField(_("scope in Chinese"))
    plausible_min = models.DecimalField(_("least plausible value"), max_digits=20, decimal_places=6)
    plausible_max = models.DecimalField(
        _("largest plausible value"), max_digits=20, decimal_places=6
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")

    def __str__(self) -> str:
        return _in_language(zh=self.label_zh, en=self.label_en)


def _in_language(*, zh: str, en: str) -> str:
    return zh if (get_language() or "").startswith("zh") else en
