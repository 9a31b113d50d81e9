"""Pages for what went wrong; for htmx a sentence, shown above the last good page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.web.fragments import is_htmx

PROBLEM = "problem"  # the element on every page that takes the short form


def problem_page(
    request: HttpRequest, status: int, context: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The page of that status; to htmx its sentence alone, put where the page keeps such things."""
    name = f"{status}.html"
    if not is_htmx(request):
        return render(request, name, dict(context or {}), status=status)
    response = render(request, f"{name}#{PROBLEM}", dict(context or {}), status=status)
    response.headers["HX-Retarget"] = f"#{PROBLEM}"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request can't be read."""
    return problem_page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: not allowed."""
    return problem_page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form is too old, or cookies are off."""
    return problem_page(request, 403, {"is_form": True})


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing here, or nothing that opens for this visitor."""
    return problem_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return problem_page(request, 500)
