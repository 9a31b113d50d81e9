"""Runs in the admin, followed while they run: the page asks again for what changes."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse

from advisor.datasets.admin.deed_pages import WithDeeds
from advisor.datasets.admin.reading import ReadOnly
from advisor.datasets.admin.run_state import run_sentence, run_state
from advisor.datasets.models.runs import Run
from advisor.web.fragments import is_htmx
from advisor.web.methods import answers


class Followed(ReadOnly, WithDeeds):
    """A table of runs, with a state at an address of its own."""

    state_template = "admin/datasets/run/state.html"
    change_form_template = "admin/datasets/run/change_form.html"
    unread: tuple[str, ...] = ()  # columns too large to be read where they are not shown

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The runs without their files."""
        return super().get_queryset(request).defer(*self.unread)

    @staticmethod
    def sentence_of(run: Any) -> str:
        """The sentence of how it went, or how far it is."""
        return run_sentence(run)

    def get_urls(self) -> list[URLPattern]:
        """The state's own address besides."""
        state = self.admin_site.admin_view(answers("GET")(self.state))
        name = f"datasets_{self.opts.model_name}_state"
        return [path("<int:pk>/state/", state, name=name), *super().get_urls()]

    def page_of(self, row: Any) -> dict[str, Any]:
        """Its state, which the page asks for again while it runs."""
        page = f"admin:datasets_{self.opts.model_name}"
        return {
            **run_state(row, self.sentence_of(row)),
            "state_template": self.state_template,
            "state_address": reverse(f"{page}_state", args=[row.pk]),
            "page_address": reverse(f"{page}_change", args=[row.pk]),
        }

    def state(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The changing part of the page, to htmx; everybody else is sent to the page."""
        run: Run = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, run):
            raise PermissionDenied
        page = self.page_of(run)
        if not is_htmx(request):
            return HttpResponseRedirect(page["page_address"])
        return render(request, self.state_template, page)
