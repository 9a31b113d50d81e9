"""Taking in a file: examined, kept as a draft with what was found, published where that is right.

Reading the file is not done here: rows come as text, whatever the file was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from advisor.datasets import deeds, editions
from advisor.datasets.canonical import Content, Entry, Key
from advisor.datasets.contents import content
from advisor.datasets.differences import difference
from advisor.datasets.drafting import Making, draft_change
from advisor.datasets.editions import OutdatedDraftError
from advisor.datasets.models import Dataset, Edition, Finding, SetAside, Version
from advisor.datasets.models.editions import SHANGHAI
from advisor.datasets.validation.examination import Examination, Standing, examination
from advisor.datasets.validation.registry import registry
from advisor.datasets.validation.tidy import FileRows

ROWS_A_BATCH = 5_000
TRIES = 3  # how often a file is examined again because another version was published meanwhile
COUNTERPARTS = {"rents": "home_prices", "home_prices": "rents"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What came of a file: `version` is its draft, `edition` that in which it was published."""

    examination: Examination
    version: Version | None = None
    edition: Edition | None = None


def imported(
    file: FileRows, *, dataset: str, whole: bool, making: Making, publish: bool
) -> Imported:
    """Draft the file's figures and, if asked and nothing stands against it, publish them.

    Warnings stand against publishing unless `making` gives a reason. A file that says nothing new
    leaves no draft; its edition is then the one in force, which says the same.
    """
    outdated: Version | None = None
    for _ in range(TRIES):
        held = Dataset.objects.select_related("head").get(pk=dataset)
        found = examined(file, dataset=held, whole=whole)
        if found.accepted and not found.change:
            return Imported(examination=found, edition=_newest() if publish else None)
        version = drafted(found, dataset=held, whole=whole, making=making)
        if outdated:
            editions.withdraw(version=outdated, by=making.by, why="compared again")
        if not publish or not may_publish(found, why=making.reason):
            return Imported(examination=found, version=version)
        try:
            edition = editions.publish(drafts=[version], by=making.by, why=making.reason)
        except OutdatedDraftError:
            outdated = version
            continue
        return Imported(examination=found, version=version, edition=edition)
    return Imported(examination=found, version=outdated)


def may_publish(found: Examination, *, why: str) -> bool:
    """Whether what was found allows to publish, given the reason of a person."""
    return found.is_publishable and (not found.has_warnings or bool(why.strip()))


def examined(
    file: FileRows, *, dataset: Dataset, whole: bool, but_for: Key | None = None
) -> Examination:
    """The examination of a file against what is in force now; nothing is written.

    `but_for`: a figure in force that is itself in doubt, so that nothing is held against it.
    """
    figures = content(dataset.head)
    found = examination(
        file,
        standing=Standing(
            dataset=dataset.code,
            figures=_without(figures, but_for),
            counterparts=_counterparts(dataset.code),
        ),
        registry=registry(),
        whole=whole,
        today=timezone.now().astimezone(SHANGHAI).date(),
    )
    if but_for is None:
        return found
    change = difference(figures, found.change.applied_to(figures))
    return replace(found, before=figures, change=change)


def _without(figures: Content, key: Key | None) -> Content:
    return figures if key is None else {one: figures[one] for one in figures if one != key}


@transaction.atomic
def drafted(found: Examination, *, dataset: Dataset, whole: bool, making: Making) -> Version:
    """A draft of what was examined, with its findings and the rows that were set aside."""
    version = draft_change(dataset, found.before, found.change, whole=whole, making=making)
    Finding.objects.bulk_create(
        Finding(
            version=version, severity=one.severity, code=one.code, params=one.params, rows=one.rows
        )
        for one in found.findings
    )
    SetAside.objects.bulk_create(_set_aside(found, version), batch_size=ROWS_A_BATCH)
    deeds.log(
        "draft",
        by=making.by,
        why=making.reason,
        version=version,
        details={"file": making.file_name, "rows": found.rows, "set_aside": len(found.set_aside)},
    )
    return version


def _set_aside(found: Examination, version: Version) -> list[SetAside]:
    """One a row of the file: of a row that held several figures the first reason is kept."""
    rows: dict[int, SetAside] = {}
    for one in found.set_aside:
        reason = SetAside(
            version=version, row=one.row, content=one.content, code=one.code, params=one.params
        )
        rows.setdefault(one.row, reason)
    return list(rows.values())


def _counterparts(dataset: str) -> Mapping[Key, Entry]:
    """The figures that those of a dataset are held against: prices for rents, rents for prices."""
    other = Dataset.objects.select_related("head").filter(pk=COUNTERPARTS.get(dataset)).first()
    return content(other.head) if other else {}


def _newest() -> Edition | None:
    return Edition.objects.order_by("-published_at").first()
