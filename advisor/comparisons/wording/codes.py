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
}
