"""One sentence for each code of the engine: `{name}` is filled with the parameter in words."""

from __future__ import annotations

from django.utils.translation import gettext_noop

SENTENCES: dict[str, str] = {
    # how an amount comes about
    "formula.yours": gettext_noop("The amount that you gave."),
    "formula.per_area": gettext_noop("{rate_fen} per m² × {area_m2} m² × {share}"),
    "formula.rent_received": gettext_noop(
        "{rent_fen} asking rent × {paid_share} really paid × {occupied_share} of the time let"
    ),
    "formula.rent_listed": gettext_noop(
        "Rent of {kind} as listed in {period} ({level}), carried to the date of the data"
    ),
    "formula.rent_by_area": gettext_noop("{rent_m2_fen} per m² × {area_m2} m² ({level} level)"),
    "formula.room": gettext_noop("{share} × {flat_fen}, the rent of {kind}"),
    "formula.dormitory": gettext_noop("What a bed in a staff dormitory costs."),
    "formula.living_typed": gettext_noop(
        "{total_fen} that you gave − {utilities_fen} for water, power and gas, which stand apart"
    ),
    "formula.living_estimated": gettext_noop(
        "Urban spending per head without its residence part ({residence_share}):"
        " {per_head_fen} a month, basket “{basket}”, × household size"
    ),
    "formula.living_at_prices_by_rents": gettext_noop(
        "{home_fen} at home × price ratio {ratio}, estimated from the rents of both cities"
    ),
    "formula.living_at_prices_by_levels": gettext_noop(
        "{home_fen} at home × price ratio {ratio}, from the price levels of both cities"
    ),
    "formula.utilities": gettext_noop(
        "{first_fen} for the first person + {further_fen} for each further one; people: {people}"
    ),
    "formula.schooling": gettext_noop(
        "({cost_fen} to raise a child there a month − {within_fen} within daily spending)"
        " × {factor} ({school}); children: {children}"
    ),
    "formula.trips_home": gettext_noop(
        "{trips} trips a year × {each_fen} a head both ways ({km} km apart); people: {heads}"
    ),
    "formula.each_times": gettext_noop("{each_fen} × {times}"),
    "formula.months_of_rent": gettext_noop("{months} months of rent × {rent_fen}"),
    # what is missing
    "missing.rent": gettext_noop("No rent is known for {city_place}."),
    "missing.consumption": gettext_noop("No consumption figure is known for {city_place}."),
    "missing.typical_pay": gettext_noop("No wage figure to go by is known for {city_place}."),
    "missing.price_ratio": gettext_noop(
        "Prices in {away_place} can't be set against those in {home_place}: a rent is missing."
    ),
    "missing.schooling": gettext_noop("What raising a child costs in {city_place} is not known."),
    "missing.distance": gettext_noop(
        "The distance between {home_place} and {away_place} is not known."
    ),
    # what should be said beside the figures
    "note.with_family": gettext_noop("At home you live with family: no rent is counted."),
    "note.living_far_from_estimate": gettext_noop(
        "What you spend is far from what people there spend ({estimate_fen} a month per adult):"
        " please check that it is a month's spending without rent."
    ),
}
