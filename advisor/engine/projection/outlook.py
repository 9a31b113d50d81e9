"""A life over the years: its central path, and its draws block by block (model §6 to §8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats, blocks
from advisor.engine.projection.calendar import Calendar, calendar
from advisor.engine.projection.paths import Paths, paths
from advisor.engine.projection.plan import Plan
from advisor.engine.projection.shocks import Central, Drawn, Shocks
from advisor.engine.question import MONTHS, Question

CENTRAL = Central()
BLOCK_CELLS = 2**20  # months × draws; smaller ones cost more in calls than the cache saves
LARGEST_BLOCK = 2048  # draws


@dataclass(frozen=True, kw_only=True, slots=True)
class LifeOutlook:
    """One life's plan with its central path."""

    plan: Plan
    central: Paths


@dataclass(frozen=True, slots=True)
class Outlook:
    """The question with what its projection shares: months, deflator, draws."""

    question: Question

    @property
    def horizon(self) -> int:
        return self.question.household.horizon_years

    @property
    def calendar(self) -> Calendar:
        return calendar(self.question.household.move.month, self.horizon * MONTHS)

    @property
    def deflator(self) -> Floats:
        """What today's money is worth at each year's end, (years + 1, 1)."""
        prices = 1 + self.question.assumptions["inflation"]
        return np.asarray(prices) ** np.arange(self.horizon + 1)[:, None]

    def of(self, plan: Plan) -> LifeOutlook:
        """The life's outlook."""
        return LifeOutlook(plan=plan, central=self.run(plan, CENTRAL))

    def drawn(self, plan: Plan) -> Iterator[Paths]:
        """The plan in every draw, in blocks small enough to stay in the processor's cache."""
        largest = min(BLOCK_CELLS // self.calendar.months, LARGEST_BLOCK)
        for block in blocks(self.question.household.draws, largest):
            yield self.run(plan, Drawn(block))

    def run(self, plan: Plan, shocks: Shocks) -> Paths:
        """The plan month by month under these shocks."""
        return paths(self.question, plan, shocks, self.calendar)
