"""Words for figures: value with unit, period, range, rung of the ladder, status, basis."""

from __future__ import annotations

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from advisor.comparisons.wording.errors import UnknownCodeError
from advisor.engine.reference import Figure, Observation
from advisor.web.money import number, percent

RUNGS: dict[str, str] = {
    "own": gettext_noop("the place's own figure"),
    "city": gettext_noop("city figure used instead"),
    "province": gettext_noop("provincial figure used instead"),
    "region": gettext_noop("figure of the region used instead"),
    "nation": gettext_noop("national figure used instead"),
    "stand_in": gettext_noop("figure of another place used instead"),
    "estimate": gettext_noop("estimate"),
}

STATUSES: dict[str, str] = {
    "b": gettext_noop("break in the series"),
    "d": gettext_noop("definition differs"),
    "e": gettext_noop("estimated"),
    "i": gettext_noop("taken over from elsewhere"),
    "p": gettext_noop("preliminary"),
    "u": gettext_noop("low reliability"),
}

RANGES: dict[str, str] = {
    "quartiles": gettext_noop("middle half: {low} to {high}"),
    "deciles": gettext_noop("8 in 10: {low} to {high}"),
    "months": gettext_noop("lowest and highest month: {low} and {high}"),
    "places": gettext_noop("lowest and highest place: {low} and {high}"),
    "extremes": gettext_noop("lowest and highest: {low} and {high}"),
}

BASES: dict[str, str] = {
    "measured": gettext_noop("measured"),
    "convention": gettext_noop("our assumption"),
    "yours": gettext_noop("yours"),
}

MARKS: dict[str, str] = {
    "pack": gettext_noop("founded on the data"),
    "common": gettext_noop("a usual convention"),
    "choice": gettext_noop("our choice, without a source"),
    "to_check": gettext_noop("believed, no source found yet"),
}

UNITS: dict[str, str] = {
    "CNY": gettext_noop("CNY {value}"),
    "CNY/year": gettext_noop("CNY {value} a year"),
    "CNY/month": gettext_noop("CNY {value} a month"),
    "CNY/person/year": gettext_noop("CNY {value} a head and year"),
    "CNY/m2": gettext_noop("CNY {value} per m²"),
    "CNY/m2/month": gettext_noop("CNY {value} per m² a month"),
    "CNY/m2/season": gettext_noop("CNY {value} per m² a season"),
    "CNY/km": gettext_noop("CNY {value} per km"),
    "m2": gettext_noop("{value} m²"),
    "months": gettext_noop("months: {value}"),
    "years": gettext_noop("years: {value}"),
    "months of rent": gettext_noop("months of rent: {value}"),
    "trips a year": gettext_noop("trips a year: {value}"),
    "degrees north": gettext_noop("{value}° north"),
    "min": gettext_noop("{value} min"),
    "km": gettext_noop("{value} km"),
    "deg C": gettext_noop("{value} °C"),
    "ug/m3": gettext_noop("{value} µg/m³"),
    "persons": gettext_noop("{value} people"),
}
SHARES: dict[str, str] = {
    "fraction": "{value}",
    "fraction a year": gettext_noop("{value} a year"),
    "fraction a month": gettext_noop("{value} a month"),
}
PLAIN_UNITS = {"ratio", "index", "count", "multiple", "exponent", "correlation"}


def unit_amount(value: float, unit: str) -> str:
    """A value with its unit. Raises UnknownCodeError for a unit without words."""
    if unit in SHARES:
        return _(SHARES[unit]).format(value=percent(value, 2))
    decimals = 0 if abs(value) >= 1000 else 2
    if unit in PLAIN_UNITS:
        return number(value, 3 if abs(value) < 10 else decimals)
    try:
        return _(UNITS[unit]).format(value=number(value, decimals))
    except KeyError as error:
        raise UnknownCodeError(unit) from error


def figure_value(figure: Figure, unit: str) -> str:
    """The figure's value with its unit."""
    return unit_amount(figure.value, unit)


def range_words(observation: Observation, unit: str) -> str:
    """What low and high are and their values; empty where the figure has no range."""
    if observation.low is None or observation.high is None:
        return ""
    low, high = unit_amount(observation.low, unit), unit_amount(observation.high, unit)
    return _(RANGES[observation.range_kind]).format(low=low, high=high)


def period_words(period: str) -> str:
    """`2026-06` as `2026年6月` and `June 2026`; years and days likewise."""
    parts = [int(part) for part in period.split("-")]
    if not (get_language() or "").startswith("zh"):
        return _english_period(parts)
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def rung_word(rung: str) -> str:
    """How far up the ladder a figure was found."""
    return _(RUNGS[rung])


def status_words(status: str) -> tuple[str, ...]:
    """The meaning of each status letter."""
    return tuple(_(STATUSES[letter]) for letter in status)


def basis_word(basis: str) -> str:
    """Whether an amount is measured, assumed or typed."""
    return _(BASES[basis])


def mark_word(mark: str) -> str:
    """How well a convention is founded."""
    return _(MARKS[mark])


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def _english_period(parts: list[int]) -> str:
    match parts:
        case [year]:
            return str(year)
        case [year, month]:
            return f"{MONTH_NAMES[month - 1]} {year}"
        case [year, month, day]:
            return f"{day} {MONTH_NAMES[month - 1]} {year}"
        case _:
            return "-".join(str(part) for part in parts)
