"""What an edition changed against the one before, dataset by dataset."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from advisor.datasets.canonical import Content
from advisor.datasets.differences import difference
from advisor.datasets.models import DatasetKind, Edition, EditionVersion, Version
from advisor.datasets.public.figures import figures_of
from advisor.datasets.shared_cache import Key, key_of

MOST_MOVES = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """A figure that changed, and by which share of what it was."""

    place: str
    indicator: str
    period: str
    before: str
    after: str
    share: float


@dataclass(frozen=True, kw_only=True, slots=True)
class DatasetChange:
    """What changed in one dataset; `counts` is None for rules, which are compared as a whole."""

    version: Version
    before: Version | None
    added: int
    changed: int
    gone: int
    moves: tuple[Move, ...]
    is_rules: bool


def changes_of(edition: Edition) -> tuple[DatasetChange, ...]:
    """The datasets whose version is another than in the edition before."""
    earlier = Edition.objects.filter(published_at__lt=edition.published_at)
    before = earlier.order_by("-published_at").first()
    former = dict(_members(before)) if before else {}
    return tuple(
        _change(version, former.get(code))
        for code, version in _members(edition)
        if former.get(code) != version
    )


def _members(edition: Edition) -> list[tuple[str, Version]]:
    rows = EditionVersion.objects.filter(edition=edition).select_related("version__dataset")
    return [(row.dataset_id, row.version) for row in rows]


def _change(version: Version, before: Version | None) -> DatasetChange:
    is_rules = version.dataset.kind == DatasetKind.RULES
    if is_rules:
        return DatasetChange(
            version=version, before=before, added=0, changed=0, gone=0, moves=(), is_rules=True
        )
    added, changed, gone, moves = _figures(key_of(version), key_of(before) if before else None)
    return DatasetChange(
        version=version, before=before, added=added, changed=changed, gone=gone, moves=moves,
        is_rules=False,
    )  # fmt: skip


@lru_cache(maxsize=64)
def _figures(version: Key, before: Key | None) -> tuple[int, int, int, tuple[Move, ...]]:
    old = figures_of(before) if before else {}
    found = difference(old, figures_of(version))
    moves = biggest_moves(old, found.changed)
    return len(found.added), len(found.changed), len(found.gone), moves


def biggest_moves(old: Content, changed: Content) -> tuple[Move, ...]:
    """The changed figures that moved most in proportion to what they were, biggest first."""
    moves = (
        Move(
            place=key[0], indicator=key[1], period=key[2], before=old[key].value, after=new.value,
            share=_share(old[key].value, new.value),
        )
        for key, new in changed.items()
        if old[key].value != new.value
    )  # fmt: skip
    return tuple(sorted(moves, key=lambda move: -abs(move.share))[:MOST_MOVES])


def _share(before: str, after: str) -> float:
    old = float(before)
    return (float(after) - old) / abs(old) if old else float("inf")
