"""Deeds on saved comparisons: keep a new one or a new version, copy, put away, delete, bring back.

A version is worked out before anything is locked. Its number is taken under the comparison's lock,
and only if nobody took it meanwhile: two tabs can't overwrite each other's work.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from advisor.accounts.retention import kept_for
from advisor.comparisons.models import (
    Draft,
    FigureUse,
    SavedComparison,
    SavedVersion,
    ShownResult,
    opaque_id,
)
from advisor.comparisons.models.saved import LONGEST_NAME, packed
from advisor.comparisons.saved.answering import (
    recorded_answer,
    showings,
    uses,
)
from advisor.comparisons.saved.gist import gist_of

KEPT_AFTER_DELETION = kept_for("deleted_comparisons")


class VersionTakenError(Exception):
    """Another version was saved meanwhile; `newest` is its number. Nothing was changed."""

    def __init__(self, newest: int) -> None:
        super().__init__(newest)
        self.newest = newest


class GoneError(Exception):
    """The comparison was deleted meanwhile."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """All that a version keeps. `pages`: language, page and answer, the last two compressed."""

    document: dict[str, Any]
    on: date
    move_date: date
    edition: str
    engine: str
    fingerprint: str
    used: bytes
    gist: dict[str, Any]
    pages: tuple[tuple[str, bytes, bytes], ...]
    uses: frozenset[tuple[str, str]]


def content_of(document: dict[str, Any], *, today: date) -> Content:
    """The answer to the document as it is today. Raises FaultyDocumentError, NoEditionError."""
    recorded = recorded_answer(document, today=today)
    answer = recorded.answer
    shown = showings(answer)
    return Content(
        document=document,
        on=answer.household.on,
        move_date=answer.household.move,
        edition=answer.comparison.edition,
        engine=answer.comparison.engine,
        fingerprint=recorded.fingerprint,
        used=packed(recorded.used.text()),
        gist=gist_of(shown[0].answer),
        pages=tuple((one.language, packed(one.page), packed(one.text())) for one in shown),
        uses=frozenset(uses(recorded.used)),
    )


def content_again(version: SavedVersion) -> Content:
    """What a version keeps, for a copy of it."""
    shown = version.shown.values_list("language", "page", "answer")
    same = {
        one.name: getattr(version, one.name)
        for one in fields(Content)
        if one.name not in {"pages", "uses", "used"}
    }
    rows = FigureUse.objects.filter(comparison=version.comparison_id)
    return Content(
        **same,
        used=bytes(version.used),
        pages=tuple((language, bytes(page), bytes(answer)) for language, page, answer in shown),
        uses=frozenset(rows.values_list("place", "dataset")),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """What the owner calls it. `once` tells a form that is sent twice."""

    name: str
    note: str = ""
    once: str = ""


def keep_new(owner_id: int, content: Content, label: Label) -> SavedComparison:
    """A new comparison with that content as its first version; the same form makes it once."""
    once, now = label.once or opaque_id(), timezone.now()
    try:
        with transaction.atomic():
            comparison = SavedComparison.objects.create(
                owner_id=owner_id,
                name=label.name[:LONGEST_NAME],
                note=label.note,
                once=once,
                newest=1,
                created_at=now,
                changed_at=now,
            )
            _insert(comparison, 1, content, now)
            return comparison
    except IntegrityError:
        return SavedComparison.objects.get(owner_id=owner_id, once=once)


@transaction.atomic
def keep_version(comparison: SavedComparison, content: Content, *, based_on: int) -> int:
    """The number of the new version; of the newest, if that asks the very same.

    Raises VersionTakenError where versions were saved behind the one it is based on, and GoneError.
    """
    locked = SavedComparison.objects.kept().select_for_update().filter(pk=comparison.pk).first()
    if locked is None:
        raise GoneError
    newest = SavedVersion.objects.get(comparison=locked, number=locked.newest)
    if newest.document == content.document and newest.edition == content.edition:
        return locked.newest
    if locked.newest != based_on:
        raise VersionTakenError(locked.newest)
    now = timezone.now()
    locked.newest += 1
    locked.changed_at = now
    locked.archived_at = None
    locked.save(update_fields=["newest", "changed_at", "archived_at"])
    FigureUse.objects.filter(comparison=locked).delete()
    _insert(locked, locked.newest, content, now)
    return locked.newest


def _insert(comparison: SavedComparison, number: int, content: Content, now: datetime) -> None:
    apart = {"pages", "uses"}
    kept = {one.name: getattr(content, one.name) for one in fields(content)}
    version = SavedVersion.objects.create(
        comparison=comparison,
        number=number,
        made_at=now,
        **{name: value for name, value in kept.items() if name not in apart},
    )
    ShownResult.objects.bulk_create(
        ShownResult(version=version, language=language, page=page, answer=answer)
        for language, page, answer in content.pages
    )
    FigureUse.objects.bulk_create(
        FigureUse(comparison=comparison, place=place, dataset=dataset)
        for place, dataset in sorted(content.uses)
    )


def tie(draft: Draft, comparison: SavedComparison, number: int) -> None:
    """Remember that further changes of the draft are changes of this comparison."""
    Draft.objects.filter(pk=draft.pk).update(saved=comparison, saved_number=number)


def describe(comparison: SavedComparison, *, name: str, note: str) -> None:
    """Give it another name and note."""
    SavedComparison.objects.filter(pk=comparison.pk).update(name=name, note=note)


def archive(comparison: SavedComparison, *, away: bool) -> None:
    """Put it away, or back on the list."""
    moment = timezone.now() if away else None
    SavedComparison.objects.filter(pk=comparison.pk).update(archived_at=moment)


def delete(comparison: SavedComparison) -> None:
    """Delete it; for 30 days it can be brought back. Its share links open no more."""
    SavedComparison.objects.kept().filter(pk=comparison.pk).update(deleted_at=timezone.now())


def bring_back(comparison: SavedComparison) -> None:
    """Undo a deletion."""
    SavedComparison.objects.filter(pk=comparison.pk).update(deleted_at=None)


def delete_for_good(now: datetime) -> int:
    """Remove what was deleted 30 days ago, with all that hangs on it; how many comparisons."""
    old = SavedComparison.objects.filter(deleted_at__lt=now - KEPT_AFTER_DELETION)
    count = old.count()
    old.delete()
    return count


def default_name(home: str, cities: Iterable[str]) -> str:
    """What a comparison is called whose owner gives it no name."""
    name = f"{home} → {', '.join(cities)}"
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
