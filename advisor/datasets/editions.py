"""Publishing, withdrawing and rolling back: the only doors through which answers change.

A dataset's history is linear. Publishing gives a version the next serial, makes it its dataset's
head, and opens an edition of all heads, in one short transaction that holds all datasets' rows, so
that no two editions miss each other's versions.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.datasets import deeds
from advisor.datasets.contents import content
from advisor.datasets.drafting import Making, draft_figures, draft_rules
from advisor.datasets.models import (
    Dataset,
    Edition,
    EditionVersion,
    Origin,
    Severity,
    Status,
    Version,
)
from advisor.datasets.models.editions import SHANGHAI

BY_HAND = (Origin.UPLOAD, Origin.CORRECTION)  # four eyes: not published by who made it


class EditionError(ValueError):
    """The deed is not allowed; the message says why and what to do."""


class OutdatedDraftError(EditionError):
    """Another version was published since the draft was compared: compare it again."""


@transaction.atomic
def publish(
    *,
    drafts: Sequence[Version],
    by: AbstractBaseUser | None,
    why: str = "",
    at: datetime | None = None,
) -> Edition:
    """Make these drafts the versions in force, together, as a new edition.

    `at`: the moment of the edition, now if not given; always behind the newest edition.
    Raises EditionError where a draft is none, is blocked by a finding, needs a reason or was made
    by hand by the same person, and OutdatedDraftError where its dataset moved on.
    """
    heads = _locked_heads()
    moment = _moment(at)
    for draft in drafts:
        _check_publishable(draft, head=heads[draft.dataset_id], by=by, why=why)
        _put_in_force(draft, head=heads[draft.dataset_id], by=by, moment=moment)
        heads[draft.dataset_id] = draft
    edition = _edition(moment, heads)
    for draft in drafts:
        deeds.log("publish", by=by, why=why, version=draft, edition=edition)
    return edition


@transaction.atomic
def withdraw(*, version: Version, by: AbstractBaseUser | None, why: str) -> None:
    """Say that a version shall not be used: a draft is closed, a former version is marked.

    Its rows stay, later versions were compared with them. Raises EditionError for the version in
    force: roll back first.
    """
    heads = _locked_heads()
    if heads[version.dataset_id] == version:
        raise EditionError(
            _("%(version)s is in force: roll back to another version first.") % {"version": version}
        )
    version.refresh_from_db(fields=["status"])
    if version.status == Status.WITHDRAWN:
        raise EditionError(_("%(version)s is withdrawn already.") % {"version": version})
    version.status = Status.WITHDRAWN
    version.save(update_fields=["status"])
    deeds.log("withdraw", by=by, why=why, version=version)


@transaction.atomic
def roll_back(*, to: Version, by: AbstractBaseUser | None, why: str) -> Edition:
    """Publish a new version that holds what an earlier one held.

    Raises EditionError where that version never was in force, is in force, or was withdrawn.
    """
    head = _locked_heads()[to.dataset_id]
    if to.serial is None or to.status != Status.PUBLISHED or to == head:
        raise EditionError(
            _("%(version)s is no earlier version that was in force.") % {"version": to}
        )
    dataset = Dataset.objects.select_related("head").get(pk=to.dataset_id)
    making = Making(origin=Origin.ROLL_BACK, restores=to, by=by, reason=why)
    if hasattr(to, "rule_files"):
        draft = draft_rules(dataset=dataset, files=to.rule_files.files, making=making)
    else:
        draft = draft_figures(dataset=dataset, figures=content(to), whole=True, making=making)
    edition = publish(drafts=[draft], by=by, why=why)
    deeds.log("roll_back", by=by, why=why, version=to, edition=edition)
    return edition


def _locked_heads() -> dict[str, Version | None]:
    """The version in force of every dataset, none of which moves until this transaction ends.

    Read in a second query: the first would join the heads of before it waited for the lock.
    """
    list(Dataset.objects.select_for_update().order_by("code").values_list("pk"))
    return {dataset.code: dataset.head for dataset in Dataset.objects.select_related("head")}


def _check_publishable(
    draft: Version, *, head: Version | None, by: AbstractBaseUser | None, why: str
) -> None:
    draft.refresh_from_db(fields=["status"])
    if draft.status != Status.DRAFT:
        raise EditionError(_("%(version)s is not a draft.") % {"version": draft})
    if draft.compared_with != (head.serial if head else None):
        raise OutdatedDraftError(
            _("Another version of %(dataset)s was published since: compare this draft again.")
            % {"dataset": draft.dataset}
        )
    severities = set(draft.findings.values_list("severity", flat=True))
    if Severity.ERROR in severities:
        raise EditionError(_("Errors were found in this draft: it cannot be published."))
    if Severity.WARNING in severities and not why.strip():
        raise EditionError(_("Warnings were found in this draft: say why it is right."))
    if by and draft.origin in BY_HAND and draft.created_by_id == by.pk:
        raise EditionError(
            _("You made this draft by hand: somebody else must look at it and publish it.")
        )


def _moment(at: datetime | None) -> datetime:
    """The moment asked for, else now, but behind the newest edition: time runs one way."""
    newest = (
        Edition.objects.order_by("-published_at").values_list("published_at", flat=True).first()
    )
    if at and (newest is None or at > newest):
        return at
    now = timezone.now()
    return now if newest is None or now > newest else newest + timedelta(microseconds=1)


def _put_in_force(
    draft: Version, *, head: Version | None, by: AbstractBaseUser | None, moment: datetime
) -> None:
    draft.serial = ((head.serial if head else None) or 0) + 1
    draft.status = Status.PUBLISHED
    draft.published_at = moment
    draft.published_by_id = by.pk if by else None
    draft.save(update_fields=["serial", "status", "published_at", "published_by"])
    Dataset.objects.filter(pk=draft.dataset_id).update(head=draft)


def _edition(moment: datetime, heads: dict[str, Version | None]) -> Edition:
    day = moment.astimezone(SHANGHAI).date().isoformat()
    count = Edition.objects.filter(id__startswith=f"{day}.").count() + 1
    edition = Edition.objects.create(id=f"{day}.{count}", published_at=moment)
    EditionVersion.objects.bulk_create(
        EditionVersion(edition=edition, dataset_id=code, version=version)
        for code, version in heads.items()
        if version
    )
    return edition
