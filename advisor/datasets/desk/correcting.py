"""A figure corrected or dropped by hand: a draft like any other, which somebody else publishes."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from advisor.datasets import deeds
from advisor.datasets.canonical import Entry, Key
from advisor.datasets.contents import content
from advisor.datasets.differences import Difference
from advisor.datasets.drafting import Making, draft_change
from advisor.datasets.editions import EditionError
from advisor.datasets.importing import drafted, examined
from advisor.datasets.models import Dataset, Observation, Origin, Version
from advisor.datasets.validation.examination import Examination
from advisor.datasets.validation.found import warning
from advisor.datasets.validation.tidy import FileRows, RowAside, TidyRow

FILE_NAME = "correction.csv"


class RefusedFigureError(EditionError):
    """The figure can not be taken; `aside` says why."""

    def __init__(self, aside: RowAside) -> None:
        self.aside = aside
        super().__init__(aside.code)


class SameFigureError(EditionError):
    """The figure is the one in force: nothing would change."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A figure in force, with its dataset."""

    dataset: Dataset
    key: Key
    entry: Entry


def figure_in_force(row: Observation) -> Figure | None:
    """The figure in force of the row's place, indicator and period; None where there is none."""
    dataset = Dataset.objects.select_related("head").get(versions=row.version_id)
    key = (row.place_id, row.indicator_id, row.period)
    entry = content(dataset.head).get(key)
    return Figure(dataset=dataset, key=key, entry=entry) if entry else None


def correction(
    figure: Figure, given: Mapping[str, str], *, by: AbstractBaseUser | None, why: str
) -> Version:
    """A draft in which the figure is as given, by part of the tidy form.

    Raises RefusedFigureError for what can be no figure, SameFigureError for what changes nothing.
    """
    place, indicator, period = figure.key
    row = TidyRow(row=2, place=place, indicator=indicator, period=period, **given)
    found = _examined(row, figure)
    if found.set_aside:
        raise RefusedFigureError(found.set_aside[0])
    if not found.change:
        raise SameFigureError
    return drafted(
        found, dataset=figure.dataset, whole=False, making=_making(_file(row), by=by, why=why)
    )


@transaction.atomic
def without(figure: Figure, *, by: AbstractBaseUser | None, why: str) -> Version:
    """A draft in which the figure is gone."""
    before = content(figure.dataset.head)
    gone = Difference(added={}, changed={}, gone=frozenset({figure.key}))
    version = draft_change(
        figure.dataset, before, gone, whole=False, making=_making(b"", by=by, why=why)
    )
    details = dict(zip(("place", "indicator", "period"), figure.key, strict=True))
    deeds.log("set_aside", by=by, why=why, version=version, details=details)
    return version


def _examined(row: TidyRow, figure: Figure) -> Examination:
    """Held against the figure itself; where the unit of that one slipped, against all others."""
    file = FileRows(rows=[row])
    found = examined(file, dataset=figure.dataset, whole=False)
    if not found.set_aside or found.set_aside[0].code != "unit_slipped":
        return found
    others = examined(file, dataset=figure.dataset, whole=False, but_for=figure.key)
    if others.set_aside:
        return found
    seen = warning("unit_mended", 1, before=figure.entry.value, after=row.value)
    return replace(others, findings=(*others.findings, seen))


def _making(file: bytes, *, by: AbstractBaseUser | None, why: str) -> Making:
    return Making(origin=Origin.CORRECTION, file_name=FILE_NAME, file=file, by=by, reason=why)


def _file(row: TidyRow) -> bytes:
    """The row as a tidy file, to be kept like any other."""
    cells = row.content()
    text = io.StringIO()
    writer = csv.DictWriter(text, list(cells))
    writer.writeheader()
    writer.writerow(cells)
    return text.getvalue().encode()
