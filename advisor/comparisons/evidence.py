"""The model held against figures it does not use: worked out once an edition, printed as it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.engine.backtest import BackTest, back_test
from advisor.engine.checks import (
    Check,
    child_beside_published_cost,
    living_beside_consumption,
    rents_beside_samples,
)
from advisor.engine.price_fit import PriceFit, price_fit

HOME = "220400"  # whose average resident's life is carried to other cities' prices
# The series looked at, and whether their growth fades as the projection lets that of home prices.
SERIES = (
    ("hpi_secondhand", True),
    ("hpi_new", True),
    ("nonprivate_avg_wage", False),
    ("private_avg_wage", False),
)
CUTS = (2018, 2019)
HELD_OUT = range(2020, 2024)


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """`fit` is None where too few cities have both figures."""

    fit: PriceFit | None
    rents: tuple[Check, ...]
    living: tuple[Check, ...]
    child: tuple[Check, ...]
    back_tests: tuple[BackTest, ...]


@lru_cache(maxsize=4)
def evidence(*, on: date, edition: str) -> Evidence:
    """All checks on the figures of that edition as of that day."""
    figures = reference(on=on, edition=edition)
    conventions = bundled_conventions()
    return Evidence(
        fit=price_fit(figures),
        rents=rents_beside_samples(figures),
        living=living_beside_consumption(figures, HOME, conventions["price_elasticity"].default),
        child=child_beside_published_cost(figures, conventions["scale_child"].default),
        back_tests=tuple(
            back_test(figures, indicator, cut, HELD_OUT, fades=fades)
            for indicator, fades in SERIES
            for cut in CUTS
        ),
    )
