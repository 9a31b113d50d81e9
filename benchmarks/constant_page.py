"""The yardstick of pages that are kept: a bare view that returns a constant page."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse

LINE = "<p>One of the lines that make this page as large as the other.</p>\n"


def constant_page(request: HttpRequest, size: int) -> HttpResponse:
    """A page of about so many bytes."""
    return HttpResponse(_constant(size))


@lru_cache(maxsize=8)
def _constant(size: int) -> bytes:
    head, foot = "<!doctype html><html lang='en'><title>Constant</title><main>", "</main></html>"
    return (head + LINE * (size // len(LINE)) + foot).encode()
