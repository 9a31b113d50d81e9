"""Words for parameters that are codes themselves, by the parameter's name."""

from __future__ import annotations

from django.utils.translation import gettext_noop

CODES: dict[str, dict[str, str]] = {
    "kind": {
        "dormitory": gettext_noop("a staff dormitory"),
        "room": gettext_noop("a room in a shared flat"),
        "one_bed": gettext_noop("a one-bedroom flat"),
        "two_bed": gettext_noop("a two-bedroom flat"),
        "three_bed": gettext_noop("a three-bedroom flat"),
        "area": gettext_noop("a flat of that area"),
    },
    "level": {
        "low": gettext_noop("low"),
        "typical": gettext_noop("typical"),
        "high": gettext_noop("high"),
    },
    "basket": {
        "get_by": gettext_noop("getting by"),
        "typical": gettext_noop("typical"),
        "comfortable": gettext_noop("comfortable"),
    },
    "school": {
        "public": gettext_noop("a place at a public school"),
        "unsure": gettext_noop("not sure of a public school"),
        "private": gettext_noop("a private school"),
    },
    "rung": {
        "own": gettext_noop("city"),
        "city": gettext_noop("city"),
        "province": gettext_noop("province"),
        "region": gettext_noop("region"),
        "nation": gettext_noop("nation"),
        "stand_in": gettext_noop("stand-in"),
        "estimate": gettext_noop("estimate"),
    },
    "deduction": {
        "infant_care_under_3": gettext_noop("care of infants"),
        "children_education": gettext_noop("children's education"),
        "continuing_education": gettext_noop("further study"),
        "elderly_support": gettext_noop("support of parents"),
        "housing_rent": gettext_noop("rent"),
        "housing_loan_interest": gettext_noop("mortgage interest"),
    },
}
