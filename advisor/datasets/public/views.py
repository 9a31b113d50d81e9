"""The data in the open: datasets, sources, editions, downloads. The same for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import batched

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.datasets.models import Dataset, DatasetKind, Edition, Indicator, Place, Source
from advisor.datasets.public.changes import changes_of
from advisor.datasets.public.datasets import bulk_of, dataset_view, dataset_views
from advisor.datasets.public.figures import csv_lines, json_lines
from advisor.datasets.public.keeping import public
from advisor.datasets.public.wording import FRESHNESS
from advisor.web.methods import answers

LINES_A_PIECE = 500


@answers("GET")
@public
def data(request: HttpRequest) -> HttpResponse:
    """Every dataset in force."""
    edition = Edition.objects.first()
    context = {
        "rows": [(one, FRESHNESS[one.freshness]) for one in dataset_views(timezone.localdate())],
        "edition": edition,
    }
    return render(request, "data/datasets.html", context)


@answers("GET")
@public
def dataset(request: HttpRequest, code: str) -> HttpResponse:
    """One dataset: its series, its sources, and its downloads."""
    found = _in_force(code)
    view = dataset_view(found, timezone.localdate())
    rows = [(one, FRESHNESS[one.freshness]) for one in view.series]
    return render(request, "data/dataset.html", {"view": view, "rows": rows})


@answers("GET")
@public
def download_csv(request: HttpRequest, code: str) -> StreamingHttpResponse:
    """The dataset's figures as a tidy CSV file, without what may not be taken in bulk."""
    lines = csv_lines(bulk_of(_with_figures(code)), why=_left_out())
    return _file(lines, f"{code}.csv", "text/csv; charset=utf-8")


@answers("GET")
@public
def download_json(request: HttpRequest, code: str) -> StreamingHttpResponse:
    """The same as JSON, which also says what is left out and why."""
    found = _with_figures(code)
    bulk = bulk_of(found)
    about = {
        "dataset": code,
        "version": found.head.serial if found.head else None,
        "left_out": {
            "why": _left_out(),
            "series": bulk.left_out,
        },
    }
    return _file(json_lines(bulk.rows, about), f"{code}.json", "application/json")


@answers("GET")
@public
def sources(request: HttpRequest) -> HttpResponse:
    """Every source with its terms."""
    return render(request, "data/sources.html", {"sources": Source.objects.all()})


@answers("GET")
@public
def editions(request: HttpRequest) -> HttpResponse:
    """Every edition, newest first."""
    return render(request, "data/editions.html", {"editions": Edition.objects.all()})


@answers("GET")
@public
def edition(request: HttpRequest, edition_id: str) -> HttpResponse:
    """What one edition changed."""
    found = get_object_or_404(Edition, pk=edition_id)
    changes = changes_of(found)
    moves = [move for change in changes for move in change.moves]
    places = Place.objects.in_bulk({move.place for move in moves})
    series = Indicator.objects.in_bulk({move.indicator for move in moves})
    rows = [
        (change, [(places[one.place], series[one.indicator], one) for one in change.moves])
        for change in changes
    ]
    return render(request, "data/edition.html", {"edition": found, "rows": rows})


def _file(lines: Iterable[str], name: str, content_type: str) -> StreamingHttpResponse:
    """A file sent while it is written, some hundred lines at a time, so none is held whole."""
    pieces = ("".join(some) for some in batched(lines, LINES_A_PIECE))
    response = StreamingHttpResponse(pieces, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _left_out() -> str:
    return _("Left out: the terms of its source do not allow taking its figures in bulk.")


def _in_force(code: str) -> Dataset:
    return get_object_or_404(Dataset.objects.exclude(head=None).select_related("head"), pk=code)


def _with_figures(code: str) -> Dataset:
    rows = Dataset.objects.exclude(head=None).filter(kind=DatasetKind.OBSERVATIONS)
    return get_object_or_404(rows.select_related("head"), pk=code)
