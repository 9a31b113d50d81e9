"""Rent or buy, here and there: the same flat both ways, year by year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from advisor.comparisons import drafts
from advisor.comparisons.asking import Answered, answered, book_of
from advisor.comparisons.explaining import explained
from advisor.comparisons.presenters.rent_or_buy import PlaceView, place_view
from advisor.comparisons.views import private
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.conventions import Assumptions
from advisor.engine.question import Question
from advisor.engine.rent_or_buy import rent_or_buy
from advisor.web.methods import answers

FLATS = {"one": "area_one_bed", "two": "area_two_bed", "three": "area_three_bed"}
USUAL = "two"


@answers("GET")
@private
@explained
def rent_or_buy_page(request: HttpRequest, draft_id: str) -> HttpResponse:
    """Home and every destination of a draft; `flat` says how large a flat is looked at."""
    draft = drafts.own(request, draft_id)
    flat = request.GET.get("flat", USUAL)
    answer = answered(draft.document, today=timezone.localdate())
    chosen = flat if flat in FLATS else USUAL
    context = {
        "draft": draft,
        "places": _places(answer, FLATS[chosen]),
        "flats": [(name, label, name == chosen) for name, label in _labels().items()],
    }
    return render(request, "rent_or_buy/page.html", context)


def _places(answer: Answered, area: str) -> list[PlaceView]:
    """Home first, then each destination once."""
    household = answer.household
    assumptions = Assumptions(conventions=bundled_conventions(), changed=household.assumptions)
    question = Question(household=household, reference=answer.reference, assumptions=assumptions)
    book = book_of(answer)
    facts = {answer.comparison.home.city: answer.comparison.home_facts}
    facts |= {one.picture.city: one.facts for one in answer.comparison.destinations}
    return [
        place_view(rent_or_buy(question, city, assumptions[area]), city, known, book, household.on)
        for city, known in facts.items()
    ]


def _labels() -> dict[str, str]:
    return {
        "one": _("A one-bedroom flat"),
        "two": _("A two-bedroom flat"),
        "three": _("A three-bedroom flat"),
    }
