"""Files of staff in the admin: handed in for a dataset, then followed until there is a draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets import deeds
from advisor.datasets.admin.deed_pages import AdminDeed, Done, ReasonForm
from advisor.datasets.admin.followed import Followed
from advisor.datasets.admin.run_state import desk_run_sentence
from advisor.datasets.models import Dataset, DatasetKind, Feed, Upload
from advisor.datasets.wording.sentences import sentence

LARGEST_FILE = 64_000_000  # bytes


def checked_size(file: UploadedFile[Any] | None) -> UploadedFile[Any] | None:
    """The file, if it is not too large. Raises ValidationError."""
    if file and (file.size or 0) > LARGEST_FILE:
        raise ValidationError(sentence("too_large", {"most": f"{LARGEST_FILE:,}"}))
    return file


class UploadForm(ReasonForm):
    """The file, and how it is to be read."""

    field_order = ("file", "feed", "whole", "why")

    file = forms.FileField(label=gettext_lazy("File"))
    feed = forms.ModelChoiceField(
        Feed.objects.none(),
        label=gettext_lazy("Read like the feed"),
        help_text=gettext_lazy("Without one the file must be CSV with Quliu's own columns."),
        required=False,
    )
    whole = forms.BooleanField(
        label=gettext_lazy("It holds the whole dataset"),
        help_text=gettext_lazy("Figures that it does not name are then gone."),
        required=False,
    )

    def __init__(self, *args: Any, row: Dataset, **given: Any) -> None:
        super().__init__(*args, row=row, **given)
        if row.kind == DatasetKind.RULES:  # a JSON object of all rule files by path
            del self.fields["feed"], self.fields["whole"]
        else:
            feeds: Any = self.fields["feed"]
            feeds.queryset = row.feeds.all()

    def clean_file(self) -> UploadedFile[Any] | None:
        """A file that is not too large."""
        return checked_size(self.cleaned_data["file"])


def _upload(dataset: Dataset, by: Any, given: Mapping[str, Any]) -> Done:
    from advisor.datasets.desk import asking  # noqa: PLC0415  loads the task queue

    file: UploadedFile[Any] = given["file"]
    upload = Upload(
        dataset=dataset,
        feed=given.get("feed"),
        whole=given.get("whole", True),
        reason=given["why"],
        file_name=(file.name or "")[:200],
        content=asking.packed(file.chunks()),
    )
    asking.ask(upload, by=by)
    details = {"file": upload.file_name, "upload": upload.pk}
    deeds.log("upload", by=by, why=given["why"], dataset=dataset, details=details)
    return Done(said=_("%(file)s is handed in.") % {"file": upload.file_name}, row=upload)


UPLOAD = AdminDeed(
    name="upload",
    title=gettext_lazy("Upload a file"),
    explained=gettext_lazy(
        "A worker reads and examines it. It becomes a draft, which somebody else publishes."
    ),
    permission=lambda dataset: "draft_version",
    fits=lambda dataset: True,
    needs_reason=lambda dataset: True,
    do=_upload,
    form=UploadForm,
)


@admin.register(Upload)
class UploadAdmin(Followed):
    list_display = ["file_name", "dataset", "asked_at", "asked_by", "said"]
    list_filter = ["dataset"]
    list_select_related = ["dataset", "asked_by"]
    fields = ["dataset", "file_name", "feed", "whole", "reason", "asked_at", "asked_by"]
    unread = ("content",)
    sentence_of = staticmethod(desk_run_sentence)

    @admin.display(description=gettext_lazy("outcome"))
    def said(self, run: Upload) -> str:
        """The sentence of the upload, or how far it is."""
        return desk_run_sentence(run)
