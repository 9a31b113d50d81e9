"""What staff see of passes over saved comparisons: how far they are, in counts alone."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.models import RecomputePass
from advisor.datasets.admin.reading import ReadOnly, Table

COUNTS = ("examined", "recomputed", "told", "failed")


@admin.register(RecomputePass)
class RecomputePassAdmin(ReadOnly, Table):
    list_display = ["edition", "asked_at", "finished_at", "said", *COUNTS]
    fields = ["edition", "asked_at", "finished_at", "said", *COUNTS]
    readonly_fields = ["said"]

    @admin.display(description=_("state"))
    def said(self, run: RecomputePass) -> str:
        """Whether it waits, is being done, or has ended."""
        if run.is_superseded:
            return str(_("ended for a newer edition"))
        if run.finished_at:
            return str(_("done"))
        return str(_("being done") if run.heartbeat_at else _("waiting"))
