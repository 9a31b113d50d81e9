"""From a form's answers to a document that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from advisor.comparisons.asking import question_of
from advisor.comparisons.faults import Fault, FaultyDocumentError


class ChangesDocument(Protocol):
    """A form, or several as one."""

    def is_valid(self) -> bool: ...

    def document(self) -> dict[str, Any]: ...

    def add_faults(self, faults: Iterable[Fault]) -> None: ...


def changed_document(form: ChangesDocument, *, today: date) -> dict[str, Any] | None:
    """The document with the form's change in it; None where something in it is wrong."""
    if not form.is_valid():
        return None
    document = form.document()
    try:
        question_of(document, today=today)
    except FaultyDocumentError as error:
        form.add_faults(error.faults)
        return None
    return document
