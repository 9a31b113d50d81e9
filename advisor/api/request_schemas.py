"""Schemas of the documents that the API takes, each key in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel

from advisor.api.documented import SCHEMAS
from advisor.api.request_words import KEYS
from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.net_pay_document import NetPayDocument
from advisor.datasets.conventions import bundled_conventions

IN_CHINESE = "x-description-zh-hans"  # of what is not translated with the program


def request_schemas() -> dict[str, dict[str, Any]]:
    """Every document and part of one by its name."""
    found = {**named_schemas(NetPayDocument), **named_schemas(CompareDocument)}
    for name, words in KEYS.items():
        for key, said in words.items():
            found[name]["properties"][key] |= said
    assumptions = found["CompareDocument"]["properties"]["assumptions"]
    found["CompareDocument"]["properties"]["assumptions"] = {
        "$ref": f"{SCHEMAS}Assumptions",
        "description": assumptions["description"],
    }
    return {**found, "Assumptions": _assumptions()}


def named_schemas(model: type[BaseModel]) -> dict[str, dict[str, Any]]:
    """The schemas of a model and of all its parts."""
    whole = model.model_json_schema(ref_template=SCHEMAS + "{model}")
    return {**whole.pop("$defs", {}), model.__name__: whole}


def _assumptions() -> dict[str, Any]:
    """The conventions by name: what their values can be, and what they are where none is given."""
    return {
        "type": "object",
        "description": _("Conventions that hold where no other value is given for them."),
        "additionalProperties": False,
        "properties": {
            one.name: {
                "type": "number",
                "minimum": one.bounds[0],
                "maximum": one.bounds[1],
                "default": one.default,
                "description": one.label_en,
                IN_CHINESE: one.label_zh,
            }
            for one in bundled_conventions().values()
        },
    }
