"""What home prices are expected to do: a city's last change, which fades to nothing."""

from __future__ import annotations

from advisor.engine.question import Question

FADE_YEARS = 3  # over which the last change of home prices fades to nothing (conventions)


def price_growth(question: Question, city: str) -> tuple[float, float]:
    """Last yearly change of home prices and their volatility: the city's own index, else ours."""
    change = question.reference.newest(city, "hpi_secondhand_change_1y")
    risk = question.reference.newest(city, "hpi_secondhand_volatility_year")
    return (
        question.assumptions["home_price_growth_other"] if change is None else change.value,
        question.assumptions["home_price_sd_other"] if risk is None else risk.value,
    )


def fading(growth: float, years: int) -> list[float]:
    """The growth expected in each of the years ahead."""
    return [growth * max(0.0, (FADE_YEARS + 1 - year) / FADE_YEARS) for year in range(1, years + 1)]
