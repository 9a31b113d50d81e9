"""Feeds in the admin: where figures come from, how the last refresh went, and a refresh by hand."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets import deeds
from advisor.datasets.admin.deed_pages import AdminDeed, Done, WithDeeds
from advisor.datasets.admin.reading import ReadOnly
from advisor.datasets.admin.run_state import run_sentence
from advisor.datasets.models import Feed


def _refresh(feed: Feed, by: Any, why: str) -> Done:
    from advisor.datasets import runs  # noqa: PLC0415  who only shows pages loads no task queue

    run = runs.ask(feed, by=by)
    deeds.log("refresh", by=by, why=why, details={"feed": feed.name, "run": run.pk})
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
class FeedAdmin(ReadOnly, WithDeeds):
    list_display = ["name", "dataset", "format", "enabled", "due_at", "last_outcome"]
    list_filter = ["enabled", "dataset", "format"]
    list_select_related = ["dataset"]
    search_fields = ["name", "address"]
    deeds = (REFRESH,)

    @admin.display(description=gettext_lazy("last outcome"))
    def last_outcome(self, feed: Feed) -> str:
        """The sentence of the newest run, or how far it is."""
        run = feed.runs.first()
        return run_sentence(run) if run else ""
