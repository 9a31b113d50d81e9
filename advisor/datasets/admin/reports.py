"""Reports of figures on the data desk: read, and settled with a reason."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets import deeds
from advisor.datasets.admin.deed_pages import AdminDeed, Done, Given, WithDeeds
from advisor.datasets.admin.reading import ReadOnly
from advisor.datasets.models import FigureReport, ReportState


def _settle(state: ReportState, report: FigureReport, by: Any, given: Given) -> Done:
    report.state, report.reason = state, given["why"]
    report.settled_at, report.settled_by = timezone.now(), by
    report.save(update_fields=["state", "reason", "settled_at", "settled_by"])
    deeds.log("settle_report", by=by, why=given["why"], details={"report": report.pk, "as": state})
    return Done(said=_("The report is settled: %s.") % report.get_state_display(), row=report)


def _deed(name: str, state: ReportState, title: Any, explained: Any) -> AdminDeed:
    return AdminDeed(
        name=name,
        title=title,
        explained=explained,
        permission=lambda report: "settle_report",
        fits=lambda report: report.state != state,
        needs_reason=lambda report: True,
        do=partial(_settle, state),
    )


@admin.register(FigureReport)
class FigureReportAdmin(ReadOnly, WithDeeds):
    list_display = ["received_at", "figure", "place", "indicator", "state"]
    list_filter = ["state"]
    list_select_related = ["place", "indicator"]
    search_fields = ["figure", "wrong"]
    fields = [
        *("received_at", "place", "indicator", "figure", "wrong", "source_url", "email"),
        *("language", "state", "reason", "settled_at", "settled_by"),
    ]
    deeds = (
        _deed(
            "answer",
            ReportState.ANSWERED,
            gettext_lazy("Answered"),
            gettext_lazy("The figure was corrected or explained. Say how."),
        ),
        _deed(
            "no_fault",
            ReportState.NO_FAULT,
            gettext_lazy("No fault found"),
            gettext_lazy("The figure stands as its source has it. Say what it was held against."),
        ),
    )
