"""Feeds in the admin: made of plain fields, tried before they are saved, refreshed by hand."""

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets import deeds
from advisor.datasets.admin.deed_pages import AdminDeed, Done, WithDeeds
from advisor.datasets.admin.feed_fieldsets import FIELDSETS, TO_READ
from advisor.datasets.admin.feed_form import FeedForm
from advisor.datasets.admin.previews import asked_preview, filled_again
from advisor.datasets.admin.reading import staff
from advisor.datasets.admin.run_state import run_sentence
from advisor.datasets.models import Feed


def _refresh(feed: Feed, by: Any, given: Mapping[str, Any]) -> Done:
    from advisor.datasets import runs  # noqa: PLC0415  who only shows pages loads no task queue

    run = runs.ask(feed, by=by)
    details = {"feed": feed.name, "run": run.pk}
    deeds.log("refresh", by=by, why=given["why"], details=details)
    return Done(said=_("The refresh of %(feed)s is asked for.") % {"feed": feed}, row=run)


REFRESH = AdminDeed(
    name="refresh",
    title=gettext_lazy("Refresh now"),
    explained=gettext_lazy("The source is fetched, read and examined by a worker."),
    permission=lambda feed: "refresh_feed",
    fits=lambda feed: bool(feed.address),
    needs_reason=lambda feed: False,
    do=_refresh,
)


@admin.register(Feed)
class FeedAdmin(WithDeeds):
    form = FeedForm
    fieldsets = FIELDSETS
    change_form_template = "admin/datasets/feed/change_form.html"
    list_display = ["name", "dataset", "format", "enabled", "due_at", "last_outcome"]
    list_filter = ["enabled", "dataset", "format"]
    list_select_related = ["dataset"]
    search_fields = ["name", "address"]
    autocomplete_fields = ["source"]
    deeds = (REFRESH,)

    @admin.display(description=gettext_lazy("last outcome"))
    def last_outcome(self, feed: Feed) -> str:
        """The sentence of the newest run, or how far it is."""
        run = feed.runs.first()
        return run_sentence(run) if run else ""

    def has_delete_permission(self, request: HttpRequest, *_: Any) -> bool:
        """Nobody's: its runs tell where figures came from. It can be switched off."""
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Feed | None = None) -> Any:
        """To those who only look, the columns as they are stored."""
        may_write = self.has_change_permission(request, obj) if obj else True
        return FIELDSETS if may_write else TO_READ

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **given: Any) -> Any:
        """The form; filled in again where somebody comes back from a preview."""
        form = super().get_form(request, obj, *args, **given)
        return filled_again(form, request) if request.method == "GET" else form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Ask for a preview instead of saving where that button was pressed."""
        if request.method == "POST" and "_preview" in request.POST:
            preview = self._preview(request, object_id)
            if preview is not None:
                page = reverse("admin:datasets_preview_change", args=[preview.pk])
                return HttpResponseRedirect(page)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _preview(self, request: HttpRequest, object_id: str | None) -> Any:
        """The preview of what is filled in; None where the form has faults to show."""
        feed = self.get_object(request, object_id) if object_id else None
        may_save = (
            self.has_change_permission(request, feed) if feed else self.has_add_permission(request)
        )
        if not may_save:
            raise PermissionDenied
        form = self.get_form(request, feed)(request.POST, request.FILES, instance=feed)
        return asked_preview(form, feed=feed, by=request.user) if form.is_valid() else None

    def save_model(self, request: HttpRequest, obj: Feed, form: Any, change: bool) -> None:
        """Save what the form holds, and nothing that a refresh may have noted meanwhile."""
        if not change:
            obj.save()
        else:
            if "schedule" in form.changed_data:
                obj.due_at = None  # beat sets it anew
            obj.save(update_fields=[*FeedForm.Meta.fields, "mapping", "due_at"])
        deeds.log(
            "change_feed" if change else "add_feed",
            by=staff(request),
            why=form.cleaned_data["why"],
            dataset=obj.dataset,
            details={"feed": obj.name, "changed": [*form.changed_data]},
        )
