"""The form of a feed: where its content is, how it is read, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets.admin.mapping_fields import MappingFields
from advisor.datasets.admin.uploads import checked_size
from advisor.datasets.desk import feed_mapping
from advisor.datasets.models import Feed, Indicator, Place, Source
from advisor.datasets.place_reading import PlaceReader
from advisor.datasets.places import gazetteer
from advisor.datasets.validation.row_fault import RowFaultError
from advisor.datasets.wording.sentences import sentence
from advisor.mapping_rules import PARTS, PUBLISHERS, mapping_faults

if TYPE_CHECKING:  # at run time it can't be told its model
    OfFeed = forms.ModelForm[Feed]
else:
    OfFeed = forms.ModelForm


class FeedForm(OfFeed, MappingFields):
    """A feed with its mapping in plain fields; `why` goes into the log."""

    publisher_module = forms.ChoiceField(
        label=gettext_lazy("reading of the publisher's form"),
        choices=[("", "—"), *((name, name) for name in PUBLISHERS)],
        required=False,
    )
    file = forms.FileField(
        label=gettext_lazy("file to try"),
        help_text=gettext_lazy("For the preview alone, in place of the address."),
        required=False,
    )
    why = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        model = Feed
        fields = [
            *("name", "dataset", "source", "format", "publisher_module", "address", "whole"),
            *("schedule", "freshness_days", "enabled"),
        ]  # fmt: skip
        widgets = {"address": forms.TextInput(attrs={"class": "vLargeTextField"})}

    def __init__(self, *args: Any, **given: Any) -> None:
        feed = given.get("instance")
        if feed is not None:
            shown = feed_mapping.typed_from(feed.mapping, feed.format)
            given["initial"] = {**shown, **(given.get("initial") or {})}
        super().__init__(*args, **given)
        for field in self.fields.values():
            field.label = capfirst(str(field.label))

    def clean_file(self) -> UploadedFile[Any] | None:
        """A file that is not too large."""
        return checked_size(self.cleaned_data["file"])

    def clean_address(self) -> str:
        """An address of the web, or nothing where staff upload the files."""
        address = str(self.cleaned_data["address"]).strip()
        if address and not _is_of_the_web(address):
            raise ValidationError(sentence("bad_address", {"address": address[:200]}))
        return address

    def clean_schedule(self) -> str:
        """A line as in crontab."""
        from advisor.datasets.schedules import (  # noqa: PLC0415  loads the task queue
            ScheduleError,
            next_due,
        )

        schedule = " ".join(str(self.cleaned_data["schedule"]).split())
        try:
            next_due(schedule, after=timezone.now())
        except ScheduleError as error:
            raise ValidationError(
                _("“%(line)s” is not a line of crontab: write minute, hour, day, month, weekday, "
                  "such as 30 9 16 * *.") % {"line": schedule}
            ) from error  # fmt: skip
        return schedule

    def clean(self) -> dict[str, Any]:
        """The whole, with the mapping that it makes."""
        given = super().clean() or self.cleaned_data
        if not self.errors:
            for name, fault in _faults(given):
                self.add_error(name, fault)
        if not self.errors:
            self.instance.mapping = feed_mapping.mapping(given)
        return given

    def typed(self) -> dict[str, str]:
        """What was filled in, to be filled in again."""
        return {
            name: value
            for name in self.fields
            if isinstance(value := self.data.get(self.add_prefix(name)), str)
        }


def _is_of_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _faults(given: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    """What is wrong with the whole, by the field where it is to be mended."""
    if given["format"] == "publisher":
        yield from _publisher_faults(given)
        return
    if given["shape"] == feed_mapping.TIDY:
        if given["format"] != "csv":
            yield "shape", _("Only CSV files can have Quliu's own columns: choose another shape.")
        return
    for fault in mapping_faults(
        columns={part for part in PARTS if given.get(f"{part}_column")},
        constants={part for part in PARTS if given.get(f"{part}_text")},
        spread=feed_mapping.spread_of(given),
        decimal=given["decimal"],
        thousands=given["thousands"],
    ):
        yield _field_of(fault.params), sentence(fault.code, fault.params)
    yield from _indicator_faults(given)
    yield from _place_faults(given)


def _field_of(params: Mapping[str, Any]) -> str | None:
    """The field of the first part that a fault names."""
    return f"{params['parts'][0]}_column" if "parts" in params else None


def _publisher_faults(given: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    if not given["publisher_module"]:
        yield "publisher_module", _("Which form of a publisher? Choose one.")
    source = given["level_source"]
    if source and not Source.objects.filter(pk=source).exists():
        yield "level_source", sentence("source_unknown", {"cell": source})
    yield from _indicator_faults(given)


def _indicator_faults(given: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    """Indicators that are unknown, or belong to another dataset than the feed's."""
    known = dict(Indicator.objects.values_list("code", "dataset_id"))
    by_field: dict[str, list[str]] = {
        "indicator_text": [given["indicator_text"]] if given["indicator_text"] else [],
        "indicators": list(given["indicators"].values()),
        "units": list(given["units"]),
    }
    if given["shape"] == "indicators":
        named = given["indicators"]
        by_field["wide_columns"] = [named.get(one, one) for one in given["wide_columns"].values()]
    for field, codes in by_field.items():
        for code in dict.fromkeys(codes):
            if code not in known:
                yield field, sentence("indicator_unknown", {"cell": code})
            elif known[code] != given["dataset"].pk:
                params = {"indicator": code, "dataset": known[code]}
                yield field, sentence("other_dataset", params)


def _place_faults(given: Mapping[str, Any]) -> Iterator[tuple[str | None, str]]:
    levels = dict(Place.objects.values_list("adcode", "level"))
    try:
        PlaceReader(gazetteer(), levels, given["place_level"]).code(given["place_text"])
    except RowFaultError as fault:
        yield "place_text", sentence(fault.code, fault.params)
