"""Runs of refreshes in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.followed import Followed
from advisor.datasets.models import RefreshRun


@admin.register(RefreshRun)
class RefreshRunAdmin(Followed):
    list_display = ["feed", "asked_at", "asked_by", "finished_at", "said"]
    list_filter = ["feed", "outcome"]
    list_select_related = ["feed", "asked_by"]
    fields = ["feed", "asked_at", "asked_by", "worker", "attempts", "response", "sha256"]

    @admin.display(description=gettext_lazy("outcome"))
    def said(self, run: RefreshRun) -> str:
        """The sentence of the run, or how far it is."""
        return self.sentence_of(run)
