"""How prices follow rents: the fit behind the convention `price_elasticity`, from the data.

log P = a + b log R over the cities with a price level that is not marked unreliable and a rent of
their own; b is the elasticity.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.reference import Level, Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceFit:
    """The fit and its error; errors are of log prices, so about fractions of the price level.

    `leave_one_out` holds, by adcode, how far the fit without that city misses it.
    """

    cities: tuple[str, ...]
    elasticity: float
    r_squared: float
    residual_sd: float
    leave_one_out: dict[str, float]

    @property
    def leave_one_out_error(self) -> float:
        """Root mean square of the misses."""
        misses = np.array(list(self.leave_one_out.values()))
        return float(np.sqrt(np.mean(misses**2)))


def price_fit(reference: Reference) -> PriceFit | None:
    """The fit on the reference's figures; None with fewer than four cities."""
    cities = [
        place.adcode
        for place in reference.places.values()
        if place.level is Level.CITY and _pair(reference, place.adcode) is not None
    ]
    if len(cities) < 4:
        return None
    pairs = np.log(np.array([_pair(reference, city) for city in cities]))
    rents, prices = pairs[:, 0], pairs[:, 1]
    intercept, slope = _line(rents, prices)
    residuals = prices - intercept - slope * rents
    spread = float(((prices - prices.mean()) ** 2).sum())
    unexplained = float((residuals**2).sum())
    return PriceFit(
        cities=tuple(cities),
        elasticity=slope,
        r_squared=1 - unexplained / spread,
        residual_sd=float(np.sqrt(unexplained / (len(cities) - 2))),
        leave_one_out={city: _miss(rents, prices, row) for row, city in enumerate(cities)},
    )


def _pair(reference: Reference, city: str) -> tuple[float, float] | None:
    level = reference.newest(city, "price_level_all")
    rent = reference.newest(city, "rent_m2")
    if level is None or rent is None or "u" in level.status:
        return None
    return rent.value, level.value


def _line(x: Floats, y: Floats) -> tuple[float, float]:
    """Intercept and slope of least squares."""
    slope = float(((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum())
    return float(y.mean() - slope * x.mean()), slope


def _miss(rents: Floats, prices: Floats, row: int) -> float:
    kept = np.arange(rents.size) != row
    intercept, slope = _line(rents[kept], prices[kept])
    return float(prices[row] - intercept - slope * rents[row])
