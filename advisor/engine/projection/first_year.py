"""The cash of the first twelve months: spent on arrival, and needed until each pay comes.

One reckoning for the cash needed, the runway and the chance of running short (model §8), so that
they cannot contradict each other. Within a month pay comes last, as in `advisor.engine.outlay`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.question import MONTHS


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstYear:
    """Fen, one entry a draw, or a single one where all draws are alike.

    `needed` is what to have at hand for these months, from zero and without interest;
    `monthly_costs` the mean of a month's costs.
    """

    on_arrival: Floats
    needed: Floats
    monthly_costs: Floats


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstMonths:
    """What flows in the first twelve months, (months, draws) but for `rent` and `spent`.

    `costs` are in `flow`; `at_once` is not: what is paid (below 0) or received once. `rent` is
    that of the home there, of which `advance` months are paid ahead.
    """

    spent: Floats
    rent: Floats
    advance: float
    costs: Floats
    flow: Floats
    at_once: Floats | None
    pay_comes_last: bool

    def cash(self) -> FirstYear:
        """What these months take."""
        return FirstYear(
            on_arrival=self.spent + self.advance * self.rent,
            needed=np.maximum(-self._lowest(), 0.0),
            monthly_costs=self.costs.mean(axis=0),
        )

    def _lowest(self) -> Floats:
        """The lowest cash, starting from nothing: before each month's pay where it comes last."""
        flow = self.flow[:MONTHS]
        if self.at_once is not None:
            flow = flow + self.at_once[:MONTHS]
        cash = np.cumsum(flow, axis=0)
        if self.pay_comes_last:
            cash = cash - flow - self.costs
            if self.at_once is not None:
                cash = cash + np.minimum(self.at_once[:MONTHS], 0.0)
        if self.advance:
            ahead = np.array([*months_ahead(self.advance)])[:, None]
            cash = cash - ahead * self.rent
        lowest: Floats = np.minimum(cash.min(axis=0), -self.advance * self.rent) - self.spent
        return lowest


def months_ahead(advance: float) -> Iterator[float]:
    """Months of rent paid beyond each of the first twelve months; always a whole advance."""
    paid = advance
    for month in range(1, MONTHS + 1):
        if paid < month:
            paid += max(1.0, advance)
        yield paid - month
