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

NOT_SAID: tuple[str, Any] = ("", _("I don't know"))


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
        names = {path_text(self.path_of(name)): name for name in self.all_paths()}
        for fault in faults:
            name = names.get(fault.path)
            label = str(self.fields[name].label) if name else None
            self.add_error(name, sentence(fault, name=label))

    def _initial(self) -> dict[str, Any]:
        return {name: value_at(self.answered, self.path_of(name)) for name in self.all_paths()}
