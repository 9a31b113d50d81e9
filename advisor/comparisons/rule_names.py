"""Names of the rules of pay in the active language, by the engine's codes (`pension.base`)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

PARTS = {
    "pension": gettext_noop("pension"),
    "medical": gettext_noop("medical"),
    "unemployment": gettext_noop("unemployment"),
    "injury": gettext_noop("work injury"),
    "maternity": gettext_noop("maternity"),
    "housing_fund": gettext_noop("housing fund"),
}
VALUES = {
    "base": gettext_noop("base"),
    "employee_rate": gettext_noop("employee's rate"),
    "employer_rate": gettext_noop("employer's rate"),
    "employee_flat": gettext_noop("employee's flat amount"),
    "rate_range": gettext_noop("range of rates"),
    "minimum_wage": gettext_noop("minimum wage as floor"),
    "cap_in_average_wages": gettext_noop("average wages as cap"),
}


def part_names(parts: Iterable[str]) -> str:
    """The insurances (and the fund) in a row."""
    return _(", ").join(_(PARTS[part]) for part in parts)


def rule_names(rules: Iterable[str]) -> str:
    """The rules named once each, in the order given, gathered by what they are part of."""
    gathered: dict[str, list[str]] = {}
    for rule in dict.fromkeys(rules):
        part, value = rule.split(".")
        gathered.setdefault(part, []).append(_(VALUES[value]))
    comma, semicolon = _(", "), _("; ")
    return semicolon.join(
        _("{part} ({values})").format(part=_(PARTS[part]), values=comma.join(values))
        for part, values in gathered.items()
    )
