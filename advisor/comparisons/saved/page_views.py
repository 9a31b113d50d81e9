"""A saved comparison opened: exactly what was shown then, whatever the data says today."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.comparisons.models import TodayAnswer, opaque_id
from advisor.comparisons.saved.access import for_members, own_version
from advisor.comparisons.saved.file_views import KINDS
from advisor.comparisons.saved.shown import kept_page
from advisor.comparisons.views import private
from advisor.datasets.models import Edition
from advisor.web.methods import answers


@answers("GET")
@private
@for_members
def saved_comparison(
    request: HttpRequest, comparison_id: str, number: int | None = None
) -> HttpResponse:
    """A version of one's own comparison; the newest without a number."""
    version = own_version(request, comparison_id, number)
    comparison = version.comparison
    newest = Edition.objects.order_by("-published_at").values_list("id", flat=True).first()
    context = {
        "comparison": comparison,
        "version": version,
        "numbers": range(comparison.newest, 0, -1),
        "previous": version.number - 1,
        "once": opaque_id(),
        "kinds": tuple(KINDS),
        "page": kept_page(version),
        "is_news": TodayAnswer.objects.unseen().filter(comparison=comparison).exists(),
        "newer_edition": newest if newest != version.edition else "",
    }
    return render(request, "saved/comparison.html", context)
