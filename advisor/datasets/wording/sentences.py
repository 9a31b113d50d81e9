"""Codes put in words, in the active language."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from advisor.datasets.places import place_name
from advisor.datasets.wording.desk import DESK_SENTENCES
from advisor.datasets.wording.files import FILE_SENTENCES
from advisor.datasets.wording.findings import FINDING_SENTENCES
from advisor.datasets.wording.mapping import MAPPING_SENTENCES, PART_NAMES
from advisor.datasets.wording.rows import PERIOD_FORMS, ROW_SENTENCES
from advisor.datasets.wording.rules import RULE_SENTENCES
from advisor.datasets.wording.runs import (
    FETCH_SENTENCES,
    OUTCOME_SENTENCES,
    READ_SENTENCES,
    STAGE_NAMES,
)

SENTENCES: dict[str, Promise] = {
    **ROW_SENTENCES,
    **FINDING_SENTENCES,
    **FILE_SENTENCES,
    **READ_SENTENCES,
    **MAPPING_SENTENCES,
    **FETCH_SENTENCES,
    **OUTCOME_SENTENCES,
}


class UnknownCodeError(LookupError):
    """A code without words. It is a fault of this program: a test words every code there is."""


def sentence(code: str, params: Mapping[str, Any] | None = None, **more: Any) -> str:
    """The sentence of a finding, of the reason for which a row was set aside, or of an outcome."""
    return _said(SENTENCES, code, {**(params or {}), **more})


def desk_sentence(code: str, params: Mapping[str, Any] | None = None) -> str:
    """The sentence of how a preview or an upload went: nothing is repeated by itself there."""
    return _said({**SENTENCES, **DESK_SENTENCES}, code, params or {})


def _said(sentences: Mapping[str, Promise], code: str, params: Mapping[str, Any]) -> str:
    if code not in sentences:
        raise UnknownCodeError(code)
    words = {name: _in_words(name, value) for name, value in params.items()}
    return str(sentences[code]) % words


def _in_words(name: str, value: Any) -> str:
    if name in ("examples", "candidates"):
        return "; ".join(_example(one) for one in value)
    if name == "faults":
        return "; ".join(f"{one['path']}: {_said_of_rule(one)}" for one in value)
    if name == "adcode":
        return place_name(str(value))
    if name == "stage":
        return str(STAGE_NAMES.get(value, value))
    if name == "parts":
        return ", ".join(str(PART_NAMES[part]) for part in value)
    if name == "form":
        return str(PERIOD_FORMS.get(value, value))
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def _said_of_rule(fault: Mapping[str, Any]) -> str:
    return str(str(RULE_SENTENCES[fault["code"]]) % fault["params"])


def _example(one: Any) -> str:
    """A place, a move of a figure, or a yield, as it is listed in a sentence."""
    if not isinstance(one, Mapping):
        return place_name(str(one))
    place = place_name(str(one["adcode"]))
    if "yield" in one:
        return _("%(place)s %(percent)s") % {"place": place, "percent": f"{one['yield']:.1%}"}
    what = f"{place} {one['indicator']} {one['period']}"
    return f"{what}: {one['from']:g} → {one['to']:g}" if "from" in one else f"{what}: {one['to']}"
