"""The kinds of problems that the API answers with: a name, a status and words for each."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.utils.translation import gettext_lazy

EXPLAINED_AT = "/api/v1/docs#"  # by RFC 9457 a whole path, the same on every host


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of problem: its name in `type`, and what is said of it where nothing is nearer."""

    name: str
    status: int
    title: Any
    detail: Any

    @property
    def type(self) -> str:
        return f"{EXPLAINED_AT}{self.name}" if self.name else "about:blank"


UNREADABLE = Kind(
    name="unreadable",
    status=400,
    title=gettext_lazy("The request can't be read"),
    detail=gettext_lazy("The body must be one JSON document in UTF-8, the rest well-formed HTTP."),
)
NOT_FOUND = Kind(
    name="not-found",
    status=404,
    title=gettext_lazy("There is nothing at this address"),
    detail=gettext_lazy("The addresses that answer are listed in /api/v1/openapi.json."),
)
METHOD_NOT_ALLOWED = Kind(
    name="method-not-allowed",
    status=405,
    title=gettext_lazy("This address does not answer that method"),
    detail=gettext_lazy("The Allow header names the methods that it answers."),
)
NOT_ACCEPTABLE = Kind(
    name="not-acceptable",
    status=406,
    title=gettext_lazy("The answer exists in JSON only"),
    detail=gettext_lazy("The Accept header of the request rules out application/json."),
)
LENGTH_REQUIRED = Kind(
    name="length-required",
    status=411,
    title=gettext_lazy("The length of the body is missing"),
    detail=gettext_lazy("A body must come with its Content-Length; it can't be sent in chunks."),
)
PRECONDITION_FAILED = Kind(
    name="precondition-failed",
    status=412,
    title=gettext_lazy("The data is not what the request asks for"),
    detail=gettext_lazy("If-Match names another edition of the data than the one in force."),
)
TOO_LARGE = Kind(
    name="too-large",
    status=413,
    title=gettext_lazy("The body is too large"),
    detail=gettext_lazy("The body is larger than what is read here."),
)
NOT_JSON_TYPE = Kind(
    name="unsupported-media-type",
    status=415,
    title=gettext_lazy("The body must be sent as JSON"),
    detail=gettext_lazy("Send the header Content-Type: application/json."),
)
FAULTY = Kind(
    name="faulty",
    status=422,
    title=gettext_lazy("Something in the request is not right"),
    detail=gettext_lazy("Each entry of errors names one place and says what is wrong there."),
)
TOO_MANY = Kind(
    name="too-many-requests",
    status=429,
    title=gettext_lazy("Too many requests"),
    detail=gettext_lazy("Wait for as many seconds as Retry-After says, then ask again."),
)
INTERNAL = Kind(
    name="internal",
    status=500,
    title=gettext_lazy("Something went wrong here"),
    detail=gettext_lazy("The fault is ours, and it has been logged."),
)
UNAVAILABLE = Kind(
    name="unavailable",
    status=503,
    title=gettext_lazy("No answer at the moment"),
    detail=gettext_lazy("The data can't be reached: try again in a moment."),
)
KINDS = (
    *(UNREADABLE, NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, LENGTH_REQUIRED),
    *(PRECONDITION_FAILED, TOO_LARGE, NOT_JSON_TYPE, FAULTY, TOO_MANY, INTERNAL, UNAVAILABLE),
)
_BY_STATUS = {kind.status: kind for kind in KINDS}


def kind_of(status: int) -> Kind:
    """The kind for a status that something other than the API itself answered with."""
    return _BY_STATUS.get(status) or _unnamed(HTTPStatus(status))


def _unnamed(status: HTTPStatus) -> Kind:
    """A status of which nothing more is known: by RFC 9457 its phrase is the title."""
    return Kind(name="", status=status, title=status.phrase, detail=status.description)
