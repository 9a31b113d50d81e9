"""The cash a move takes and how long savings last without pay, as ranges (model §8).

Defined as the single figures are (`advisor.engine.outlay`): within a month, pay comes last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.chances import band
from advisor.engine.projection.outcome import Band
from advisor.engine.projection.outlook import LifeOutlook, Outlook
from advisor.engine.projection.plan import Plan, with_search
from advisor.engine.question import MONTHS

MOST_DRAWS = 500  # of costs alone, whose spread needs no more
NEVER = 1e6  # months until a first pay that does not come


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstYearDraws:
    """Fen of the first twelve months there in every draw, (months, draws), and on arrival."""

    pay: Floats
    costs: Floats
    plan: Plan

    @classmethod
    def of(cls, outlook: Outlook, move: LifeOutlook) -> FirstYearDraws:
        """The first year of that life: what flows with pay, and what without any."""
        household = outlook.question.household
        year = replace(household, horizon_years=1, draws=min(household.draws, MOST_DRAWS))
        short = Outlook(replace(outlook.question, household=year))
        unpaid = move.plan
        for earner in unpaid.earners:
            unpaid = with_search(unpaid, earner.job.earner, NEVER)
        left, costs = (_flow(short, plan) for plan in (move.plan, unpaid))
        return cls(pay=left - costs, costs=-costs, plan=move.plan)

    @property
    def on_arrival(self) -> float:
        """Spent at once: what is gone, the deposit, and rent in advance."""
        plan = self.plan
        return float(plan.one_off + plan.deposit + plan.advance_months * self._rent)

    def cash_needed(self) -> Band:
        """Fen to have at hand for these months, from zero."""
        spent = self.on_arrival + np.cumsum(self.costs, axis=0)
        earned_before = np.cumsum(self.pay, axis=0) - self.pay
        ahead = np.array(list(_rent_paid_ahead(self.plan.advance_months)))[:, None]
        needed = spent + ahead * self._rent - earned_before
        return band(np.maximum(needed.max(axis=0), self.on_arrival))

    def runway(self, savings: int) -> Band:
        """Months that these savings last without any pay."""
        return band((savings - self.on_arrival) / np.maximum(self.costs.mean(axis=0), 1.0))

    @property
    def _rent(self) -> float:
        return float(sum(one.per_month for one in self.plan.rents[:1]))


def _flow(outlook: Outlook, plan: Plan) -> Floats:
    return np.concatenate([paths.flow for paths in outlook.drawn(plan)], axis=1)


def _rent_paid_ahead(advance: float) -> Iterator[float]:
    """Months of rent paid beyond each month of the year, less those paid on arrival."""
    paid = advance
    for month in range(1, MONTHS + 1):
        if paid < month:
            paid += max(1.0, advance)
        yield paid - month - advance
