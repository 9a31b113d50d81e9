"""The glossary: the words of money in plain words."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.comparisons.presenters.glossary import glossary_view
from advisor.web.methods import answers


@answers("GET")
def glossary(request: HttpRequest) -> HttpResponse:
    """All words, each with an address of its own."""
    return render(request, "glossary/page.html", {"groups": glossary_view()})
