"""Whole page or fragment: htmx gets the part it asked for, everybody else the page around it.

One name is a `{% partialdef %}` inside the page that owns it, the id of the element it fills, and
therefore what htmx sends as `HX-Target`; where it stands several times on a page, the id goes on
with a hyphen and what tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_htmx(request: HttpRequest) -> bool:
    """Whether htmx sent it. Who restores a page from history wants the whole page."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


def fragment_asked(request: HttpRequest, offered: Iterable[str]) -> str | None:
    """The offered fragment that the request wants to fill, if any (`HX-Target: section#result`)."""
    if not is_htmx(request):
        return None
    asked = request.headers.get("HX-Target", "").rpartition("#")[2].partition("-")[0]
    return asked if asked in set(offered) else None


def render_page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    fragments: Iterable[str] = (),
    status: int = 200,
) -> HttpResponse:
    """The fragment asked for of that page, else the whole page."""
    fragment = fragment_asked(request, fragments)
    name = f"{template}#{fragment}" if fragment else template
    return render(request, name, {**context, "fragment": fragment}, status=status)
