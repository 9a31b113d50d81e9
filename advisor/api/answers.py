"""Answers to documents, each in the language that its document asks for."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from advisor.api.problem_kinds import FAULTY
from advisor.api.problems import problem_response
from advisor.api.requests import JSON, check_acceptable, document_in
from advisor.comparisons.document_command import language_of
from advisor.comparisons.faults import FaultyDocumentError

type Answer = Callable[[Any], dict[str, Any]]


def answered(request: HttpRequest, answer: Answer) -> HttpResponse:
    """The answer to the document in the request, or what is wrong with the document.

    `answer` works it out in the active language. Raises ProblemError for a request that holds
    no document, and what else the API answers in English.
    """
    check_acceptable(request)
    document = document_in(request)
    with translation.override(language_of(document)):
        try:
            response = json_response(answer(document))
        except FaultyDocumentError as error:
            return problem_response(FAULTY, faults=error.faults)
        response.headers["Content-Language"] = language_of(document)
        response.headers["Cache-Control"] = "no-store"  # what people earn is kept by nobody
        return response


def json_response(answer: Any) -> HttpResponse:
    """The answer as JSON: the command line's values, without its line breaks."""
    content = json.dumps(answer, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return HttpResponse(content, content_type=JSON)
