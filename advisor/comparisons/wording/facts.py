"""Facts beside the money: what they are called, and what they say."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons.wording.errors import UnknownCodeError
from advisor.comparisons.wording.figures import unit_amount
from advisor.comparisons.wording.names import language_text
from advisor.engine.result import Fact

KINDS: dict[str, str] = {
    "points": gettext_noop("Points-based registration"),
    "quota": gettext_noop("How many may register"),
    "residence_permit": gettext_noop("From residence permit to registration"),
    "graduates": gettext_noop("Graduates"),
    "talent": gettext_noop("Registration by education"),
    "open": gettext_noop("Household registration"),
    "home_purchase": gettext_noop("Registration for home buyers"),
    "purchase": gettext_noop("Who may buy a home"),
    "school": gettext_noop("Schooling and entrance exam"),
    "distance": gettext_noop("Distance from home"),
    "commute_oneway_min": gettext_noop("Commute, one way"),
    "pm25_annual_mean": gettext_noop("Fine dust in the air (PM2.5)"),
    "jan_temp": gettext_noop("Mean temperature in January"),
    "jul_temp": gettext_noop("Mean temperature in July"),
    "share_age_60_plus": gettext_noop("People aged 60 or more"),
}
UNITS = {
    "distance": "km",
    "commute_oneway_min": "min",
    "pm25_annual_mean": "ug/m3",
    "jan_temp": "deg C",
    "jul_temp": "deg C",
    "share_age_60_plus": "fraction",
}


def fact_label(kind: str) -> str:
    """What a fact is about. Raises UnknownCodeError for a kind without words."""
    try:
        return _(KINDS[kind])
    except KeyError as error:
        raise UnknownCodeError(kind) from error


def fact_text(fact: Fact) -> str:
    """What the fact says: its text, else its figure with the unit."""
    if fact.figure is None:
        return language_text(en=fact.text_en, zh=fact.text_zh)
    return unit_amount(fact.figure.value, UNITS[fact.kind])
