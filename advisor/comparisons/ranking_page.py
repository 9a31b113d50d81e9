"""All cities by the pay they ask for: a list to narrow down and order, and the same as a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control

from advisor.comparisons import drafts
from advisor.comparisons.asking import indicator_words
from advisor.comparisons.explaining import explained
from advisor.comparisons.forms.ranking import RankingForm
from advisor.comparisons.models import Draft
from advisor.comparisons.presenters.book import Book
from advisor.comparisons.presenters.ranking.choosing import Order, Wanted, chosen
from advisor.comparisons.presenters.ranking.page import home_of, ranking_view
from advisor.comparisons.ranked import EXAMPLE, Ranked, ranked
from advisor.comparisons.ranking_csv import ranking_csv
from advisor.comparisons.views import UNPROCESSABLE
from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.models import Place
from advisor.datasets.public.keeping import page_tag, stored
from advisor.engine.ranking import RankedCity
from advisor.web.fragments import is_htmx, render_page
from advisor.web.methods import answers

CITIES_A_PAGE = 50
ALL = "all"
PAGES_KEPT = {ALL, *map(str, range(1, 9))}
TEN_MINUTES = 600  # seconds


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """For whom the cities are ranked, and which of them are wanted. `draft` None: the example."""

    draft: Draft | None
    ranked: Ranked
    form: RankingForm
    wanted: Wanted

    @property
    def cities(self) -> tuple[RankedCity, ...]:
        """All cities that are wanted, in their order."""
        return chosen(self.ranked.ranking.cities, self.wanted, home_of(self.ranked))

    @property
    def is_shared(self) -> bool:
        """Whether others ask the same, so that it pays to keep the answer."""
        return self.draft is None and self.wanted.named is None and not self.form.errors

    @property
    def book(self) -> Book:
        """Names of places and sources, and the conventions of the household."""
        return Book(
            places=self.ranked.reference.places,
            sources=self.ranked.reference.sources,
            indicators=indicator_words(self.ranked.reference.edition),
            conventions=bundled_conventions(),
            assumptions=self.ranked.household.assumptions,
        )


@answers("GET")
@explained
def ranking(request: HttpRequest) -> HttpResponseBase:
    """The list, for the household of a draft (`?for=`) of this visitor, else for the example.

    Raises Http404 for a draft that is not this visitor's.
    """
    draft = _draft(request)
    own = draft or drafts.newest(request)

    def make() -> HttpResponse:
        return _list(request, draft, own)

    if _is_asked_often(request):
        about = json.dumps((page_tag(), own and own.pk, draft and draft.document))
        response = stored(request, about, make, seconds=TEN_MINUTES, for_one=True)
    else:
        response = make()
    response.headers["HX-Replace-Url"] = f"{request.path}?{_query(request)}"
    return _kept_private(response, draft)


def _list(request: HttpRequest, draft: Draft | None, own: Draft | None) -> HttpResponse:
    asked = _asked(request, draft)
    wanted = asked.cities
    page = _page(request, wanted)
    context = {
        "ranking": ranking_view(
            asked.ranked,
            list(page),
            wanted=wanted,
            order=asked.wanted.order,
            tier_lists=_tier_lists(asked.ranked.reference.edition),
            book=asked.book,
            is_example=draft is None,
        ),
        "form": asked.form,
        "draft": draft,
        "own": own,
        "page": page,
        "query": _query(request),
        "is_shared": asked.is_shared,
    }
    status = UNPROCESSABLE if asked.form.errors else 200
    return render_page(
        request, "cities/ranking.html", context, fragments=("ranking",), status=status
    )


@answers("GET")
@explained
def ranking_file(request: HttpRequest) -> HttpResponse:
    """All cities that are wanted as a CSV file."""
    asked = _asked(request, _draft(request))
    text = ranking_csv(asked.ranked, asked.cities, asked.book)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    name = f"quliu-cities-{asked.ranked.reference.edition}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    _kept_private(response, asked.draft)
    return response


def _draft(request: HttpRequest) -> Draft | None:
    """The draft named in the address. Raises Http404 for one that is not this visitor's."""
    return drafts.own(request, request.GET["for"]) if "for" in request.GET else None


def _is_asked_often(request: HttpRequest) -> bool:
    """Whether it pays to keep the page: not where any words or numbers stand in the address."""
    is_known = request.GET.keys() <= {"for", "page", "sort"}
    return is_known and request.GET.get("page", "1") in PAGES_KEPT and not is_htmx(request)


def _asked(request: HttpRequest, draft: Draft | None) -> Asked:
    document = EXAMPLE if draft is None else draft.document
    found = ranked(document, today=timezone.localdate())
    form = RankingForm(request.GET, has_offer=found.offer is not None)
    return Asked(draft=draft, ranked=found, form=form, wanted=form.wanted())


def _page(request: HttpRequest, cities: Sequence[RankedCity]) -> Page[RankedCity]:
    """The page asked for; the nearest there is where there is no such page."""
    asked = request.GET.get("page", "1")
    size = max(len(cities), 1) if asked == ALL else CITIES_A_PAGE
    return Paginator(cities, size).get_page(asked)


def _query(request: HttpRequest) -> str:
    """What the address asks for, without what is empty or holds anyway; the page stands apart."""
    asked = {name: request.GET.get(name, "") for name in ("for", *RankingForm.base_fields)}
    if asked["sort"] == Order.PAY:
        del asked["sort"]
    return urlencode({name: value for name, value in asked.items() if value})


def _kept_private(response: HttpResponseBase, draft: Draft | None) -> HttpResponseBase:
    """A visitor's own figures are stored nowhere on the way."""
    if draft is not None:
        patch_cache_control(response, private=True, no_store=True)
    return response


@lru_cache(maxsize=4)
def _tier_lists(edition: str) -> tuple[str, ...]:
    """The sources of the tiers; read anew with each edition."""
    lists = Place.objects.exclude(tier_scheme="").values_list("tier_scheme", flat=True)
    return tuple(lists.order_by("tier_scheme").distinct())
