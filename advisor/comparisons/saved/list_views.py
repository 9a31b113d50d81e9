"""The list of saved comparisons, and two of them side by side."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from advisor.comparisons.models import DigestWish, SavedComparison, SavedVersion, TodayAnswer
from advisor.comparisons.saved.access import for_members, own_version
from advisor.comparisons.saved.forms import ChoiceForm
from advisor.comparisons.saved.listing import Chosen, empty_words, own_list, page_of
from advisor.comparisons.saved.sides import sides
from advisor.comparisons.views import private
from advisor.web.methods import answers


@answers("GET")
@private
@for_members
def saved(request: HttpRequest) -> HttpResponse:
    """What one has saved."""
    form = ChoiceForm(request.GET)
    form.is_valid()
    chosen = Chosen(
        text=form.cleaned_data.get("q", ""),
        order=form.cleaned_data.get("sort") or "changed",
        shelf=form.cleaned_data.get("show", ""),
    )
    page, rows = page_of(own_list(request.user.pk, chosen), request.GET.get("page", ""))
    query = request.GET.copy()
    query.pop("page", None)
    query.pop("undo", None)
    context = {
        "form": form,
        "chosen": chosen,
        "page": page,
        "rows": rows,
        "query": query.urlencode(),
        "undo": _just_deleted(request),
        "empty": empty_words(chosen),
        "news": TodayAnswer.objects.unseen().filter(comparison__owner=request.user.pk).count(),
        "wants_digest": DigestWish.objects.filter(user=request.user.pk).exists(),
    }
    return render(request, "saved/list.html", context)


def _just_deleted(request: HttpRequest) -> SavedComparison | None:
    """The comparison that the address offers to bring back, if it is one's own and deleted."""
    own = SavedComparison.objects.of_owner(request.user.pk).filter(deleted_at__isnull=False)
    asked = request.GET.get("undo", "")
    return own.filter(pk=asked).first() if asked else None


@answers("GET")
@private
@for_members
def saved_sides(request: HttpRequest) -> HttpResponse:
    """Two saved versions side by side: `one=<id>`, or `one=<id>.<number>`, twice."""
    chosen = request.GET.getlist("one")
    context: dict[str, Any] = {"problem": ""}
    if len(chosen) == 2:
        found = sides(*(_version(request, one) for one in chosen))
        context |= {"sides": found, "versions": (found.one, found.other)}
    else:
        context["problem"] = _("Choose two on the list, no more and no fewer.")
    return render(request, "saved/sides.html", context)


def _version(request: HttpRequest, asked: str) -> SavedVersion:
    comparison, _dot, number = asked.partition(".")
    if number and not (number.isascii() and number.isdigit() and len(number) < 7):
        raise Http404
    return own_version(request, comparison, int(number) if number else None)
