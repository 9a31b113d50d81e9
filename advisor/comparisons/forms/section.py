"""A section of a question as a small form: it reads from a document and writes into it.

It says which place of the document each of its fields stands for; the full form is made of the
same classes. An empty field takes its place out of the document, so that the default holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from advisor.comparisons.document_paths import Path, path_text, put, value_at
from advisor.comparisons.faults import Fault, sentence
from advisor.comparisons.forms.places import AsksCities

# What the parts of a form say where the document's own words name keys.
SENTENCES: Mapping[str, Any] = {
    "nobody_moves": _("Nobody would move. Let at least one of you move."),
    "offer_for_who_stays": _("Who stays has no pay there: leave the offer empty."),
}


class SectionForm(AsksCities, forms.Form):
    """A part of the document. `destination` is the index of the one it is about, if any."""

    key: ClassVar[str]
    title: ClassVar[str | Promise]
    intro: ClassVar[str | Promise] = ""
    paths: ClassVar[Mapping[str, Path]] = {}
    of_destination: ClassVar[bool] = False

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        document: dict[str, Any],
        destination: int | None = None,
        prefix: str | None = None,
    ) -> None:
        self.answered = document
        self.destination = destination
        super().__init__(data, prefix=prefix, initial=self._initial())

    @classmethod
    def applies(cls, document: Mapping[str, Any]) -> bool:
        """Whether the document leaves anything to ask here."""
        return True

    def all_paths(self) -> Mapping[str, Path]:
        """The place in the document of each field."""
        return self.paths

    def path_of(self, name: str) -> Path:
        """Where the field stands in the document."""
        path = self.all_paths()[name]
        return ("destinations", self.destination, *path) if self.destination is not None else path

    def document(self) -> dict[str, Any]:
        """The document with the answers of this valid form in it."""
        changed = deepcopy(self.answered)
        self.write(changed)
        return changed

    def write(self, document: dict[str, Any]) -> None:
        """Put each answer in its place; an empty one takes the place out."""
        for name in self.all_paths():
            value = self.cleaned_data[name]
            put(document, self.path_of(name), None if value == "" else value)

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show what is wrong with the document at the fields it concerns."""
        for fault in faults:
            name = self.field_at(fault.path)
            label = str(self.fields[name].label) if name else None
            said = SENTENCES.get(fault.code)
            self.add_error(name, str(said) if said else sentence(fault, name=label))

    def field_at(self, path: str) -> str | None:
        """The field that stands there in the document, else the first one within that part."""
        names = {path_text(self.path_of(name)): name for name in self.all_paths()}
        within = (name for there, name in names.items() if path and there.startswith(f"{path}."))
        return names.get(path) or next(within, None)

    def _initial(self) -> dict[str, Any]:
        return {name: value_at(self.answered, self.path_of(name)) for name in self.all_paths()}
