"""The OpenAPI document: django-ninja's, with the request documents, problems and header fields."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.utils import translation
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from advisor.api.documented import SCHEMAS
from advisor.api.problem_kinds import KINDS, TOO_MANY, UNAVAILABLE, Kind
from advisor.api.problems import MEDIA_TYPE, problem_document
from advisor.api.request_schemas import named_schemas, request_schemas
from advisor.api.schemas.problem import Problem

HEADERS = {
    "RateLimit-Policy": "Requests (q) that an address may make in so many seconds (w).",
    "RateLimit": "Requests that are left (r), and seconds until all are there again (t)."
    " Missing while nothing can be counted.",
    "Retry-After": "Seconds to wait.",
    "ETag": "Marks this answer: the edition of the data and a digest.",
    "Cache-Control": "Who may keep the answer, and for how many seconds.",
    "Content-Language": "Language of the sentences in the answer.",
}


class DocumentedAPI(NinjaAPI):
    """An API whose OpenAPI document is complete."""

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The document; made once a process."""
        return _completed(self)

    def bare_schema(self) -> OpenAPISchema:
        """The document as django-ninja makes it."""
        return super().get_openapi_schema()


@cache
def _completed(api: DocumentedAPI) -> OpenAPISchema:
    document = api.bare_schema()
    components = document["components"]
    components["schemas"] |= request_schemas() | named_schemas(Problem)
    components["headers"] = {
        name: {"description": text, "schema": {"type": "string"}} for name, text in HEADERS.items()
    }
    with translation.override("en"):
        components["responses"] = {kind.name: _problem(kind) for kind in KINDS}
    for schema in components["schemas"].values():
        for key in schema.get("properties", {}).values():
            key.pop("title", None)  # pydantic makes it of the key's name
    return document


def _problem(kind: Kind) -> dict[str, Any]:
    fields = ["Retry-After"] if kind in (TOO_MANY, UNAVAILABLE) else []
    if kind is TOO_MANY:
        fields += ["RateLimit-Policy", "RateLimit"]
    content = {
        "schema": {"$ref": f"{SCHEMAS}{Problem.__name__}"},
        "examples": {"example": {"value": problem_document(kind)}},
    }
    return {
        "description": f"{kind.title}. {kind.detail}",
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in fields},
        "content": {MEDIA_TYPE: content},
    }
