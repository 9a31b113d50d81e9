"""Sectors and posts of the published wages, as the forms that ask for them name them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# The sections of the national classification of industries, GB/T 4754-2017.
SECTORS: dict[str, str] = {
    "A": gettext_noop("A Farming, forestry, fishery"),
    "B": gettext_noop("B Mining"),
    "C": gettext_noop("C Manufacturing"),
    "D": gettext_noop("D Power, heat, gas and water supply"),
    "E": gettext_noop("E Construction"),
    "F": gettext_noop("F Wholesale and retail trade"),
    "G": gettext_noop("G Transport, storage and post"),
    "H": gettext_noop("H Hotels and catering"),
    "I": gettext_noop("I Software and information services"),
    "J": gettext_noop("J Finance"),
    "K": gettext_noop("K Real estate"),
    "L": gettext_noop("L Leasing and business services"),
    "M": gettext_noop("M Research and technical services"),
    "N": gettext_noop("N Water, environment, public facilities"),
    "O": gettext_noop("O Household services, repair and others"),
    "P": gettext_noop("P Education"),
    "Q": gettext_noop("Q Health and social work"),
    "R": gettext_noop("R Culture, sports and entertainment"),
    "S": gettext_noop("S Public administration and organisations"),
}
POSTS: dict[str, str] = {
    "managers": gettext_noop("Middle managers and above"),
    "professionals": gettext_noop("Professionals and technicians"),
    "clerks": gettext_noop("Office clerks"),
    "services": gettext_noop("Service workers"),
    "production": gettext_noop("Production and manufacturing"),
}


def sector_names() -> dict[str, str]:
    """The sectors' names by their letters."""
    return {code: _(name) for code, name in SECTORS.items()}


def post_names() -> dict[str, str]:
    """The posts' names by their codes."""
    return {code: _(name) for code, name in POSTS.items()}
