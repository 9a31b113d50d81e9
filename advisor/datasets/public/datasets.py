"""What the public sees of a dataset: coverage, age, status and sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor.datasets.coverage import coverage
from advisor.datasets.models import Dataset, DatasetKind, Feed, Indicator, Source
from advisor.datasets.public.figures import (
    BulkFigures,
    bulk_figures,
    figures_of,
    sources_without_bulk,
)
from advisor.datasets.public.freshness import Freshness, freshness, latest_worst
from advisor.datasets.shared_cache import key_of


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
    series, found = _series(dataset, today), coverage(head)
    return DatasetView(
        dataset=dataset,
        serial=head.serial or 0,
        figures=found.figures,
        places=found.places,
        newest=found.newest,
        freshness=latest_worst(one.freshness for one in series),
        statuses=found.statuses,
        series=series,
        sources=tuple(Source.objects.filter(id__in=found.sources)),
    )


def bulk_of(dataset: Dataset) -> BulkFigures:
    """What may be downloaded of the dataset in force."""
    assert dataset.head is not None  # noqa: S101  asked for only where there is one
    return bulk_figures(figures_of(key_of(dataset.head)))


def _series(dataset: Dataset, today: date) -> tuple[SeriesView, ...]:
    assert dataset.head is not None  # noqa: S101  asked for only where there is one
    covered = coverage(dataset.head).series
    limit, forbidden = _limit(dataset), sources_without_bulk()
    return tuple(
        SeriesView(
            indicator=indicator,
            places=(found := covered[indicator.pk]).places,
            figures=found.figures,
            oldest=found.oldest,
            newest=found.newest,
            freshness=freshness(found.newest, indicator.cadence, today, limit_days=limit),
            sources=found.sources,
            left_out=tuple(source for source in found.sources if source in forbidden),
        )
        for indicator in Indicator.objects.filter(dataset=dataset)
        if indicator.pk in covered
    )


def _limit(dataset: Dataset) -> int | None:
    """The strictest freshness limit of the dataset's feeds in days; None without any."""
    limits = Feed.objects.filter(dataset=dataset, enabled=True, freshness_days__isnull=False)
    return limits.order_by("freshness_days").values_list("freshness_days", flat=True).first()
