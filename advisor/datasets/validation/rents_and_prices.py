"""Rents held against prices: a year's rent is between one and ten percent of the price."""

from collections.abc import Mapping

from advisor.datasets.canonical import Content, Entry, Key
from advisor.datasets.differences import Difference
from advisor.datasets.validation.found import Found, warning

RENT, PRICE = "rent_m2", "home_price_m2"
LOWEST, HIGHEST = 0.008, 0.13  # of 407 places in the first edition: 0.012 to 0.109
MONTHS = 12
EXAMPLES = 5
COUNTERPART = {RENT: PRICE, PRICE: RENT}


def rent_against_price(
    change: Difference, after: Content, others: Mapping[Key, Entry]
) -> list[Found]:
    """A warning where a changed rent or price no longer fits the other.

    `others` holds the figures of the other dataset, that of prices for rents and the other way.
    """
    newest = _newest(after) | _newest(others)
    odd = []
    for place, indicator, period in {**change.added, **change.changed}:
        if indicator not in COUNTERPART or newest[place, indicator][0] != period:
            continue
        rent, price = newest.get((place, RENT)), newest.get((place, PRICE))
        if rent and price and not LOWEST <= rent[1] * MONTHS / price[1] <= HIGHEST:
            odd.append({"adcode": place, "yield": round(rent[1] * MONTHS / price[1], 4)})
    if not odd:
        return []
    odd.sort(key=lambda one: str(one["adcode"]))
    return [warning("rent_against_price", len(odd), examples=odd[:EXAMPLES])]


def _newest(figures: Mapping[Key, Entry]) -> dict[tuple[str, str], tuple[str, float]]:
    """Period and value of the newest rent and price of every place."""
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for (place, indicator, period), entry in figures.items():
        if indicator in COUNTERPART and period > found.get((place, indicator), ("",))[0]:
            found[place, indicator] = (period, float(entry.value))
    return found
