"""Runs of refreshes in the admin, followed while they run."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.deed_pages import WithDeeds
from advisor.datasets.admin.reading import ReadOnly
from advisor.datasets.admin.run_state import run_sentence, run_state
from advisor.datasets.models import RefreshRun
from advisor.web.fragments import is_htmx
from advisor.web.methods import answers


@admin.register(RefreshRun)
class RefreshRunAdmin(ReadOnly, WithDeeds):
    list_display = ["feed", "asked_at", "asked_by", "finished_at", "said"]
    list_filter = ["feed", "outcome"]
    list_select_related = ["feed", "asked_by"]
    fields = ["feed", "asked_at", "asked_by", "worker", "attempts", "response", "sha256"]

    @admin.display(description=gettext_lazy("outcome"))
    def said(self, run: RefreshRun) -> str:
        """The sentence of the run, or how far it is."""
        return run_sentence(run)

    def get_urls(self) -> list[URLPattern]:
        """The state's own address besides."""
        state = self.admin_site.admin_view(answers("GET")(self.state))
        return [
            path("<int:pk>/state/", state, name="datasets_refreshrun_state"),
            *super().get_urls(),
        ]

    def page_of(self, row: RefreshRun) -> dict[str, Any]:
        """Its state, which the page asks for again while it runs."""
        return run_state(row)

    def state(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The changing part of the page, to htmx; everybody else is sent to the page."""
        run = get_object_or_404(RefreshRun, pk=pk)
        if not self.has_view_permission(request, run):
            raise PermissionDenied
        if not is_htmx(request):
            return HttpResponseRedirect(reverse("admin:datasets_refreshrun_change", args=[pk]))
        return render(request, "admin/datasets/refreshrun/state.html", run_state(run))
