"""Which methods an address answers; to others it says so in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from advisor.web.errors import problem_page

NOT_ALLOWED = 405
type View = Callable[..., HttpResponseBase]


def answers(*methods: str) -> Callable[[View], View]:
    """Let a view answer these methods; HEAD goes with GET."""
    allowed = (*methods, "HEAD") if "GET" in methods else methods

    def decorator(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in allowed:
                return view(request, *args, **kwargs)
            response = problem_page(request, NOT_ALLOWED)
            response.headers["Allow"] = ", ".join(allowed)
            return response

        return inner

    return decorator
