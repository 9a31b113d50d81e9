"""The tables of the data that staff only read."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
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


class DeedFilter(admin.SimpleListFilter):
    """By what was done, in words."""

    title = gettext_lazy("deed")
    parameter_name = "what"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Every deed there is."""
        return [(code, str(words)) for code, words in DEED_NAMES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Deed]) -> QuerySet[Deed]:
        """Those of the chosen kind."""
        return queryset.filter(what=self.value()) if self.value() else queryset


@admin.register(Deed)
class DeedAdmin(ReadOnly, Table):
    list_display = ["at", "who", "done", "dataset", "why", "version", "edition"]
    list_filter = [DeedFilter, "dataset"]
    list_select_related = ["dataset", "version__dataset", "edition"]

    @admin.display(description=gettext_lazy("deed"), ordering="what")
    def done(self, deed: Deed) -> str:
        """What was done, in words."""
        return str(DEED_NAMES.get(deed.what, deed.what))
