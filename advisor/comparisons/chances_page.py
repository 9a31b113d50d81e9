"""The chance in every city, with one offer or at each city's typical pay.

It is worked out block by block, with its progress on the page.

A request works out one block and keeps it in the visitor's session, which needs no Redis; scripts
ask for the next one until all cities are there, a plain page has a link for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from advisor.comparisons import drafts
from advisor.comparisons.asking import indicator_words
from advisor.comparisons.explaining import explained
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.ranking.chances import chances_view
from advisor.comparisons.ranked import Ranked, ranked
from advisor.comparisons.views import private
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.conventions import Assumptions
from advisor.engine.everywhere import CityChance, chances
from advisor.engine.question import Question, first_mover
from advisor.engine.wages import has_own_wages
from advisor.web.fragments import render_page
from advisor.web.methods import answers

KEPT = "chances"  # where the session keeps what is worked out
FIRST_BLOCK, BLOCK = 4, 24  # cities: the page answers at once, each further block within a second


@answers("GET")
@private
@explained
def chances_everywhere(request: HttpRequest) -> HttpResponse:
    """What is worked out so far for the draft `?for=`, with one block more than before."""
    draft = drafts.own(request, request.GET.get("for", ""))
    found = ranked(draft.document, today=timezone.localdate())
    cities = _cities(found)
    kept = _with_next_block(request, found, cities, draft.document)
    context = {"draft": draft, "chances": chances_view(found, cities, kept, _book(found))}
    return render_page(request, "cities/chances.html", context, fragments=("chances",))


def _with_next_block(
    request: HttpRequest, found: Ranked, cities: Sequence[str], document: dict[str, Any]
) -> tuple[CityChance, ...]:
    """What the session holds for this question and edition, and the next cities after it."""
    written = json.dumps([document, found.reference.edition, f"{found.reference.on}"])
    key = hashlib.sha256(written.encode()).hexdigest()
    kept = request.session.get(KEPT, {})
    rows: list[list[Any]] = kept["rows"] if kept.get("of") == key else []
    done = {row[0] for row in rows}
    ahead = (city for city in cities if city not in done)
    offer = None if found.offer is None else found.offer.offer
    block = list(islice(ahead, BLOCK if rows else FIRST_BLOCK))
    if block:
        new = chances(_question(found), offer, found.like, block)
        rows = [*rows, *([one.city, one.better_off, one.difference] for one in new)]
        request.session[KEPT] = {"of": key, "rows": rows}
    return tuple(
        CityChance(city=city, better_off=better_off, difference=difference)
        for city, better_off, difference in rows
    )


def _cities(found: Ranked) -> list[str]:
    """Every city but home, those that ask for the least pay first.

    Without an offer only those whose own wages are known.
    """
    every = (one.place.adcode for one in found.ranking.cities)
    cities = [city for city in every if city != found.household.home]
    if found.offer is not None:
        return cities
    question, mover = _question(found), first_mover(found.household.earners) or 0
    return [city for city in cities if has_own_wages(question, mover, city)]


def _question(found: Ranked) -> Question:
    changed = found.household.assumptions
    return Question(
        household=found.household,
        reference=found.reference,
        assumptions=Assumptions(conventions=bundled_conventions(), changed=changed),
    )


def _book(found: Ranked) -> Book:
    return Book(
        places=found.reference.places,
        sources=found.reference.sources,
        indicators=indicator_words(found.reference.edition),
        conventions=bundled_conventions(),
        assumptions=found.household.assumptions,
    )
