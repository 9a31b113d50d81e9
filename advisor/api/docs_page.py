"""`/api/v1/docs`: the OpenAPI document as a page of this site, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from advisor.api.problem_kinds import KINDS, Kind
from advisor.api.schema_tables import (
    KeyRow,
    Schema,
    limits,
    schema_tables,
    translated,
    type_words,
)
from advisor.api.schemas.problem import Problem
from advisor.api.v1 import api
from advisor.web.methods import answers


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationView:
    """One operation as the page shows it. `request` and `answer` name tables."""

    name: str
    method: str
    path: str
    title: str
    meaning: str
    parameters: tuple[KeyRow, ...]
    request: str
    request_example: str
    answer: str
    answer_example: str
    problems: tuple[Kind, ...]


@answers("GET")
def api_docs(request: HttpRequest) -> HttpResponse:
    """The page; it loads nothing but this site's own style sheets."""
    document = api.get_openapi_schema()
    operations = tuple(_operations(document))
    roots = [name for one in operations for name in (one.request, one.answer) if name]
    context = {
        "introduction": translated(document["info"]["description"]),
        "operations": operations,
        "problems": KINDS,
        "tables": schema_tables(document["components"]["schemas"], [*roots, Problem.__name__]),
    }
    return render(request, "api/docs.html", context)


def _operations(document: Mapping[str, Any]) -> Iterator[OperationView]:
    schemas = document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            answer = operation["responses"][200]["content"]["application/json"]
            yield OperationView(
                name=operation["operationId"],
                method=method.upper(),
                path=path,
                title=translated(operation["summary"]),
                meaning=translated(operation["description"]),
                parameters=tuple(_parameters(operation, schemas)),
                request=_table(body),
                request_example=_example(body),
                answer=_table(answer),
                answer_example=_example(answer),
                problems=tuple(kind for kind in KINDS if kind.status in operation["responses"]),
            )


def _parameters(operation: Mapping[str, Any], schemas: Mapping[str, Schema]) -> Iterator[KeyRow]:
    for parameter in operation["parameters"]:
        schema = parameter["schema"]
        yield KeyRow(
            name=parameter["name"],
            is_required=parameter["required"],
            types=tuple(type_words(schema, schemas)),
            limits=limits(schema),
            default=json.dumps(schema["default"]) if "default" in schema else "",
            meaning=translated(parameter.get("description", "")),
        )


def _table(content: Mapping[str, Any]) -> str:
    return str(content["schema"]["$ref"]).rpartition("/")[2] if content else ""


def _example(content: Mapping[str, Any]) -> str:
    if not content:
        return ""
    return json.dumps(content["examples"]["example"]["value"], ensure_ascii=False, indent=2)
