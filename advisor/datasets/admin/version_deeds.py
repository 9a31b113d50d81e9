"""What staff can do with a version: publish, withdraw, roll back to it, compare it again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from advisor.datasets import deeds, editions
from advisor.datasets.admin.deed_pages import AdminDeed, Done
from advisor.datasets.drafting import compared_again
from advisor.datasets.edition_content import lay_ready
from advisor.datasets.models import Severity, Status, Version

type Given = Mapping[str, Any]


def is_draft(version: Version) -> bool:
    return version.status == Status.DRAFT


def is_former(version: Version) -> bool:
    """Whether it was in force and is no more."""
    return version.status == Status.PUBLISHED and version.dataset.head_id != version.pk


def is_outdated(version: Version) -> bool:
    """Whether another version took effect since the draft was compared."""
    head = version.dataset.head
    return is_draft(version) and version.compared_with != (head.serial if head else None)


def has_warnings(version: Version) -> bool:
    return version.findings.filter(severity=Severity.WARNING).exists()


def _publish(version: Version, by: Any, given: Given) -> Done:
    lay_ready(version)
    edition = editions.publish(drafts=[version], by=by, why=given["why"])
    said = _("%(version)s is in force as edition %(edition)s.")
    return Done(said=said % {"version": version, "edition": edition}, row=version)


def _withdraw(version: Version, by: Any, given: Given) -> Done:
    editions.withdraw(version=version, by=by, why=given["why"])
    return Done(said=_("%(version)s is withdrawn.") % {"version": version}, row=version)


def _roll_back(version: Version, by: Any, given: Given) -> Done:
    edition = editions.roll_back(to=version, by=by, why=given["why"])
    said = _("What %(version)s held is in force again, as edition %(edition)s.")
    return Done(said=said % {"version": version, "edition": edition}, row=version)


@transaction.atomic
def _compare_again(version: Version, by: Any, given: Given) -> Done:
    """The draft that follows takes this one's place: two of the same would confuse."""
    why = given["why"]
    editions.withdraw(version=version, by=by, why=why or _("Compared again."))
    again = compared_again(version)
    deeds.log("compare_again", by=by, why=why, version=again, details={"draft": version.pk})
    return Done(said=_("Compared with what is in force now: this is the new draft."), row=again)


VERSION_DEEDS = (
    AdminDeed(
        name="publish",
        title=gettext_lazy("Publish"),
        explained=gettext_lazy("Every answer uses these figures from then on, in a new edition."),
        permission=lambda version: "publish_version",
        fits=is_draft,
        needs_reason=has_warnings,
        do=_publish,
    ),
    AdminDeed(
        name="compare_again",
        title=gettext_lazy("Compare again"),
        explained=gettext_lazy(
            "A new draft takes the place of this one, compared with the version in force by now."
        ),
        permission=lambda version: "draft_version",
        fits=is_outdated,
        needs_reason=lambda version: False,
        do=_compare_again,
    ),
    AdminDeed(
        name="roll_back",
        title=gettext_lazy("Roll back to this version"),
        explained=gettext_lazy(
            "A new version with what this one held takes effect at once, in a new edition."
        ),
        permission=lambda version: "roll_back_dataset",
        fits=is_former,
        needs_reason=lambda version: True,
        do=_roll_back,
    ),
    AdminDeed(
        name="withdraw",
        title=gettext_lazy("Withdraw"),
        explained=gettext_lazy("It shall not be used again. Its figures stay to be looked up."),
        permission=lambda version: "draft_version" if is_draft(version) else "withdraw_version",
        fits=lambda version: is_draft(version) or is_former(version),
        needs_reason=lambda version: True,
        do=_withdraw,
    ),
)
