"""Taking the bundled edition into the database: at first as the first edition, later as news."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from advisor.datasets import editions
from advisor.datasets.bundled import BundledDataError, BundledEdition, BundledFile
from advisor.datasets.drafting import Making, draft_figures, draft_rules
from advisor.datasets.models import (
    BundledRelease,
    Dataset,
    DatasetKind,
    Edition,
    Finding,
    Origin,
    Severity,
    Version,
)
from advisor.datasets.registry import write_registry
from advisor.datasets.rules.checking import rule_faults


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What came of loading: the edition that was published, and the drafts that wait."""

    edition: Edition | None = None
    waiting: tuple[Version, ...] = ()


def load(bundled: BundledEdition) -> Loaded:
    """Take over what the bundled edition brings; nothing where this very folder was taken before.

    A dataset that holds nothing, or what an earlier bundled edition brought, gets the new version
    in force. Where somebody published another version since, the bundled one waits as a draft.
    """
    if BundledRelease.objects.filter(sha256=bundled.sha256).exists():
        return Loaded()
    with transaction.atomic():
        write_registry(bundled)  # holds its rows: a second loader waits here, then finds it done
        if BundledRelease.objects.filter(sha256=bundled.sha256).exists():
            return Loaded()
        loaded = _load(bundled)
        BundledRelease.objects.create(sha256=bundled.sha256, loaded_at=timezone.now())
    return loaded


def _load(bundled: BundledEdition) -> Loaded:
    ready: list[Version] = []
    waiting: list[Version] = []
    for dataset in Dataset.objects.select_related("head"):
        draft = _draft(bundled, dataset)
        if draft is None:
            continue
        if dataset.head is None or dataset.head.origin == Origin.BUNDLED:
            ready.append(draft)
        else:
            waiting.append(draft)
            Finding.objects.create(
                version=draft,
                severity=Severity.WARNING,
                code="bundled_data_waits",
                params={"in_force": dataset.head.serial},
                rows=draft.counts.get("rows", 0),
            )
    edition = _published(ready, bundled) if ready else None
    return Loaded(edition=edition, waiting=tuple(waiting))


def _published(drafts: list[Version], bundled: BundledEdition) -> Edition:
    """The first edition is of the bundled day; later ones of now, or past answers would change."""
    at = None if Edition.objects.exists() else bundled.published_at
    return editions.publish(drafts=drafts, by=None, at=at)


def _draft(bundled: BundledEdition, dataset: Dataset) -> Version | None:
    """A draft of the bundled version of the dataset; None where it was taken over before."""
    is_rules = dataset.kind == DatasetKind.RULES
    file = bundled.rules_file() if is_rules else bundled.figures_file(dataset.code)
    making = _making(file)
    if dataset.versions.filter(origin=Origin.BUNDLED, sha256=making.sha256).exists():
        return None
    if is_rules:
        return draft_rules(dataset=dataset, files=_checked_rules(bundled), making=making)
    figures = bundled.figures(dataset.code)
    return draft_figures(dataset=dataset, figures=figures, whole=True, making=making)


def _making(file: BundledFile) -> Making:
    return Making(origin=Origin.BUNDLED, file_name=file.name, file=file.content)


def _checked_rules(bundled: BundledEdition) -> dict[str, object]:
    files = bundled.rules()
    sources = {row["source"] for row in bundled.table("sources")}
    places = {row["adcode"] for row in bundled.table("places")}
    faults = rule_faults(files, sources=sources, places=places)
    errors = [f"{fault.path}: {fault.code} {fault.params}" for fault in faults if fault.is_error]
    if errors:
        raise BundledDataError("\n".join(errors))
    return files
