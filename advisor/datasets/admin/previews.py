"""Previews of feeds in the admin: what the form would bring, and the way back to it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.followed import Followed
from advisor.datasets.admin.run_state import desk_run_sentence
from advisor.datasets.models import Feed, Preview, Severity
from advisor.datasets.places import place_name
from advisor.datasets.validation.tidy import TidyRow
from advisor.datasets.wording.sentences import sentence

READ_AS = (
    *("source_id", "dataset_id", "format", "publisher_module", "address", "mapping", "whole"),
)


def asked_preview(form: Any, *, feed: Feed | None, by: Any) -> Preview:
    """Have a worker try what the valid form says; nothing is saved but the preview."""
    from advisor.datasets.desk import asking  # noqa: PLC0415  loads the task queue

    file = form.cleaned_data["file"]
    preview = Preview(
        feed=feed,
        typed=form.typed(),
        reading={name: getattr(form.instance, name) for name in READ_AS},
        file_name=file.name[:200] if file else "",
        content=asking.packed(file.chunks()) if file else None,
    )
    asking.ask(preview, by=by)
    return preview


def filled_again(form: Any, request: HttpRequest) -> Any:
    """The form, filled in as it was for the preview that the address names."""
    number = request.GET.get("preview", "")
    preview = Preview.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    if preview is None:
        return form

    typed = {"whole": False, "enabled": False, **preview.typed}  # a box unticked is not sent

    class FilledAgain(form):  # type: ignore[misc]
        def __init__(self, *args: Any, **given: Any) -> None:
            super().__init__(*args, **{**given, "initial": typed})

    return FilledAgain


@admin.register(Preview)
class PreviewAdmin(Followed):
    state_template = "admin/datasets/preview/state.html"
    list_display = ["__str__", "asked_at", "asked_by", "said"]
    list_select_related = ["asked_by"]
    fields = ["asked_at", "asked_by", "file_name"]
    unread = ("content",)
    sentence_of = staticmethod(desk_run_sentence)

    @admin.display(description=gettext_lazy("outcome"))
    def said(self, run: Preview) -> str:
        """The sentence of the preview, or how far it is."""
        return desk_run_sentence(run)

    def page_of(self, row: Preview) -> dict[str, Any]:
        """What was found, and the form that led to it."""
        form = (
            reverse("admin:datasets_feed_change", args=[row.feed_id])
            if row.feed_id
            else reverse("admin:datasets_feed_add")
        )
        return {
            **super().page_of(row),
            "rows": [_row(cells) for cells in row.found.get("rows", ())],
            "aside": [
                (one["row"], sentence(one["code"], one["params"]))
                for one in row.found.get("set_aside", ())
            ],
            "findings": [
                (
                    Severity(one["severity"]).label,
                    sentence(one["code"], one["params"], rows=one["rows"]),
                )
                for one in row.found.get("findings", ())
            ],
            "form_address": form,
            "typed": row.typed,
        }


def _row(cells: list[Any]) -> tuple[TidyRow, str]:
    row = TidyRow(*cells)
    return row, place_name(row.place)
