"""Reading a request that asks with a document."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, UnreadablePostError
from django.utils.translation import gettext

from advisor.api.problem_kinds import (
    LENGTH_REQUIRED,
    NOT_ACCEPTABLE,
    NOT_JSON_TYPE,
    TOO_LARGE,
    UNREADABLE,
)
from advisor.api.problems import ProblemError
from advisor.comparisons.faults import FaultyDocumentError
from advisor.comparisons.json_documents import json_document

JSON = "application/json"
MOST_BYTES = 1_000_000  # many times what the longest document that can be answered takes


def check_acceptable(request: HttpRequest) -> None:
    """Raise ProblemError for a client that says that it does not take JSON."""
    if not request.accepts(JSON):
        raise ProblemError(NOT_ACCEPTABLE)


def document_in(request: HttpRequest) -> Any:
    """The document in the body, its numbers exactly as written.

    Raises ProblemError for a body that is no JSON, is not said to be, or is too large.
    """
    if "Content-Length" not in request.headers and "Transfer-Encoding" in request.headers:
        raise ProblemError(LENGTH_REQUIRED)
    if _length(request) > MOST_BYTES:
        most = gettext("A body has at most {most} bytes.").format(most=f"{MOST_BYTES:,}")
        raise ProblemError(TOO_LARGE, detail=most)
    if request.content_type != JSON:
        raise ProblemError(NOT_JSON_TYPE)
    try:
        return json_document(request.body)
    except UnreadablePostError as error:
        raise ProblemError(UNREADABLE) from error
    except FaultyDocumentError as error:
        raise ProblemError(UNREADABLE, faults=error.faults) from error


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
