"""What the file of somebody's data says of what they saved."""

from __future__ import annotations

from typing import Any

from advisor.accounts.models import User
from advisor.comparisons.models import SavedComparison, SavedVersion, ShareLink
from advisor.comparisons.saved.answering import pinned_of


def saved_of(user: User) -> list[dict[str, Any]]:
    """Each saved comparison with its versions and links; deleted ones until they are gone.

    A version has what was asked, by which edition, and what came out in short: the whole answer is
    on its own page, and follows from these.
    """
    return [_comparison(one) for one in SavedComparison.objects.of_owner(user.pk)]


def _comparison(comparison: SavedComparison) -> dict[str, Any]:
    moments = ("created_at", "changed_at", "archived_at", "deleted_at")
    versions = SavedVersion.objects.filter(comparison=comparison).defer("used")
    links = ShareLink.objects.filter(version__comparison=comparison).select_related("version")
    return {
        "id": comparison.pk,
        "name": comparison.name,
        "note": comparison.note,
        **{name: _moment(getattr(comparison, name)) for name in moments},
        "versions": [_version(version) for version in versions],
        "links": [_link(link) for link in links.defer("version__used")],
    }


def _version(version: SavedVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "made_at": version.made_at.isoformat(),
        "inputs": pinned_of(version),
        "edition": version.edition,
        "engine": version.engine,
        "result": version.gist,
    }


def _link(link: ShareLink) -> dict[str, Any]:
    return {
        "version": link.version.number,
        "hides_amounts": link.hides_amounts,
        "made_at": link.made_at.isoformat(),
        "expires_at": link.expires_at.isoformat(),
        "revoked_at": _moment(link.revoked_at),
    }


def _moment(moment: Any) -> str | None:
    return None if moment is None else str(moment.isoformat())
