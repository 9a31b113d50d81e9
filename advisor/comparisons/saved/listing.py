"""The list of what one has saved: searched, sorted, by pages, in as many queries for any length."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Q
from django.utils.translation import gettext as _

from advisor.comparisons.models import (
    SavedComparison,
    SavedComparisonQuerySet,
    SavedVersion,
    TodayAnswer,
)
from advisor.comparisons.saved.names import city_names, short_verdict

PAGE_SIZE = 20
ORDERS = {
    "changed": ("-changed_at", "id"),
    "made": ("-created_at", "id"),
    "name": ("name", "id"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """What of the list is looked at, and in which order."""

    text: str = ""
    order: str = "changed"
    shelf: str = ""  # "", "archived" or "deleted"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A saved comparison as the list shows it."""

    id: str
    name: str
    note: str
    home: str
    cities: tuple[tuple[str, str], ...]  # name and verdict
    changed_at: datetime
    on: date
    edition: str
    versions: int
    is_deleted: bool
    is_archived: bool
    is_news: bool  # new data changes what it says, and its owner has not looked yet


def own_list(user_id: int | None, chosen: Chosen) -> SavedComparisonQuerySet:
    """The comparisons of this account that were chosen, in order."""
    own = SavedComparison.objects.of_owner(user_id)
    if chosen.shelf == "deleted":
        own = own.filter(deleted_at__isnull=False)
    else:
        own = own.kept().filter(archived_at__isnull=chosen.shelf != "archived")
    if chosen.text:
        own = own.filter(Q(name__icontains=chosen.text) | Q(note__icontains=chosen.text))
    return own.order_by(*ORDERS.get(chosen.order, ORDERS["changed"]))


def page_of(found: SavedComparisonQuerySet, number: str) -> tuple[Page[SavedComparison], list[Row]]:
    """One page of the list with its rows; a number that is none gives the nearest page."""
    page = Paginator(found, PAGE_SIZE).get_page(number)
    return page, rows_of(page.object_list)


def rows_of(comparisons: Iterable[SavedComparison]) -> list[Row]:
    """The comparisons with what their newest versions say."""
    shown = list(comparisons)
    newest = SavedVersion.objects.filter(comparison__in=shown, number=F("comparison__newest")).only(
        "comparison_id", "gist", "on", "edition"
    )
    versions = {version.comparison_id: version for version in newest}
    unseen = TodayAnswer.objects.unseen().filter(comparison__in=shown)
    news = set(unseen.values_list("comparison_id", flat=True))
    names = city_names()
    return [
        _row(one, versions[one.pk], names, is_news=one.pk in news)
        for one in shown
        if one.pk in versions
    ]


def _row(
    comparison: SavedComparison, version: SavedVersion, names: Mapping[str, str], *, is_news: bool
) -> Row:
    gist: dict[str, Any] = version.gist
    return Row(
        id=comparison.pk,
        name=comparison.name,
        note=comparison.note,
        home=names.get(gist["home"], gist["home"]),
        cities=tuple(
            (names.get(one["city"], one["city"]), short_verdict(one["verdict"]))
            for one in gist["cities"]
        ),
        changed_at=comparison.changed_at,
        on=version.on,
        edition=version.edition,
        versions=comparison.newest,
        is_deleted=comparison.deleted_at is not None,
        is_archived=comparison.archived_at is not None,
        is_news=is_news,
    )


def empty_words(chosen: Chosen) -> str:
    """What is said where the list is empty."""
    if chosen.text:
        return _("Nothing you saved has that in its name or note.")
    if chosen.shelf == "archived":
        return _("You have put nothing away.")
    if chosen.shelf == "deleted":
        return _("Nothing was deleted in the last 30 days.")
    return _("You have saved nothing yet. Ask a question and save its answer.")
