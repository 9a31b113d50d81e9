"""Names of cities and short words for verdicts, for lists of what was saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons.presenters.method.verdicts import NAMES
from advisor.comparisons.saved.keeping import default_name
from advisor.comparisons.wording import place_name
from advisor.datasets.places import gazetteer

SHORT: dict[str, str] = {verdict.value: name for verdict, name in NAMES.items()} | {
    "not_fundable": gettext_noop("Can't be funded yet"),
    "not_enough_data": gettext_noop("Not enough data"),
}


def city_names() -> dict[str, str]:
    """The names of all cities by their code, in the active language."""
    return {place.adcode: place_name(place) for place in gazetteer().places}


def short_verdict(verdict: str) -> str:
    """The verdict in two or three words."""
    return _(SHORT[verdict])


def name_of(gist: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """What to call a comparison that has no name yet."""
    return default_name(names[gist["home"]], [names[one["city"]] for one in gist["cities"]])
