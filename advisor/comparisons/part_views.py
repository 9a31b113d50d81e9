"""Parts of an answer that are sent when they are asked for, and the whole of it on one page.

Each has an address of its own: a page by itself, and the fragment that fills its place.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from advisor.comparisons import drafts
from advisor.comparisons.asking import Answered, answered, answered_at_first, book_of, posed
from advisor.comparisons.explaining import explained
from advisor.comparisons.kept_results import whole_body
from advisor.comparisons.models import Draft
from advisor.comparisons.presenters.ahead import ahead
from advisor.comparisons.presenters.assumptions import Asked
from advisor.comparisons.presenters.facts import fact_views
from advisor.comparisons.presenters.gaps import gaps
from advisor.comparisons.presenters.late import late_figures
from advisor.comparisons.presenters.monthly import head_lines
from advisor.comparisons.presenters.result import destination_view
from advisor.comparisons.presenters.sources import sources_used
from advisor.comparisons.views import private
from advisor.web.fragments import render_page
from advisor.web.methods import answers


@answers("GET")
@private
@explained
def whole(request: HttpRequest, draft_id: str) -> HttpResponse:
    """The whole answer at once."""
    draft = drafts.own(request, draft_id)
    body = whole_body(request, draft, today=timezone.localdate())
    return render(request, "comparisons/whole.html", {"draft": draft, "body": body})


@answers("GET")
@private
@explained
def years_ahead(request: HttpRequest, draft_id: str) -> HttpResponse:
    """The verdict on each destination."""
    draft = drafts.own(request, draft_id)
    answer = answered(draft.document, today=timezone.localdate())
    book = book_of(answer)
    context = {
        "draft": draft,
        "home_name": book.place(answer.household.home),
        "ahead": ahead(answer.comparison, book),
    }
    return render_page(request, "comparisons/ahead.html", context, fragments=("ahead",))


@answers("GET")
@private
@explained
def destination(request: HttpRequest, draft_id: str, city: str) -> HttpResponse:
    """Everything about one destination."""
    draft = drafts.own(request, draft_id)
    answer = answered(draft.document, today=timezone.localdate())
    book = book_of(answer)
    cities = [one.picture.city for one in answer.comparison.destinations]
    if city not in cities:
        raise Http404
    asked = Asked(document=answer.document, household=answer.household, book=book)
    context = {
        "draft": draft,
        "home_name": book.place(answer.household.home),
        "city": destination_view(answer.comparison, cities.index(city), asked),
        "how_many": len(cities),
    }
    return render_page(request, "comparisons/destination.html", context, fragments=("destination",))


@answers("GET")
@private
@explained
def at_home(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Home by itself, line by line."""
    draft, answer = _monthly(request, draft_id)
    book = book_of(answer)
    context = {
        "draft": draft,
        "home_name": book.place(answer.household.home),
        "heads": head_lines(answer.comparison.home, book),
        "facts": fact_views(answer.comparison.home_facts, book),
    }
    return render_page(request, "comparisons/at_home.html", context, fragments=("at_home",))


@answers("GET")
@private
@explained
def line_by_line(request: HttpRequest, draft_id: str) -> HttpResponse:
    """What is missing or approximated, line by line with the reasons."""
    draft, answer = _monthly(request, draft_id)
    context = {"draft": draft, "gaps": gaps(answer.comparison, book_of(answer))}
    return render_page(request, "comparisons/gaps.html", context, fragments=("gaps",))


@answers("GET")
@private
@explained
def sources(request: HttpRequest, draft_id: str) -> HttpResponse:
    """The sources of the answer, and which of its figures are late."""
    draft, answer = _monthly(request, draft_id)
    book = book_of(answer)
    context = {
        "draft": draft,
        "sources": sources_used(answer.comparison, book),
        "late": late_figures(answer.comparison, book, answer.household.on),
    }
    return render_page(request, "comparisons/sources.html", context, fragments=("sources",))


def _monthly(request: HttpRequest, draft_id: str) -> tuple[Draft, Answered]:
    """The visitor's draft with its answer; these parts need no years ahead."""
    draft = drafts.own(request, draft_id)
    return draft, answered_at_first(posed(draft.document, today=timezone.localdate()))
