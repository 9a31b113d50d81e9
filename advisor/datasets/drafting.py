"""Drafts: new versions with what they change, before anybody relies on them."""

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from advisor.datasets import delta_rows
from advisor.datasets.canonical import Content, Entry, Key, packed, snapshot_text
from advisor.datasets.contents import content, folded
from advisor.datasets.delta_rows import own_change
from advisor.datasets.differences import Difference, difference
from advisor.datasets.models import (
    Dataset,
    Origin,
    RawFile,
    RuleFiles,
    Snapshot,
    Version,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Making:
    """How a draft came to be: from which file (or which earlier version), by whom and why."""

    origin: Origin
    file_name: str = ""
    file: bytes = b""
    restores: Version | None = None
    by: AbstractBaseUser | None = None
    reason: str = ""

    @property
    def sha256(self) -> str:
        """Of the file; a restored version keeps the one it had."""
        return self.restores.sha256 if self.restores else hashlib.sha256(self.file).hexdigest()


@transaction.atomic
def draft_figures(*, dataset: Dataset, figures: Content, whole: bool, making: Making) -> Version:
    """A draft of these figures, compared with the version in force.

    `whole`: the figures are all there are, and what is missing among them is gone; else they are
    only those that are new or changed.
    """
    before = content(dataset.head)
    change = difference(before, figures if whole else before | figures)
    return draft_change(dataset, before, change, whole=whole, making=making)


@transaction.atomic
def draft_change(
    dataset: Dataset,
    before: Mapping[Key, Entry],
    change: Difference,
    *,
    whole: bool,
    making: Making,
) -> Version:
    """A draft of what is to be changed in `before`, the content of the dataset's `head`."""
    after = change.applied_to(before)
    counts = {"rows": len(after), **change.counts}
    version = _version(dataset, counts=counts, whole=whole, making=making)
    delta_rows.insert(version, change)
    Snapshot.objects.create(version=version, content=packed(snapshot_text(after)))
    return version


@transaction.atomic
def draft_rules(*, dataset: Dataset, files: Mapping[str, Any], making: Making) -> Version:
    """A draft of the rules, which a version always holds whole. The files must be valid."""
    version = _version(dataset, counts={"files": len(files)}, whole=True, making=making)
    RuleFiles.objects.create(version=version, files=files)
    return version


@transaction.atomic
def compared_again(draft: Version) -> Version:
    """A new draft of what this one wants, compared with the version that is in force by now.

    What was found in the file and the rows that were set aside stay with it: an error goes on
    blocking.
    """
    again = _anew(draft)
    for rows in (draft.findings.all(), draft.set_aside.all()):
        for row in rows:
            row.pk, row.version = None, again
            row.save(force_insert=True)
    return again


def _anew(draft: Version) -> Version:
    dataset = Dataset.objects.select_related("head").get(pk=draft.dataset_id)
    making = _making_of(draft)
    if hasattr(draft, "rule_files"):
        return draft_rules(dataset=dataset, files=draft.rule_files.files, making=making)
    if draft.whole:
        return draft_figures(dataset=dataset, figures=folded(draft), whole=True, making=making)
    before = content(dataset.head)
    change = difference(before, own_change(draft).applied_to(before))
    return draft_change(dataset, before, change, whole=False, making=making)


def _making_of(draft: Version) -> Making:
    raw = getattr(draft, "raw_file", None)
    return Making(
        origin=Origin(draft.origin),
        file_name=raw.name if raw else "",
        file=zlib.decompress(raw.content) if raw else b"",
        restores=draft.restores,
        by=draft.created_by,
        reason=draft.reason,
    )


def _version(dataset: Dataset, *, counts: dict[str, int], whole: bool, making: Making) -> Version:
    version = Version.objects.create(
        dataset=dataset,
        compared_with=dataset.head.serial if dataset.head else None,
        origin=making.origin,
        whole=whole,
        restores=making.restores,
        sha256=making.sha256,
        counts=counts,
        reason=making.reason,
        created_at=timezone.now(),
        created_by_id=making.by.pk if making.by else None,
    )
    if making.file:
        RawFile.objects.create(
            version=version, name=making.file_name, content=zlib.compress(making.file)
        )
    return version
