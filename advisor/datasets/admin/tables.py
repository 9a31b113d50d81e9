"""The tables of the data that staff only read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.reading import Inline, ReadOnly, Table
from advisor.datasets.models import (
    Deed,
    Edition,
    EditionVersion,
    Indicator,
    Place,
)
from advisor.datasets.wording.deeds import DEED_NAMES


@admin.register(Place)
class PlaceAdmin(ReadOnly, Table):
    list_display = ["adcode", "name_zh", "name_en", "level", "parent", "tier"]
    list_filter = ["level", "tier"]
    list_select_related = ["parent"]
    search_fields = ["adcode", "name_zh", "name_en", "pinyin"]


@admin.register(Indicator)
class IndicatorAdmin(ReadOnly, Table):
    list_display = ["code", "dataset", "label_zh", "label_en", "unit", "cadence"]
    list_filter = ["dataset"]
    list_select_related = ["dataset"]
    search_fields = ["code", "label_zh", "label_en"]


class MemberInline(ReadOnly, Inline):
    model = EditionVersion


@admin.register(Edition)
class EditionAdmin(ReadOnly, Table):
    list_display = ["id", "published_at"]
    inlines = [MemberInline]


@admin.register(Deed)
class DeedAdmin(ReadOnly, Table):
    list_display = ["at", "who", "done", "dataset", "version", "edition", "why"]
    list_filter = ["what", "dataset"]
    list_select_related = ["dataset", "version__dataset", "edition"]

    @admin.display(description=gettext_lazy("deed"), ordering="what")
    def done(self, deed: Deed) -> str:
        """What was done, in words."""
        return str(DEED_NAMES.get(deed.what, deed.what))
