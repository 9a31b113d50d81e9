"""Pages that are the same for everybody: kept by caches, and asked about by edition after that."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import condition

from advisor.datasets.models import Edition
from advisor.web.release import release

FIVE_MINUTES = 300
OK = 200
type View = Callable[..., HttpResponseBase]


def page_tag(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str:
    """Another one with each edition, release, language and day, since ages are told."""
    newest = Edition.objects.values_list("id", flat=True).first()
    return f'"{newest}-{release()}-{get_language()}-{timezone.localdate()}"'


def public(view: View) -> View:
    """A page that caches may keep for five minutes, and ask about by its tag after that."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == OK:
            patch_cache_control(response, public=True, max_age=FIVE_MINUTES)
        return response

    return condition(etag_func=page_tag)(kept)
