"""The answer to a draft without the years ahead: what bar (e) was set for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from advisor.comparisons import drafts
from advisor.comparisons.asking import Answered, question_of, shown
from advisor.comparisons.forms.cities import AddCityForm
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.engine.comparison import compare


def monthly_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """The page of the product's own template, for the draft of this visitor."""
    draft = drafts.own(request, draft_id)
    question = question_of(draft.document, today=timezone.localdate())
    figures = reference(on=question.household.on)
    answer = Answered(
        document=draft.document,
        household=question.household,
        notes=question.notes,
        reference=figures,
        comparison=compare(question.household, figures, bundled_conventions(), years_ahead=False),
    )
    form = AddCityForm(document=draft.document)
    context = {"draft": draft, "result": shown(answer), "add_city": form}
    return render(request, "comparisons/result.html", context)
