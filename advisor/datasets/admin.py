"""What staff see of the data in Django's admin: to be read; deeds have doors of their own."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from advisor.datasets.models import (
    Dataset,
    Deed,
    Edition,
    EditionVersion,
    Finding,
    Indicator,
    Observation,
    Place,
    SetAside,
    Source,
    Version,
)

if TYPE_CHECKING:  # at run time these two can't be told their models
    Table = admin.ModelAdmin[Any]
    Inline = admin.TabularInline[Any, Any]
else:
    Table, Inline = admin.ModelAdmin, admin.TabularInline


class ReadOnly:
    """Nobody adds, changes or deletes these rows by hand."""

    def has_add_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, *_: Any) -> bool:
        return False


@admin.register(Place)
class PlaceAdmin(ReadOnly, Table):
    list_display = ["adcode", "name_zh", "name_en", "level", "parent", "tier"]
    list_filter = ["level", "tier"]
    list_select_related = ["parent"]
    search_fields = ["adcode", "name_zh", "name_en", "pinyin"]


@admin.register(Source)
class SourceAdmin(ReadOnly, Table):
    list_display = ["id", "publisher", "title", "kind", "published", "terms"]
    list_filter = ["kind"]
    search_fields = ["id", "publisher", "title"]


@admin.register(Indicator)
class IndicatorAdmin(ReadOnly, Table):
    list_display = ["code", "dataset", "label_zh", "label_en", "unit", "cadence"]
    list_filter = ["dataset"]
    list_select_related = ["dataset"]
    search_fields = ["code", "label_zh", "label_en"]


@admin.register(Dataset)
class DatasetAdmin(ReadOnly, Table):
    list_display = ["code", "label_zh", "label_en", "kind", "head"]
    list_select_related = ["head__dataset"]


class FindingInline(ReadOnly, Inline):
    model = Finding


class SetAsideInline(ReadOnly, Inline):
    model = SetAside


@admin.register(Version)
class VersionAdmin(ReadOnly, Table):
    list_display = ["dataset", "serial", "status", "origin", "counts", "created_at", "published_at"]
    list_filter = ["dataset", "status", "origin"]
    list_select_related = ["dataset"]
    inlines = [FindingInline, SetAsideInline]


@admin.register(Observation)
class ObservationAdmin(ReadOnly, Table):
    list_display = ["place_id", "indicator_id", "period", "value", "status", "version_id", "gone"]
    list_filter = ["version__dataset"]
    search_fields = ["=place__adcode", "=indicator__code"]
    show_full_result_count = False


class MemberInline(ReadOnly, Inline):
    model = EditionVersion


@admin.register(Edition)
class EditionAdmin(ReadOnly, Table):
    list_display = ["id", "published_at"]
    inlines = [MemberInline]


@admin.register(Deed)
class DeedAdmin(ReadOnly, Table):
    list_display = ["at", "who", "what", "dataset", "version", "edition", "why"]
    list_filter = ["what", "dataset"]
    list_select_related = ["dataset", "version__dataset", "edition"]
