"""Several sections on one page, read, checked and written as one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import chain
from typing import Any

from django import forms

from advisor.comparisons.faults import Fault
from advisor.comparisons.forms.places import SuggestedPlace
from advisor.comparisons.forms.section import SectionForm


class Bundle:
    """Sections of one document. Templates take it for a form."""

    def __init__(self, document: dict[str, Any], sections: Sequence[SectionForm]) -> None:
        self.answered = document
        self.sections = sections

    def __iter__(self) -> Iterator[forms.BoundField]:
        return chain.from_iterable(self.sections)

    @property
    def is_bound(self) -> bool:
        return any(one.is_bound for one in self.sections)

    @property
    def errors(self) -> list[Any]:
        """The faults of all sections."""
        return [one.errors for one in self.sections if one.errors]

    @property
    def suggested(self) -> dict[str, tuple[SuggestedPlace, ...]]:
        """Cities to choose from, of all sections."""
        return dict(chain.from_iterable(one.suggested.items() for one in self.sections))

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said about how answers were read."""
        return tuple(chain.from_iterable(one.notes for one in self.sections))

    def non_field_errors(self) -> list[str]:
        """Faults that are of no field, of all sections."""
        return [str(fault) for one in self.sections for fault in one.non_field_errors()]

    def is_valid(self) -> bool:
        """Whether each section is; all are checked, so that every fault is shown at once."""
        faulty = [one for one in self.sections if not one.is_valid()]
        return not faulty

    def document(self) -> dict[str, Any]:
        """The document with the answers of all valid sections in it."""
        changed = deepcopy(self.answered)
        for section in self.sections:
            section.write(changed)
        return changed

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show each fault of the document in the section that it concerns, else in the first."""
        for fault in faults:
            fitting = (one for one in self.sections if one.field_at(fault.path))
            next(fitting, self.sections[0]).add_faults([fault])
