"""Pages of a question: asked quickly, answered, changed in place."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control

from advisor.comparisons import drafts
from advisor.comparisons.asking import question_of
from advisor.comparisons.example import example_part, example_view, example_words
from advisor.comparisons.explaining import explained
from advisor.comparisons.forms.places import suggestion
from advisor.comparisons.forms.quick_check import QuickCheckForm
from advisor.comparisons.models import Draft
from advisor.datasets.loading import NoEditionError
from advisor.datasets.places import gazetteer
from advisor.web.fragments import render_page
from advisor.web.methods import answers

private = cache_control(private=True, no_store=True)
UNPROCESSABLE = 422
SCRIPTS_OFF = "scripts_off"  # a field that only a browser without scripts sends
MOST_OPTIONS = 8


@answers("GET")
def home(request: HttpRequest) -> HttpResponse:
    """The first page: the promise, the quick check, the worked example answered."""
    try:
        example = example_part(timezone.localdate())
    except NoEditionError:
        example = None
    return render(request, "comparisons/home.html", {"form": QuickCheckForm(), "example": example})


@answers("GET")
@explained
def example(request: HttpRequest) -> HttpResponse:
    """The worked example in full."""
    result = example_view(timezone.localdate())
    context = {"result": result, "example_words": example_words()}
    return render(request, "comparisons/example.html", context)


@answers("GET", "POST")
@private
@explained
def check(request: HttpRequest) -> HttpResponse:
    """The quick check: a valid one becomes a draft, which is answered at its own address."""
    form = QuickCheckForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        document = form.document()
        question_of(document, today=timezone.localdate())  # what can't be read is not kept
        draft = drafts.start(request, document)
        for note in form.notes:
            messages.info(request, note)
        return to_answer(request, draft)
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "comparisons/check.html", {"form": form}, status=status)


def to_answer(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Send a form on to the answer: to all of it where scripts, which fetch the rest, are off."""
    return redirect("whole" if SCRIPTS_OFF in request.POST else "result", draft.pk)


@answers("GET")
def places(request: HttpRequest) -> HttpResponse:
    """Cities whose name begins like what is typed; `of` names the field that asks."""
    text = request.GET.get(request.GET.get("of", "q"), "")
    found = gazetteer().search(text, MOST_OPTIONS)
    context = {"text": text, "places": [suggestion(place) for place in found]}
    return render_page(request, "comparisons/places.html", context, fragments=("places",))
