"""Datasets and their versions in the admin, with the deeds that change what is in force."""

import zlib
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.deed_pages import WithDeeds
from advisor.datasets.admin.reading import Inline, ReadOnly
from advisor.datasets.admin.uploads import UPLOAD
from advisor.datasets.admin.version_deeds import VERSION_DEEDS
from advisor.datasets.admin.version_page import version_page
from advisor.datasets.models import Dataset, DatasetKind, RawFile, Version
from advisor.datasets.public.datasets import dataset_view
from advisor.datasets.public.wording import FRESHNESS
from advisor.web.methods import answers


def counts_in_words(version: Version) -> str:
    """How many figures a version holds, and how many it changes; of rules how many files."""
    if "files" in version.counts:
        return str(_("%(files)s files") % version.counts)
    said = _("%(rows)s figures: %(added)s new, %(changed)s changed, %(gone)s gone")
    return str(said % version.counts)


class VersionInline(ReadOnly, Inline):
    """A dataset's history; each version's page leads to its deeds."""

    model = Version
    fields = ("serial", "status", "origin", "counted", "created_at", "published_at")
    readonly_fields = fields
    show_change_link = True

    @admin.display(description=gettext_lazy("counts"))
    def counted(self, version: Version) -> str:
        """What it holds and changes, in words."""
        return counts_in_words(version)


@admin.register(Dataset)
class DatasetAdmin(ReadOnly, WithDeeds):
    list_display = ["code", "label_zh", "label_en", "kind", "head", "coverage", "freshness"]
    list_select_related = ["head__dataset"]
    inlines = [VersionInline]
    deeds = (UPLOAD,)

    @admin.display(description=gettext_lazy("coverage"))
    def coverage(self, dataset: Dataset) -> str:
        """Figures, places and the newest period of what is in force."""
        if dataset.head is None or dataset.kind == DatasetKind.RULES:
            return ""
        view = dataset_view(dataset, timezone.localdate())
        said = _("%(figures)s figures of %(places)s places, to %(newest)s")
        return said % {"figures": view.figures, "places": view.places, "newest": view.newest}

    @admin.display(description=gettext_lazy("freshness"))
    def freshness(self, dataset: Dataset) -> str:
        """How old the latest series is against its rhythm."""
        if dataset.head is None:
            return ""
        return str(FRESHNESS[dataset_view(dataset, timezone.localdate()).freshness])


@admin.register(Version)
class VersionAdmin(ReadOnly, WithDeeds):
    list_display = [
        *("dataset", "serial", "status", "origin", "counted", "created_at", "published_at"),
    ]
    fields = [
        *("dataset", "serial", "compared_with", "status", "origin", "whole", "restores"),
        *("counted", "reason", "created_at", "created_by", "published_at", "published_by"),
        "sha256",
    ]
    list_filter = ["dataset", "status", "origin"]
    list_select_related = ["dataset"]
    deeds = VERSION_DEEDS

    @admin.display(description=gettext_lazy("counts"))
    def counted(self, version: Version) -> str:
        """What it holds and changes, in words."""
        return counts_in_words(version)

    def get_urls(self) -> list[URLPattern]:
        """The address of the file it was read from, besides."""
        file = self.admin_site.admin_view(answers("GET")(self.file))
        return [path("<int:pk>/file/", file, name="datasets_version_file"), *super().get_urls()]

    def file(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The file as it was handed in or fetched, for staff to keep or to mend."""
        version = get_object_or_404(Version, pk=pk)
        if not self.has_view_permission(request, version):
            raise PermissionDenied
        raw = get_object_or_404(RawFile, version=version)
        answer = HttpResponse(zlib.decompress(raw.content), content_type="application/octet-stream")
        disposition = content_disposition_header(as_attachment=True, filename=raw.name)
        answer["Content-Disposition"] = disposition or "attachment"
        return answer

    def page_of(self, row: Version) -> dict[str, Any]:
        """Findings in words, differences and rows set aside."""
        return {**version_page(row), "has_file": RawFile.objects.filter(version=row).exists()}
