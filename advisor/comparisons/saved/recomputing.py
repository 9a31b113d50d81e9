"""What a new edition says of what was saved: only of those whose figures it changed.

The table of uses selects who may be concerned; the fingerprint of the figures decides. A block is
worked out without holding anything, then written row by row on the condition that the row is not
newer already: doing a block twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from advisor.comparisons.faults import FaultyDocumentError
from advisor.comparisons.models import (
    FigureUse,
    RecomputePass,
    SavedComparison,
    SavedVersion,
    TodayAnswer,
)
from advisor.comparisons.models.saved import packed, unpacked
from advisor.comparisons.saved.answering import (
    RULES,
    Recorded,
    asked_today,
    gist_in_short,
    recorded_answer,
    uses,
)
from advisor.comparisons.saved.gist import is_told
from advisor.comparisons.saved.used import Used, fingerprint
from advisor.datasets.loading import reference
from advisor.datasets.models import EditionVersion, Observation
from advisor.engine.reference import Reference


@dataclass(slots=True)
class Counts:
    """What became of a block."""

    examined: int = 0
    recomputed: int = 0
    told: int = 0
    failed: int = 0


def changed_uses(since: str, edition: str) -> Q:
    """The uses whose figures changed between the two editions; all of them without a first one.

    What the versions in between hold are exactly the figures that changed.
    """
    if not since:
        return Q()
    before, after = _serials(since), _serials(edition)
    found = Q(pk__in=())
    for dataset, serial in after.items():
        if before.get(dataset) == serial:
            continue
        found |= _changed_in(dataset, before.get(dataset) or 0, serial)
    return found


def _serials(edition: str) -> dict[str, int | None]:
    rows = EditionVersion.objects.filter(edition=edition)
    return dict(rows.values_list("dataset_id", "version__serial"))


def _changed_in(dataset: str, before: int, after: int | None) -> Q:
    if dataset == RULES:
        return Q(dataset=dataset)
    rows = Observation.objects.filter(
        version__dataset=dataset, version__serial__gt=before, version__serial__lte=after or 0
    )
    places = list(rows.values_list("place_id", flat=True).distinct())
    return Q(dataset=dataset, place__in=places)


def concerned(run: RecomputePass) -> list[str]:
    """The comparisons that the pass may concern, in order, after where it is."""
    changed = FigureUse.objects.filter(changed_uses(run.since, run.edition))
    ids = changed.filter(comparison__gt=run.position).order_by("comparison_id")
    return list(ids.values_list("comparison_id", flat=True).distinct())


def latecomers(run: RecomputePass) -> list[str]:
    """Those saved while the pass was on, worked out before its edition was published."""
    rows = SavedVersion.objects.filter(
        made_at__gte=run.edition_at, number=F("comparison__newest")
    ).exclude(edition=run.edition)
    return list(rows.values_list("comparison_id", flat=True))


def recompute(ids: Iterable[str], run: RecomputePass, *, today: date) -> Counts:
    """Work out again what of these is made of other figures now, and keep what came out."""
    counts = Counts()
    newest = SavedVersion.objects.select_related("comparison", "comparison__today").filter(
        comparison__in=list(ids),
        comparison__deleted_at__isnull=True,
        number=F("comparison__newest"),
    )
    figures = reference(on=today, edition=run.edition)
    for version in newest:
        counts.examined += 1
        _examine(version, run, figures, counts)
    return counts


def _examine(version: SavedVersion, run: RecomputePass, figures: Reference, counts: Counts) -> None:
    last = _last(version)
    if last is not None and last.edition_at >= run.edition_at:
        if last.edition == run.edition:  # by a worker that ended before it counted
            counts.recomputed += 1
            counts.told += last.is_told and last.seen_at is None
        return
    used = Used.of_text(unpacked(last.used if last else version.used))
    if fingerprint(figures, used) == (last.fingerprint if last else version.fingerprint):
        return
    document = asked_today(version, figures.on)
    try:
        recorded = recorded_answer(document, today=figures.on, edition=run.edition)
    except FaultyDocumentError:
        counts.failed += 1
        return
    counts.recomputed += 1
    counts.told += _keep(version, last, run, recorded)


def _last(version: SavedVersion) -> TodayAnswer | None:
    """What newer data said last of this version."""
    last: TodayAnswer | None = getattr(version.comparison, "today", None)
    return last if last is not None and last.number == version.number else None


def _keep(
    version: SavedVersion, last: TodayAnswer | None, run: RecomputePass, recorded: Recorded
) -> bool:
    """Keep the answer unless a newer one, or a newer version, is there; whether it is told."""
    gist = gist_in_short(recorded.answer)
    told_last = last is not None and last.is_told
    before = last.gist if last is not None and told_last else version.gist
    told = is_told(before, gist)
    now = timezone.now()
    values: dict[str, Any] = {
        "number": version.number,
        "edition": run.edition,
        "edition_at": run.edition_at,
        "gist": gist,
        "fingerprint": recorded.fingerprint,
        "used": packed(recorded.used.text()),
        "made_at": now,
        "is_told": told or told_last,
    }
    if told:
        values["seen_at"] = None
    return _write(version, run.edition_at, values, recorded.used) and told


def _write(version: SavedVersion, edition_at: datetime, values: dict[str, Any], used: Used) -> bool:
    with transaction.atomic():
        rows = SavedComparison.objects.kept().select_for_update()
        comparison = rows.filter(pk=version.comparison_id, newest=version.number).first()
        if comparison is None:
            return False  # deleted, or saved anew, meanwhile
        answers = TodayAnswer.objects.filter(comparison=comparison)
        if answers.exclude(number=version.number).delete()[0] or not answers.exists():
            TodayAnswer.objects.create(comparison=comparison, **values)
        elif not answers.older_than(edition_at).update(**values):
            return False
        _add_uses(comparison, used)
    return True


def _add_uses(comparison: SavedComparison, used: Used) -> None:
    """Have later passes find it by what today's answer is made of, too."""
    known = set(FigureUse.objects.filter(comparison=comparison).values_list("place", "dataset"))
    FigureUse.objects.bulk_create(
        FigureUse(comparison=comparison, place=place, dataset=dataset)
        for place, dataset in uses(used) - known
    )
