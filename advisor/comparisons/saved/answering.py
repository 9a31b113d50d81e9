"""Answers that are kept: with all that they were made of, in every language of the product."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from advisor.comparisons.asking import Answered, answered, indicator_words, shown
from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.models import SavedVersion
from advisor.comparisons.presenters.result import ResultView
from advisor.comparisons.saved.gist import gist_of
from advisor.comparisons.saved.used import Recording, Used, fingerprint
from advisor.datasets.loading import reference
from advisor.datasets.models import DatasetKind, Indicator
from advisor.engine.household import Household
from advisor.engine.reference import Reference

DATES = frozenset({"on", "move_date"})
RULES = DatasetKind.RULES.value  # the code of the dataset of rules is that of its kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """An answer with what it was made of."""

    answer: Answered
    used: Used
    fingerprint: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """One line of what the answer rests on, in words; `city` is empty for what is true of all."""

    city: str
    group: str
    label: str
    value: str
    is_yours: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Showing:
    """What a person was shown in one language: the page, the contract's answer, the inputs."""

    language: str
    page: str
    answer: dict[str, Any]
    inputs: tuple[Input, ...]

    def text(self) -> str:
        """Answer and inputs as compact JSON, to keep."""
        kept = {"answer": self.answer, "inputs": [asdict(one) for one in self.inputs]}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def recorded_answer(
    document: dict[str, Any], *, today: date, edition: str | None = None
) -> Recorded:
    """The answer by that edition, else by the newest of the document's date.

    Raises FaultyDocumentError and NoEditionError.
    """
    recordings: list[tuple[Reference, Recording]] = []

    def figures(on: date) -> Reference:
        plain = reference(on=on, edition=edition)
        recordings.append((plain, Recording(plain)))
        return recordings[0][1].reference

    answer = answered(document, today=today, by=figures)
    plain, recording = recordings[0]
    used = recording.used(cities_of(answer.household))
    return Recorded(answer=answer, used=used, fingerprint=fingerprint(plain, used))


def cities_of(household: Household) -> tuple[str, ...]:
    """Home and the destinations."""
    return household.home, *(one.city for one in household.destinations)


def showings(answer: Answered) -> tuple[Showing, ...]:
    """What the result page and the contract say, in each language."""
    return tuple(_showing(answer, code) for code, _name in settings.LANGUAGES)


def _showing(answer: Answered, language: str) -> Showing:
    with translation.override(language):
        view = shown(answer)
        return Showing(
            language=language,
            page=render_to_string("comparisons/parts/result_body.html", {"result": view}),
            answer=contract_answer(answer),
            inputs=tuple(_inputs(view)),
        )


def _inputs(view: ResultView) -> Iterator[Input]:
    groups = [("", group) for group in view.assumptions]
    groups += [(one.name, group) for one in view.destinations for group in one.assumptions]
    for city, group in groups:
        for row in group.rows:
            yield Input(
                city=city,
                group=str(group.title),
                label=str(row.label),
                value=str(row.value),
                is_yours=row.is_yours,
            )


def contract_answer(answer: Answered) -> dict[str, Any]:
    """The answer in the contract's shape, in the active language."""
    words = indicator_words(answer.reference.edition)
    units = {indicator: one.unit for indicator, one in words.items()}
    return comparison_document(answer.comparison, answer.reference, units, answer.notes)


def gist_in_short(answer: Answered) -> dict[str, Any]:
    """The answer's gist, as lists and notices need it."""
    return gist_of(contract_answer(answer))


def uses(used: Used) -> set[tuple[str, str]]:
    """Place and dataset of every series that was used; the rules with an empty place."""
    datasets = dict(Indicator.objects.values_list("code", "dataset_id"))
    found = {
        (place, datasets[indicator]) for place, indicator in used.series if indicator in datasets
    }
    return found | {("", RULES)}


def pinned(document: Mapping[str, Any], *, on: date, move: date) -> dict[str, Any]:
    """The question with its open dates filled in, so that it means the same on every day."""
    return {**document, "on": on.isoformat(), "move_date": f"{move:%Y-%m}"}


def pinned_of(version: SavedVersion) -> dict[str, Any]:
    """The question of a version as it was meant on its day."""
    return pinned(version.document, on=version.on, move=version.move_date)


def asked_today(version: SavedVersion, today: date) -> dict[str, Any]:
    """The same question on today's date, with the month of the move unless that has come."""
    document = {key: value for key, value in version.document.items() if key not in DATES}
    if version.move_date > today:
        document["move_date"] = f"{version.move_date:%Y-%m}"
    return document
