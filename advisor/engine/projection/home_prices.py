"""What home prices are expected to do: a city's last change, which fades to nothing."""

from __future__ import annotations

from advisor.engine.question import Question, distance_km
from advisor.engine.reference import Level

FADE_YEARS = 3  # over which the last change of home prices fades to nothing (conventions)


CHANGE, RISK = "hpi_secondhand_change_1y", "hpi_secondhand_volatility_year"


def price_growth(question: Question, city: str) -> tuple[float, float]:
    """Last yearly change of home prices and their volatility: the city's own index, else ours."""
    change = question.reference.newest(city, CHANGE)
    risk = question.reference.newest(city, RISK)
    return (
        question.assumptions["home_price_growth_other"] if change is None else change.value,
        question.assumptions["home_price_sd_other"] if risk is None else risk.value,
    )


def indexed_city(question: Question, city: str) -> str | None:
    """The city whose price index stands for this one: its own, the named stand-in, or the nearest.

    Only its movement and its risk may be used, never its level (data.md). None without any index.
    """
    if _is_indexed(question, city):
        return city
    for row in question.reference.rule_files.get("stand_ins", {}).get("stand_ins", ()):
        if row["adcode"] == city and CHANGE.startswith(row["indicator_prefix"]):
            named = [one for one in row["use_adcodes"] if _is_indexed(question, one)]
            if named:
                return str(named[0])
    here = question.place(city)
    far = {
        place.adcode: distance_km(here, place)
        for place in question.reference.places.values()
        if place.level is Level.CITY and _is_indexed(question, place.adcode)
    }
    known = {adcode: km for adcode, km in far.items() if km is not None}
    return min(known, key=lambda adcode: known[adcode], default=None)


def _is_indexed(question: Question, city: str) -> bool:
    return question.reference.newest(city, CHANGE) is not None


def fading(growth: float, years: int) -> list[float]:
    """The growth expected in each of the years ahead."""
    return [growth * max(0.0, (FADE_YEARS + 1 - year) / FADE_YEARS) for year in range(1, years + 1)]
