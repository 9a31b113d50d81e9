"""A feed's mapping as plain fields: from what staff type to what is stored, and back.

A line of a list is `what the source writes = what it means`.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from advisor.mapping_rules import EMPTY, MOST_ENTRIES, MOST_TEXT, PARTS

TIDY, LONG = "tidy", "long"
SPREADS = {"periods": "period", "indicators": "indicator"}
ANY_INDICATOR = "*"
FULL_WIDTH = str.maketrans({"＝": "="})


def pairs(text: str) -> dict[str, str]:
    """The lines of a list by their left side. Raises ValidationError naming the wrong line."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        left, _sign, right = (part.strip() for part in line.translate(FULL_WIDTH).rpartition("="))
        if not (left and right):
            raise ValidationError(
                _("Line %(number)s is “%(line)s”: write “what the source says = what it means”.")
                % {"number": number, "line": line.strip()[:60]}
            )
        if left in found:
            raise ValidationError(
                _("Line %(number)s: “%(left)s” stands twice.") % {"number": number, "left": left}
            )
        found[left] = right
    _check_lengths(found)
    return found


def _check_lengths(found: Mapping[str, str]) -> None:
    if len(found) > MOST_ENTRIES:
        raise ValidationError(_("At most %(most)s lines can be kept.") % {"most": MOST_ENTRIES})
    for text in (*found, *found.values()):
        if len(text) > MOST_TEXT:
            raise ValidationError(
                _("“%(text)s…” is longer than %(most)s characters.")
                % {"text": text[:40], "most": MOST_TEXT}
            )


def lines(found: Mapping[str, str]) -> str:
    """The list as it is typed."""
    return "\n".join(f"{left} = {right}" for left, right in found.items())


def mapping(typed: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping that the filled-in fields make; nothing of what is left at its default."""
    if typed["format"] == "publisher":
        return _given({"indicators": typed["indicators"], "level_source": typed["level_source"]})
    if typed["shape"] == TIDY:
        return {}
    return _given(
        {
            **_place_of_table(typed),
            "columns": _parts(typed, "column"),
            "constants": _parts(typed, "text"),
            "wide": _wide(typed),
            "units": {**_given({ANY_INDICATOR: typed["unit"]}), **typed["units"]},
            "indicators": typed["indicators"],
            "decimal": typed["decimal"] if typed["decimal"] != "." else "",
            "thousands": typed["thousands"],
            "empty": _without_value(typed["empty"]),
            "place_level": typed["place_level"],
        }
    )


def typed_from(stored: Mapping[str, Any], form: str) -> dict[str, Any]:
    """What the fields show of a stored mapping."""
    wide = stored.get("wide") or {}
    shapes = {spread: shape for shape, spread in SPREADS.items()}
    units = dict(stored.get("units", {}))
    tidy = not stored and form == "csv"
    return {
        "shape": TIDY if tidy else shapes.get(wide.get("each_is", ""), LONG),
        "table": stored.get("table", ""),
        "records": stored.get("records", ""),
        "heading_row": stored.get("heading_row"),
        **{f"{part}_column": text for part, text in stored.get("columns", {}).items()},
        **{f"{part}_text": text for part, text in stored.get("constants", {}).items()},
        "wide_columns": lines(wide.get("columns", {})),
        "unit": units.pop(ANY_INDICATOR, ""),
        "units": lines(units),
        "indicators": lines(stored.get("indicators", {})),
        "decimal": stored.get("decimal", "."),
        "thousands": stored.get("thousands", ""),
        "empty": "\n".join(filter(None, stored.get("empty", EMPTY))),
        "place_level": stored.get("place_level", ""),
        "level_source": stored.get("level_source", ""),
    }


def spread_of(typed: Mapping[str, Any]) -> str | None:
    """What each column of a wide table stands for; None where the table is not wide."""
    return SPREADS.get(typed["shape"])


def _place_of_table(typed: Mapping[str, Any]) -> dict[str, Any]:
    table = typed["table"].strip()
    return {
        "table": int(table) if table.isascii() and table.isdecimal() else table,
        "records": typed["records"],
        "heading_row": typed["heading_row"],
    }


def _parts(typed: Mapping[str, Any], where: str) -> dict[str, str]:
    return _given({part: typed.get(f"{part}_{where}", "") for part in PARTS})


def _wide(typed: Mapping[str, Any]) -> dict[str, Any]:
    spread = spread_of(typed)
    return {"each_is": spread, **_given({"columns": typed["wide_columns"]})} if spread else {}


def _without_value(texts: str) -> list[str]:
    """The texts that stand for no value; nothing where they are those that always do."""
    found = ["", *(line.strip() for line in texts.splitlines() if line.strip())]
    return [] if set(found) == set(EMPTY) else found


def _given(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in parts.items() if value}
