"""The cash a move takes and how long savings last without pay, as ranges (model §8)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.chances import band
from advisor.engine.projection.drawn import DrawnLives
from advisor.engine.projection.outcome import Band
from advisor.engine.projection.outlook import LifeOutlook, Outlook
from advisor.engine.projection.plan import with_search
from advisor.engine.question import MONTHS

MOST_DRAWS = 500  # of costs alone, whose spread needs no more
NEVER = 1e6  # months until a first pay that does not come


def cash_needed_range(drawn: DrawnLives, savings: int | None) -> Band:
    """Fen to have at hand for the first twelve months, from zero, in every draw."""
    return band(np.maximum(0.0, (savings or 0) - drawn.move.low_cash))


def runway_range(outlook: Outlook, move: LifeOutlook) -> Band | None:
    """Months that savings last there without any pay; None where they are unknown."""
    household = outlook.question.household
    if household.savings_fen is None:
        return None
    year = replace(household, horizon_years=1, draws=min(household.draws, MOST_DRAWS))
    short = Outlook(replace(outlook.question, household=year))
    plan = move.plan
    for earner in plan.earners:
        plan = with_search(plan, earner.job.earner, NEVER)
    costs = np.concatenate([_monthly_costs(paths.flow) for paths in short.drawn(plan)])
    rent = sum(one.per_month for one in plan.rents[:1])
    at_once = plan.one_off + plan.deposit + plan.advance_months * rent
    return band((household.savings_fen - at_once) / np.maximum(costs, 1.0))


def _monthly_costs(flow: Floats) -> Floats:
    costs: Floats = -flow[:MONTHS].mean(axis=0)
    return costs
