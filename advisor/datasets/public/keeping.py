"""Pages that are made once and handed out often: kept here and by caches, told apart by a tag."""

from __future__ import annotations

import gzip
import hashlib
import re
import time
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any
from zlib import crc32

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language

from advisor.datasets.models import Edition
from advisor.datasets.public.limits import freshness_limits
from advisor.web.release import release

FIVE_MINUTES = 300  # seconds, as is a day
DAY = 86_400
OK, NOT_MODIFIED = 200, 304
LANGUAGES = {code[:2] for code, _name in settings.LANGUAGES}
TAKES_GZIP = re.compile(r"\bgzip\b")
type View = Callable[..., HttpResponseBase]


def page_tag() -> str:
    """Another one with each edition, release, language and day, since ages are told.

    The edition's moment is part of it: a database made anew counts its editions from 1 again. The
    tag is weak: the same page may be sent compressed or not.
    """
    # Inside a transaction the newest edition may be one that nobody else sees, or ever will.
    now = connection.in_atomic_block
    edition = _newest_edition() if now else _newest_edition_in(int(time.monotonic()))
    return f'W/"{edition}-{release()}-{get_language()}-{timezone.localdate()}"'


@lru_cache(maxsize=1)
def _newest_edition_in(_second: int) -> str:
    """Asked once a second: opening SQLite takes as long as all the rest of a kept page."""
    return _newest_edition()


def _newest_edition() -> str:
    """With what is told beside its figures: from which age on feeds call them late."""
    newest = Edition.objects.values_list("id", "published_at").first()
    limits = crc32(repr(freshness_limits()).encode())
    return f"{newest[0]}-{newest[1].timestamp():.0f}-{limits:x}" if newest else "none"


def public(view: View) -> View:
    """A page that caches may keep for five minutes, and ask about by its tag after that."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return _tagged(request, page_tag(), lambda: view(request, *args, **kwargs))

    return answer


def kept(view: View) -> View:
    """The same for a page whose making takes long: made once for all, then handed out.

    What is asked in the address is answered anew each time.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        tag = page_tag()

        def make() -> HttpResponseBase:
            return view(request, *args, **kwargs)

        if request.GET:
            return _tagged(request, tag, make)
        return _tagged(request, tag, lambda: stored(request, tag, make, seconds=DAY))

    return answer


def stored(
    request: HttpRequest,
    about: str,
    make: Callable[[], HttpResponseBase],
    *,
    seconds: int,
    for_one: bool = False,
) -> HttpResponseBase:
    """The page as it was made before for the same address and `about`, else made now and kept.

    A page that read the session is of one visitor, and kept only where `for_one` says that `about`
    tells visitors apart; one that holds a token or a nonce never is.
    """
    key = _key(request, about)
    found: bytes | None = cache.get(key)
    if found is None:
        response = make()
        if not isinstance(response, HttpResponse) or not _may_be_kept(request, response, for_one):
            return response
        found = gzip.compress(response.content, mtime=0)
        cache.set(key, found, timeout=seconds)
    return _sent(request, found)


def _tagged(
    request: HttpRequest, tag: str, make: Callable[[], HttpResponseBase]
) -> HttpResponseBase:
    response = get_conditional_response(request, etag=tag) or make()
    if response.status_code in (OK, NOT_MODIFIED):
        response.headers["ETag"] = tag
        patch_cache_control(response, public=True, max_age=FIVE_MINUTES)
    return response


def _key(request: HttpRequest, about: str) -> str:
    """The address, and whether the page invites to another language, are part of it."""
    first = request.headers.get("Accept-Language", "")[:2].lower()
    language = first if first in LANGUAGES else ""
    asked = f"{about}\n{language}\n{request.build_absolute_uri()}"
    return f"page:{hashlib.sha256(asked.encode()).hexdigest()}"


def _may_be_kept(request: HttpRequest, response: HttpResponse, for_one: bool) -> bool:
    return response.status_code == OK and not (
        (request.session.accessed and not for_one)
        or request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        or getattr(request, "_csp_nonce", None)
    )


def _sent(request: HttpRequest, page: bytes) -> HttpResponse:
    if TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")):
        response = HttpResponse(page)
        response.headers["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(page))
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
