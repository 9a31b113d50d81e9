"""Sources in the admin: those that ship with the product are read, others are the staff's."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import TextField
from django.http import HttpRequest

from advisor.datasets import deeds
from advisor.datasets.admin.reading import Table, staff
from advisor.datasets.models import Source


@admin.register(Source)
class SourceAdmin(Table):
    list_display = ["id", "publisher", "title", "kind", "published", "terms", "allows_bulk"]
    list_filter = ["kind", "allows_bulk"]
    search_fields = ["id", "publisher", "title"]
    fields = [
        *("id", "publisher", "title", "url", "published", "accessed", "kind"),
        *("terms", "allows_bulk", "note"),
    ]  # fmt: skip

    formfield_overrides = {TextField: {"widget": AdminTextareaWidget(attrs={"rows": 2})}}

    def has_change_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """What ships with the product is brought up to date by a release, and by nobody else."""
        is_own = obj is None or not obj.is_bundled
        return is_own and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Nobody's: figures name it."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> Any:
        """The code stays: figures name it."""
        return ("id",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        """Save it, and say so in the log."""
        super().save_model(request, obj, form, change)
        deeds.log(
            "change_source" if change else "add_source",
            by=staff(request),
            why="",
            details={"source": obj.pk, "changed": [*form.changed_data]},
        )
