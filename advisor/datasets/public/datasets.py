"""What the public sees of a dataset: coverage, age, status and sources. Kept by version and day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from advisor.datasets.models import Dataset, DatasetKind, Feed, Indicator, Source
from advisor.datasets.public.figures import BulkFigures, Known, bulk_figures, figures_of, known
from advisor.datasets.public.freshness import Freshness, freshness, latest_worst


@dataclass(frozen=True, kw_only=True, slots=True)
class SeriesView:
    """An indicator as published: how many places and figures, from when to when, how fresh."""

    indicator: Indicator
    places: int
    figures: int
    oldest: str
    newest: str
    freshness: Freshness
    sources: tuple[str, ...]
    left_out: tuple[str, ...]  # the sources whose terms forbid taking it in bulk


@dataclass(frozen=True, kw_only=True, slots=True)
class DatasetView:
    """A dataset in force with its series; rules have none."""

    dataset: Dataset
    serial: int
    figures: int
    places: int
    newest: str
    freshness: Freshness
    statuses: Mapping[str, int]
    series: tuple[SeriesView, ...]
    sources: tuple[Source, ...]


def dataset_views(today: date) -> list[DatasetView]:
    """Every dataset that has a version in force."""
    found = Dataset.objects.exclude(head=None).select_related("head")
    return [dataset_view(dataset, today) for dataset in found]


def dataset_view(dataset: Dataset, today: date) -> DatasetView:
    """The dataset as it is in force; for one without a version raises AttributeError."""
    head = dataset.head
    assert head is not None  # noqa: S101  asked for only where there is one
    if dataset.kind == DatasetKind.RULES:
        return DatasetView(
            dataset=dataset, serial=head.serial or 0, figures=0, places=0, newest="",
            freshness=Freshness.NO_RHYTHM, statuses={}, series=(), sources=(),
        )  # fmt: skip
    return _view(dataset.pk, known(head), head.serial or 0, today, _limit(dataset))


def bulk_of(dataset: Dataset) -> BulkFigures:
    """What may be downloaded of the dataset in force."""
    assert dataset.head is not None  # noqa: S101  asked for only where there is one
    return bulk_figures(figures_of(known(dataset.head)))


@lru_cache(maxsize=64)
def _view(code: str, version: Known, serial: int, today: date, limit: int | None) -> DatasetView:
    figures = figures_of(version)
    left_out = bulk_figures(figures).left_out
    series = tuple(_series(code, left_out, version, today, limit))
    used = {entry.source for entry in figures.values()}
    periods = [key[2] for key in figures]
    return DatasetView(
        dataset=Dataset.objects.get(pk=code),
        serial=serial,
        figures=len(figures),
        places=len({key[0] for key in figures}),
        newest=max(periods, default=""),
        freshness=latest_worst(one.freshness for one in series),
        statuses=dict(sorted(Counter(entry.status for entry in figures.values()).items())),
        series=series,
        sources=tuple(Source.objects.filter(id__in=used)),
    )


def _series(
    code: str,
    left_out: Mapping[str, tuple[str, ...]],
    version: Known,
    today: date,
    limit: int | None,
) -> list[SeriesView]:
    places: dict[str, set[str]] = {}
    periods: dict[str, list[str]] = {}
    sources: dict[str, set[str]] = {}
    for (place, indicator, period), entry in figures_of(version).items():
        places.setdefault(indicator, set()).add(place)
        periods.setdefault(indicator, []).append(period)
        sources.setdefault(indicator, set()).add(entry.source)
    return [
        SeriesView(
            indicator=indicator,
            places=len(places[indicator.pk]),
            figures=len(periods[indicator.pk]),
            oldest=min(periods[indicator.pk]),
            newest=max(periods[indicator.pk]),
            freshness=freshness(
                max(periods[indicator.pk]), indicator.cadence, today, limit_days=limit
            ),
            sources=tuple(sorted(sources[indicator.pk])),
            left_out=left_out.get(indicator.pk, ()),
        )
        for indicator in Indicator.objects.filter(dataset=code)
        if indicator.pk in places
    ]


def _limit(dataset: Dataset) -> int | None:
    """The strictest freshness limit of the dataset's feeds in days; None without any."""
    limits = Feed.objects.filter(dataset=dataset, enabled=True, freshness_days__isnull=False)
    return limits.order_by("freshness_days").values_list("freshness_days", flat=True).first()
