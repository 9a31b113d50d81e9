"""Datasets and their versions in the admin, with the deeds that change what is in force."""

from typing import Any

from django.contrib import admin

from advisor.datasets.admin.deed_pages import WithDeeds
from advisor.datasets.admin.reading import Inline, ReadOnly, Table
from advisor.datasets.admin.version_deeds import VERSION_DEEDS
from advisor.datasets.admin.version_page import version_page
from advisor.datasets.models import Dataset, Version


class VersionInline(ReadOnly, Inline):
    """A dataset's history; each version's page leads to its deeds."""

    model = Version
    fields = ["serial", "status", "origin", "counts", "created_at", "published_at"]
    show_change_link = True


@admin.register(Dataset)
class DatasetAdmin(ReadOnly, Table):
    list_display = ["code", "label_zh", "label_en", "kind", "head"]
    list_select_related = ["head__dataset"]
    inlines = [VersionInline]


@admin.register(Version)
class VersionAdmin(ReadOnly, WithDeeds):
    list_display = ["dataset", "serial", "status", "origin", "counts", "created_at", "published_at"]
    list_filter = ["dataset", "status", "origin"]
    list_select_related = ["dataset"]
    deeds = VERSION_DEEDS

    def page_of(self, row: Version) -> dict[str, Any]:
        """Findings in words, differences and rows set aside."""
        return version_page(row)
