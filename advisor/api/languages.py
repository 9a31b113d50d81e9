"""The language of an operation: English, until a document asks for another."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http.response import HttpResponseBase
from django.utils import translation

DEFAULT = "en"


def in_english(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Run an operation in English: this address has no language that would be the visitor's."""

    @wraps(run)
    def inner(*args: Any, **kwargs: Any) -> HttpResponseBase:
        with translation.override(DEFAULT):
            response = run(*args, **kwargs)
        response.headers.setdefault("Content-Language", DEFAULT)
        return response

    return inner
