"""Pages to take along from a draft: what to ask an employer, and a summary to send on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from advisor.comparisons import drafts
from advisor.comparisons.asking import answered, answered_at_first, book_of, posed
from advisor.comparisons.explaining import explained
from advisor.comparisons.presenters.employer import employer_questions
from advisor.comparisons.presenters.late import late_figures
from advisor.comparisons.presenters.summary import summary_lines
from advisor.comparisons.views import private
from advisor.web.methods import answers


@answers("GET")
@private
@explained
def ask(request: HttpRequest, draft_id: str) -> HttpResponse:
    """What to ask an employer in each of the cities, to print."""
    draft = drafts.own(request, draft_id)
    answer = answered_at_first(posed(draft.document, today=timezone.localdate()))
    book = book_of(answer)
    away = [one for one in answer.household.destinations if one.city != answer.household.home]
    cities = [employer_questions(answer.reference, one.city, book) for one in away]
    return render(request, "comparisons/ask.html", {"draft": draft, "cities": cities})


@answers("GET")
@private
@explained
def summary(request: HttpRequest, draft_id: str) -> HttpResponse:
    """A few plain lines to send on; with amounts only where `amounts=yes` asks for them."""
    draft = drafts.own(request, draft_id)
    answer = answered(draft.document, today=timezone.localdate())
    amounts = request.GET.get("amounts") == "yes"
    book = book_of(answer)
    late = late_figures(answer.comparison, book, answer.household.on)
    lines = summary_lines(answer.comparison, book, amounts=amounts, late=len(late))
    context = {"draft": draft, "lines": lines, "amounts": amounts}
    return render(request, "comparisons/summary.html", context)
