"""A saved version to take away: as a file, or printed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.comparisons.models import SavedVersion
from advisor.comparisons.saved.access import for_members, own_version
from advisor.comparisons.saved.files import (
    csv_file,
    json_file,
    limits_words,
    xlsx_file,
)
from advisor.comparisons.saved.sheet import gaps_of, place_tables, sources_of, totals_table
from advisor.comparisons.saved.shown import kept_answer
from advisor.comparisons.views import private
from advisor.web.methods import answers

KINDS: dict[str, tuple[str, Callable[[SavedVersion], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", csv_file),
    "json": ("application/json", json_file),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx_file,
    ),
}


@answers("GET")
@private
@for_members
def saved_file(request: HttpRequest, comparison_id: str, number: int, kind: str) -> HttpResponse:
    """The version as a file; its name says nothing about whom or what it is."""
    version = own_version(request, comparison_id, number)
    if kind not in KINDS:
        raise Http404
    content_type, file = KINDS[kind]
    name = f"quliu-{version.on:%Y%m%d}-{version.number}.{kind}"
    return HttpResponse(
        file(version),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@answers("GET")
@private
@for_members
def saved_print(request: HttpRequest, comparison_id: str, number: int) -> HttpResponse:
    """The version on paper: the answer, what was asked, every line, sources and limits."""
    version = own_version(request, comparison_id, number)
    kept = kept_answer(version)
    context = {
        "version": version,
        "comparison": version.comparison,
        "totals": totals_table(kept.answer),
        "places": place_tables(kept.answer),
        "inputs": kept.inputs,
        "gaps": gaps_of(kept.answer),
        "sources": sources_of(kept.answer),
        "limits": limits_words(),
    }
    return render(request, "saved/print.html", context)
