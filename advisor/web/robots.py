"""/robots.txt: what search engines may read, and where the list of pages is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control

from advisor.web.methods import answers

# What is somebody's own, or answers what was typed.
CLOSED = ("c/", "share/", "saved/", "account/", "accounts/", "admin/", "places/", "report/")
LANGUAGE_PREFIXES = ("/", "/en/")
A_DAY = 86_400  # seconds


@answers("GET")
@cache_control(public=True, max_age=A_DAY)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything but what is somebody's own, and the address of the sitemap."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {prefix}{path}" for prefix in LANGUAGE_PREFIXES for path in CLOSED),
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
