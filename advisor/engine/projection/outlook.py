"""Both lives over the years: every draw and the central path, side by side (model §6 to §8)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.calendar import Calendar, calendar
from advisor.engine.projection.paths import Paths, paths
from advisor.engine.projection.plan import Plan
from advisor.engine.projection.shocks import Central, Drawn, Shocks
from advisor.engine.question import MONTHS, Question

CENTRAL = Central()


@dataclass(frozen=True, kw_only=True, slots=True)
class LifeOutlook:
    """One life's plan with its drawn paths and its central path."""

    plan: Plan
    drawn: Paths
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
        drawn = Drawn(self.question.household.draws)
        return LifeOutlook(plan=plan, drawn=self.run(plan, drawn), central=self.run(plan, CENTRAL))

    def run(self, plan: Plan, shocks: Shocks) -> Paths:
        """The plan month by month under these shocks."""
        return paths(self.question, plan, shocks, self.calendar)

    def central_net_worth(self, plan: Plan) -> Floats:
        """Net worth at the horizon on the central path, fen in today's money."""
        worth: Floats = self.run(plan, CENTRAL).net_worth[-1] / self.deflator[-1]
        return worth
