"""The contract's answers to its documents: what command line and HTTP API both give."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from advisor.comparisons.asking import answered, indicator_words
from advisor.comparisons.city_names import city_named
from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.net_pay import net_pay
from advisor.comparisons.net_pay_answer import net_pay_answer
from advisor.datasets.loading import reference
from advisor.datasets.places import gazetteer
from advisor.engine.reference import Reference


def answer_to_net_pay(document: Any, *, today: date) -> dict[str, Any]:
    """The answer to a `net_pay` document, in the active language.

    Raises FaultyDocumentError for one that can't be answered, NoEditionError without data.
    """
    names = city_named(gazetteer())
    return net_pay_answer(net_pay(document, reference=reference(on=today), city_named=names))


def answer_to_compare(document: Any, *, today: date, edition: str | None = None) -> dict[str, Any]:
    """The answer to a `compare` document, in the active language.

    By that edition, else by the newest of the document's date.
    Raises FaultyDocumentError for one that can't be answered, NoEditionError without data.
    """
    named = None if edition is None else partial(_by, edition)
    found = answered(document, today=today, by=named)
    words = indicator_words(found.reference.edition)
    units = {indicator: one.unit for indicator, one in words.items()}
    return comparison_document(found.comparison, found.reference, units, found.notes)


def _by(edition: str, on: date) -> Reference:
    return reference(on=on, edition=edition)
