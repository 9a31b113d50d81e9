"""Problem details (RFC 9457): every error of the API, in one shape."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import get_language

from advisor.api.problem_kinds import Kind
from advisor.comparisons.faults import Fault, sentence

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """A request that is answered with a problem of that kind."""

    def __init__(self, kind: Kind, *, detail: str = "", faults: Iterable[Fault] = ()) -> None:
        self.kind, self.detail, self.faults = kind, detail, tuple(faults)
        super().__init__(kind.name)


def problem_response(kind: Kind, *, detail: str = "", faults: Iterable[Fault] = ()) -> HttpResponse:
    """The answer to a request that has this problem, in the active language."""
    body = problem_document(kind, detail=detail, faults=faults)
    # Half a sign (from an escape like \ud800) stays the escape that it was.
    content = json.dumps(body, ensure_ascii=False).encode(errors="backslashreplace")
    headers = {
        "Cache-Control": "no-store",
        "Content-Language": get_language() or "en",
        "Content-Length": str(len(content)),
    }
    return HttpResponse(content, status=kind.status, content_type=MEDIA_TYPE, headers=headers)


def problem_document(
    kind: Kind, *, detail: str = "", faults: Iterable[Fault] = ()
) -> Mapping[str, Any]:
    """The problem as a document, in the active language."""
    return {
        "type": kind.type,
        "title": str(kind.title),
        "status": kind.status,
        "detail": detail or str(kind.detail),
        "errors": [
            {"path": fault.path, "code": fault.code, "detail": sentence(fault)} for fault in faults
        ],
    }
