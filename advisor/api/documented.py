"""What the OpenAPI document says of an operation beside what django-ninja reads from its code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel

from advisor.api.problem_kinds import Kind
from advisor.api.requests import JSON

SCHEMAS = "#/components/schemas/"
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "schema": {"type": "string"},
    "description": _("The ETag of the answer that you have."),
}
EXAMPLES = Path(__file__).parent / "examples"


@cache
def example(name: str) -> Any:
    """The example kept under that name."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def request_document(model: type[BaseModel], example_name: str) -> dict[str, Any]:
    """The body of an operation that takes such a document."""
    content = {
        "schema": {"$ref": f"{SCHEMAS}{model.__name__}"},
        "examples": {"example": {"value": example(example_name)}},
    }
    return {"requestBody": {"required": True, "content": {JSON: content}}}


def parameters(query: type[BaseModel]) -> dict[str, Any]:
    """The parameters of an operation whose answer a client may have already."""
    return {"parameters": [*_query_parameters(query), IF_NONE_MATCH]}


def responses(
    *,
    example_name: str,
    headers: Iterable[str],
    problems: Iterable[Kind],
    may_be_unchanged: bool = False,
) -> dict[str, Any]:
    """The answers of an operation: the good one's example and header fields, and its problems."""
    fields = {name: {"$ref": f"#/components/headers/{name}"} for name in headers}
    good = {
        "headers": fields,
        "content": {JSON: {"examples": {"example": {"value": example(example_name)}}}},
    }
    unchanged = {"description": "What you have is still the answer.", "headers": fields}
    named = {
        kind.status: {"$ref": f"#/components/responses/{kind.name}"}
        for kind in sorted(problems, key=lambda kind: kind.status)
    }
    return {"responses": {200: good} | ({304: unchanged} if may_be_unchanged else {}) | named}


def _query_parameters(query: type[BaseModel]) -> Iterator[dict[str, Any]]:
    for name, schema in query.model_json_schema()["properties"].items():
        schema.pop("title", None)
        description = schema.pop("description")
        if "anyOf" in schema:  # null can't be written in an address: a filter is left out
            (schema,) = [part for part in schema["anyOf"] if part != {"type": "null"}]
        yield {
            "in": "query",
            "name": name,
            "required": False,
            "schema": schema,
            "description": description,
        }
