"""/healthz: whether this process can answer, for `up`, containers and load balancers."""

from collections.abc import Callable

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers

PATH = "/healthz"


def answer_health(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Answer /healthz ahead of everything else: probes come by any host name and without HTTPS."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return health() if request.path == PATH else get_response(request)

    return middleware


def health() -> HttpResponse:
    """200 while the database answers, else 503. Without Redis pages are but slower: it is told."""
    database = _database()
    response = JsonResponse(
        {"status": database, "database": database, "redis": _redis()},
        status=200 if database == "ok" else 503,
    )
    add_never_cache_headers(response)
    return response


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "away"
    return "ok"


def _redis() -> str:
    answers = getattr(cache, "answers", None)
    if answers is None:
        return "none"
    return "ok" if answers() else "away"
