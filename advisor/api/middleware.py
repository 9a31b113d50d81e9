"""What every answer of the API shares, whoever in the chain gives it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation

from advisor.api.languages import DEFAULT
from advisor.api.problem_kinds import kind_of
from advisor.api.problems import MEDIA_TYPE, problem_response
from advisor.api.rates import COUNTED, Counted

PREFIX = "/api/"
LOWEST_ERROR = 400


def answer_in_problems(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Turn error pages below /api/ into problem details, and tell how often a client may ask."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not request.path_info.startswith(PREFIX):
            return response
        if isinstance(response, HttpResponse) and response.status_code >= LOWEST_ERROR:
            _make_problem(response)
        counted = request.META.get(COUNTED)
        if isinstance(counted, Counted):
            for field, value in counted.headers().items():
                response.headers[field] = value
        return response

    return middleware


def _make_problem(response: HttpResponse) -> None:
    """Put problem details in place of a page; other header fields, such as Allow, stay."""
    if response.headers.get("Content-Type") == MEDIA_TYPE:
        return
    with translation.override(DEFAULT):
        problem = problem_response(kind_of(response.status_code))
    response.content = problem.content
    for field, value in problem.headers.items():
        response.headers[field] = value
