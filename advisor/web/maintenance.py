"""Closed for maintenance: every page says so, kindly, and machines are told when to come back.

Closed by the setting MAINTENANCE, or without a restart while the file `maintenance` stands in the
folder of the run. No page then touches the database.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from advisor.web.fragments import is_htmx

FILE = "maintenance"
COME_BACK_AFTER = 300  # seconds
UNAVAILABLE = 503


def close_for_maintenance(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer everything with 503 while the site is closed; /healthz is answered before."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return closed(request) if is_closed() else get_response(request)

    return middleware


def is_closed() -> bool:
    """Whether the setting or the file closes the site."""
    return settings.MAINTENANCE or (Path(settings.VAR) / FILE).exists()


def closed(request: HttpRequest) -> HttpResponse:
    """The page that says so, in the language of the address; to htmx its sentence."""
    name = "maintenance.html#problem" if is_htmx(request) else "maintenance.html"
    language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    with translation.override(language):
        page = render_to_string(name, {"LANGUAGE_CODE": language}, request)
    response = HttpResponse(page, status=UNAVAILABLE)
    response.headers["Retry-After"] = str(COME_BACK_AFTER)
    if is_htmx(request):
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#problem", "innerHTML"
    add_never_cache_headers(response)
    return response
