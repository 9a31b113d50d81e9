"""The HTTP API, version 1: its operations, and what is answered where one raises."""

from __future__ import annotations

import logging

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_noop as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from ninja.errors import HttpError

from advisor.api import cities, documents
from advisor.api.languages import in_english
from advisor.api.openapi import DocumentedAPI
from advisor.api.problem_kinds import FAULTY, UNAVAILABLE, kind_of
from advisor.api.problems import ProblemError, problem_response
from advisor.comparisons.faults import FaultyDocumentError
from advisor.datasets.loading import NoEditionError

logger = logging.getLogger(__name__)
FRESH_FOR = 3600  # seconds
RETRY_AFTER = 10  # seconds, where the database is away

api = DocumentedAPI(
    title="Quliu",
    version="1.0.0",
    description=_(
        "Should I go or stay? Pay, housing and living compared between cities in China, each"
        " figure with its source. The documents are those of the command line. No key is needed,"
        " and nothing that is sent is stored."
    ),
    urls_namespace="api",
    docs_url=None,  # advisor/api/docs_page.py, in both languages
    docs_decorator=lambda view: in_english(
        cache_control(public=True, max_age=FRESH_FOR)(conditional_page(require_safe(view)))
    ),
    openapi_extra={"info": {"license": {"name": "MIT", "identifier": "MIT"}}},
)
api.add_decorator(in_english, mode="view")
api.add_router("", documents.router)
api.add_router("", cities.router)


@api.exception_handler(ProblemError)
def problem(request: HttpRequest, error: ProblemError) -> HttpResponse:
    return problem_response(error.kind, detail=error.detail, faults=error.faults)


@api.exception_handler(FaultyDocumentError)
def faulty(request: HttpRequest, error: FaultyDocumentError) -> HttpResponse:
    return problem_response(FAULTY, faults=error.faults)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What django-ninja itself refuses: too many requests."""
    return problem_response(kind_of(error.status_code))


@api.exception_handler(NoEditionError)
def no_data(request: HttpRequest, error: NoEditionError) -> HttpResponse:
    return problem_response(UNAVAILABLE, detail=str(error))


@api.exception_handler(InterfaceError)
@api.exception_handler(OperationalError)
def no_database(request: HttpRequest, error: Exception) -> HttpResponse:
    logger.error("the database does not answer", exc_info=error)
    response = problem_response(UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
