"""What the page of a version shows: findings, differences to the version before, rows set aside."""

from dataclasses import dataclass
from typing import Any

from advisor.datasets.contents import content
from advisor.datasets.delta_rows import own_change
from advisor.datasets.differences import difference
from advisor.datasets.models import DatasetKind, Finding, SetAside, Version
from advisor.datasets.places import place_name
from advisor.datasets.public.changes import Move, biggest_moves
from advisor.datasets.wording.sentences import sentence

MOST_ROWS = 100  # set aside that are listed


@dataclass(frozen=True, kw_only=True, slots=True)
class Differences:
    """How many figures the version adds, changes and drops, and its biggest moves."""

    before: Version | None
    added: int
    changed: int
    gone: int
    moves: tuple[tuple[str, Move], ...]


def version_page(version: Version) -> dict[str, Any]:
    """The context of that version's page, in the active language."""
    aside = version.set_aside.all()
    return {
        "findings": [_found(one) for one in version.findings.all()],
        "differences": differences_of(version),
        "set_aside": [_aside(one) for one in aside[:MOST_ROWS]],
        "set_aside_count": aside.count(),
    }


def differences_of(version: Version) -> Differences | None:
    """Against the version it was compared with; None for rules, which are compared as a whole."""
    if version.dataset.kind == DatasetKind.RULES:
        return None
    before = version.dataset.versions.filter(
        serial__isnull=False, serial=version.compared_with
    ).first()
    old = content(before)
    found = difference(old, own_change(version).applied_to(old))
    return Differences(
        before=before,
        **found.counts,
        moves=tuple((place_name(move.place), move) for move in biggest_moves(old, found.changed)),
    )


def _found(one: Finding) -> tuple[str, str]:
    return one.get_severity_display(), sentence(one.code, one.params, rows=one.rows)


def _aside(one: SetAside) -> tuple[int, str]:
    return one.row, sentence(one.code, one.params)
