"""What is wrong with a document: one fault a place in it, one clear sentence a fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext, gettext_lazy
from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at a path of the document (`months[0].gross`; empty: the whole document)."""

    path: str
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


class FaultyDocumentError(ValueError):
    """A document that cannot be answered, with everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(", ".join(f"{fault.path} {fault.code}" for fault in self.faults))


def fault_error(code: str, /, **params: Any) -> PydanticCustomError:
    """What a validator raises for a fault of that code; see SENTENCES."""
    return PydanticCustomError(code, code, params)


def faults_of(error: ValidationError, document: Any) -> tuple[Fault, ...]:
    """The faults that pydantic found in the document, in its order, one a path."""
    found: dict[str, Fault] = {}
    for details in error.errors(include_url=False):
        fault = _fault(details, document)
        found.setdefault(fault.path, fault)
    return tuple(found.values())


def path_of(location: Iterable[int | str], document: Any) -> str:
    """The path of a pydantic location, without the union tags that the document doesn't hold."""
    path, here = "", document
    steps = list(location)
    for position, step in enumerate(steps):
        is_last = position == len(steps) - 1
        if isinstance(here, list) and isinstance(step, int):
            path += f"[{step}]"
            here = here[step] if step < len(here) else None
        elif isinstance(here, dict) and (step in here or is_last):
            path += f".{step}" if path else str(step)
            here = here.get(step)
    return path


def sentence(fault: Fault, *, name: str | None = None) -> str:
    """The fault in one sentence in the active language, about `name` or else its path."""
    template = SENTENCES.get(fault.code)
    subject = name or fault.path or gettext("The document")
    if template is None:
        return gettext("%(field)s is not valid.") % {"field": subject}
    return str(template) % {**fault.params, "field": subject}


def _fault(details: ErrorDetails, document: Any) -> Fault:
    code = details["type"]
    location = details["loc"]
    params = dict(details.get("ctx", {}))
    if "expected" in params:
        params["expected"] = ", ".join(re.findall(r"'([^']*)'", str(params["expected"])))
    if isinstance(at := params.pop("at", None), tuple | list):
        location = (*location, *at)
    return Fault(path_of(location, document), code, params)


_whole_number = gettext_lazy("%(field)s must be a whole number.")
_object = gettext_lazy("%(field)s must be an object of keys and values.")
_list = gettext_lazy("%(field)s must be a list.")
_one_of = gettext_lazy("%(field)s must be one of: %(expected)s.")
_day = gettext_lazy("%(field)s must be a day such as 2026-11-01.")

# One sentence a code: pydantic's own codes first, then those of our validators.
SENTENCES: Mapping[str, Any] = {
    "missing": gettext_lazy("%(field)s is missing."),
    "extra_forbidden": gettext_lazy("%(field)s is not a known key."),
    "greater_than_equal": gettext_lazy("%(field)s must be at least %(ge)s."),
    "greater_than": gettext_lazy("%(field)s must be more than %(gt)s."),
    "less_than_equal": gettext_lazy("%(field)s must be at most %(le)s."),
    "less_than": gettext_lazy("%(field)s must be less than %(lt)s."),
    "literal_error": _one_of,
    "enum": _one_of,
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "int_parsing": _whole_number,
    "int_parsing_size": _whole_number,
    "float_type": gettext_lazy("%(field)s must be a number without quotes."),
    "finite_number": gettext_lazy("%(field)s must be a finite number."),
    "string_type": gettext_lazy("%(field)s must be text in quotes."),
    "string_too_short": gettext_lazy("%(field)s must not be empty."),
    "string_too_long": gettext_lazy("%(field)s must have at most %(max_length)s characters."),
    "string_pattern_mismatch": gettext_lazy("%(field)s is not written as it must be."),
    "bool_type": gettext_lazy("%(field)s must be true or false."),
    "date_type": _day,
    "date_parsing": _day,
    "date_from_datetime_parsing": _day,
    "date_from_datetime_inexact": _day,
    "list_type": _list,
    "tuple_type": _list,
    "dict_type": _object,
    "model_type": _object,
    "model_attributes_type": _object,
    "mapping_type": _object,
    "too_short": gettext_lazy("%(field)s: at least %(min_length)s must be given."),
    "too_long": gettext_lazy("%(field)s: at most %(max_length)s can be given."),
    # Of our own validators
    "month_parsing": gettext_lazy("%(field)s must be a month such as 2027-01."),
    "insured_base": gettext_lazy(
        "%(field)s must be actual, minimum or none, or an amount in CNY a month."
    ),
    "total_or_categories": gettext_lazy(
        "%(field)s and living_total_home can not both be given: give the total or the categories."
    ),
    "nobody_moves": gettext_lazy("%(field)s says that nobody moves: let at least one earner move."),
    "offer_for_who_stays": gettext_lazy(
        "%(field)s holds an offer for an earner who stays: give null there."
    ),
    "number_type": gettext_lazy("%(field)s must be a number without quotes."),
    "amount_decimals": gettext_lazy("%(field)s must have at most two decimals."),
    "rate_decimals": gettext_lazy("%(field)s must have at most six decimals."),
    "contributions_kind": gettext_lazy(
        "%(field)s must be rules or none, or an object with monthly or by_month."
    ),
    "city_ambiguous": gettext_lazy(
        "%(field)s: “%(name)s” can mean %(candidates)s; name one of them by its code."
    ),
    "not_a_city": gettext_lazy(
        "%(field)s: “%(name)s” is not a city; cities there are %(candidates)s."
    ),
    "city_not_found": gettext_lazy(
        "%(field)s: there is no city “%(name)s”; did you mean %(candidates)s?"
    ),
    "city_unknown": gettext_lazy("%(field)s: there is no city “%(name)s”."),
    "province_unknown": gettext_lazy("%(field)s: there is no province “%(name)s”."),
    "too_much_at_once": gettext_lazy(
        "%(field)s: %(cities)s cities × %(draws)s draws × %(years)s years are more than the"
        " %(most)s years that one request can have simulated."
    ),
    "month_order": gettext_lazy(
        "%(field)s must come after month %(before)s: months stand in order, each once."
    ),
    "one_a_month": gettext_lazy("%(field)s must have one amount for each of %(months)s months."),
    "month_not_listed": gettext_lazy("%(field)s is %(month)s, which is not among the months."),
    "no_rule": gettext_lazy("%(field)s: no contribution rules are known for %(place)s."),
    "no_rule_yet": gettext_lazy(
        "%(field)s is too early: the first rules known for %(place)s are of %(day)s."
    ),
    "no_separate_bonus": gettext_lazy(
        "%(field)s can not be separate in %(year)s: the separate tax does not hold in that year."
    ),
    "no_first_wage_rule": gettext_lazy(
        "%(field)s can not be true: the rule does not hold in the first month listed."
    ),
    "not_a_number": gettext_lazy("%(field)s is not a number that can be used here."),
    "not_json": gettext_lazy("%(field)s is not valid JSON: line %(line)s, column %(column)s."),
    "not_text": gettext_lazy("%(field)s is not text in UTF-8."),
    "too_deep": gettext_lazy("%(field)s is nested too deeply."),
    "not_readable": gettext_lazy("%(field)s can not be read: %(reason)s."),
    "huge_number": gettext_lazy("%(field)s holds a number of too many digits."),
    "key_twice": gettext_lazy("%(field)s holds the key %(key)s twice in one object."),
}
