"""Schemas of the OpenAPI document as tables that people can read, in the active language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from advisor.api.request_schemas import IN_CHINESE

type Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TypeWord:
    """One of the types that a key may have; those with a table of their own link to it."""

    text: str
    table: str = ""
    is_code: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyRow:
    """A key of a document: what may stand there, and what it means."""

    name: str
    is_required: bool
    types: tuple[TypeWord, ...]
    limits: str
    default: str
    meaning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SchemaTable:
    """All keys of one kind of object."""

    name: str
    meaning: str
    rows: tuple[KeyRow, ...]


def schema_tables(schemas: Mapping[str, Schema], roots: Iterable[str]) -> tuple[SchemaTable, ...]:
    """A table for each of these objects, followed by those that it is made of."""
    names = dict.fromkeys(name for root in roots for name in _within(root, schemas))
    return tuple(
        SchemaTable(
            name=name,
            meaning=translated(schemas[name].get("description", "")),
            rows=tuple(_rows(schemas[name], schemas)),
        )
        for name in names
    )


def translated(text: str) -> str:
    """The text of the OpenAPI document in the active language."""
    return _(text) if text else ""


def type_words(schema: Schema, schemas: Mapping[str, Schema]) -> Iterator[TypeWord]:
    """What may stand where the schema holds."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        named = schemas[name]
        yield from [TypeWord(name, name)] if "properties" in named else type_words(named, schemas)
    elif options := schema.get("anyOf") or schema.get("oneOf"):
        for option in options:
            yield from type_words(option, schemas)
    elif "enum" in schema or "const" in schema:
        for value in schema.get("enum", [schema.get("const")]):
            yield TypeWord(str(value), is_code=True)
    elif schema.get("type") == "array":
        for word in type_words(schema["items"], schemas):
            yield TypeWord(_("list of {type}").format(type=word.text), word.table, word.is_code)
    else:
        yield TypeWord(_type_name(schema))


def limits(schema: Schema) -> str:
    """The bounds of a value in words; empty where there are none."""
    for part in (schema, *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        found = _range(part, "minimum", "maximum")
        if found:
            return found
        if found := _range(part, "minItems", "maxItems"):
            return _("{range} entries").format(range=found)
        if found := _range(part, "minLength", "maxLength"):
            return _("{range} characters").format(range=found)
    return ""


def _within(name: str, schemas: Mapping[str, Schema]) -> Iterator[str]:
    """The name and those of all objects below it, each before its own parts."""
    yield name
    for key in schemas[name]["properties"].values():
        for word in type_words(key, schemas):
            if word.table:
                yield from _within(word.table, schemas)


def _rows(schema: Schema, schemas: Mapping[str, Schema]) -> Iterator[KeyRow]:
    is_answer = schema.get("additionalProperties") is not False  # whose keys are always there
    required = () if is_answer else schema.get("required", ())
    for name, key in schema["properties"].items():
        has_default = "default" in key and not isinstance(key["default"], dict)
        yield KeyRow(
            name=name,
            is_required=name in required,
            types=tuple(type_words(key, schemas)),
            limits=limits(key),
            default=json.dumps(key["default"]) if has_default else "",
            meaning=_meaning(key),
        )


def _meaning(key: Schema) -> str:
    if IN_CHINESE in key and (get_language() or "").startswith("zh"):
        return str(key[IN_CHINESE])
    return translated(key.get("description", ""))


def _range(schema: Schema, lowest: str, highest: str) -> str:
    low, high = schema.get(lowest), schema.get(highest)
    if low is None and high is None:
        return ""
    if low is None:
        return _("at most {number}").format(number=_number(high))
    if high is None:
        return _("at least {number}").format(number=_number(low))
    return _("{low} to {high}").format(low=_number(low), high=_number(high))


def _number(value: Any) -> str:
    return f"{value:,.6g}" if isinstance(value, float) and value < 1000 else f"{int(value):,}"


def _type_name(schema: Schema) -> str:
    names = {
        "number": _("number"),
        "integer": _("whole number"),
        "string": _("day") if schema.get("format") == "date" else _("text"),
        "boolean": _("true or false"),
        "object": _("object"),
        "null": "null",
    }
    return names[schema["type"]]
