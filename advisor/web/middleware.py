"""What every answer of the site shares."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

VARIES_ON = ("HX-Request", "HX-Target", "Cookie", "Accept-Language")


def vary_html(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Tell caches that one address answers with a page or a fragment, to one visitor or another."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, VARIES_ON)
        return response

    return middleware
