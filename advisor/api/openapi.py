"""The OpenAPI document: django-ninja's, with the request documents, problems and header fields."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.utils import translation
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic import BaseModel

from advisor.api.documented import SCHEMAS
from advisor.api.problem_kinds import KINDS, TOO_MANY, UNAVAILABLE, Kind
from advisor.api.problems import MEDIA_TYPE, problem_document
from advisor.api.request_words import KEYS
from advisor.api.schemas.problem import Problem
from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.net_pay_document import NetPayDocument

ADDED: tuple[type[BaseModel], ...] = (NetPayDocument, CompareDocument, Problem)
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
    for model in ADDED:
        components["schemas"] |= _schemas(model)
    components["headers"] = {
        name: {"description": text, "schema": {"type": "string"}} for name, text in HEADERS.items()
    }
    with translation.override("en"):
        components["responses"] = {kind.name: _problem(kind) for kind in KINDS}
    for schema in components["schemas"].values():
        _drop_titles(schema)
    return document


def _schemas(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model and of all its parts, each key in words."""
    whole = model.model_json_schema(ref_template=SCHEMAS + "{model}")
    found = {**whole.pop("$defs", {}), model.__name__: whole}
    for name, words in KEYS.items():
        for key, said in words.items() if name in found else ():
            found[name]["properties"][key] |= said
    return found


def _problem(kind: Kind) -> dict[str, Any]:
    retry = {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}
    rate = {name: {"$ref": f"#/components/headers/{name}"} for name in list(HEADERS)[:2]}
    headers = {**retry, **rate} if kind is TOO_MANY else retry if kind is UNAVAILABLE else {}
    content = {
        "schema": {"$ref": f"{SCHEMAS}{Problem.__name__}"},
        "examples": {"example": {"value": problem_document(kind)}},
    }
    return {
        "description": f"{kind.title}. {kind.detail}",
        "headers": headers,
        "content": {MEDIA_TYPE: content},
    }


def _drop_titles(schema: dict[str, Any]) -> None:
    """Take out the titles that pydantic makes of the names of keys."""
    for part in schema.get("properties", {}).values():
        part.pop("title", None)
