"""A second earner who finds work there later, or none (model §8)."""

from __future__ import annotations

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.household import Destination
from advisor.engine.projection.outcome import PartnerCase
from advisor.engine.projection.outlook import CENTRAL, LifeOutlook, Outlook
from advisor.engine.projection.plan import EarnerPlan, with_search
from advisor.engine.question import MONTHS

LATER = (6, 12)  # months after the move


def partner_cases(
    outlook: Outlook, stay: LifeOutlook, move: LifeOutlook, destination: Destination, mover: int
) -> tuple[PartnerCase, ...]:
    """The central path where the second earner's first pay comes later, or never.

    Deductions stay shared as planned, which matters by a few yuan. Empty without a second earner
    who moves and would earn there.
    """
    partner = _partner(move, destination, mover)
    if partner is None or destination.city == outlook.question.household.home:
        return ()
    waits = [*(float(months) for months in LATER), float(outlook.horizon * MONTHS + 1)]
    later = outlook.run(with_search(move.plan, partner.job.earner, np.array(waits)), CENTRAL)
    planned = _ahead(move.central.net_worth, stay, outlook)
    ahead = _ahead(later.net_worth, stay, outlook)
    return (
        PartnerCase(months=float(partner.search), difference=float(planned[0])),
        *(
            PartnerCase(months=months, difference=float(one))
            for months, one in zip((*map(float, LATER), None), ahead, strict=True)
            if months is None or months > partner.search
        ),
    )


def _partner(move: LifeOutlook, destination: Destination, mover: int) -> EarnerPlan | None:
    others = (
        one
        for one in move.plan.earners
        if one.job.earner != mover and one.job.city == destination.city and one.job.gross
    )
    return next(others, None)


def _ahead(net_worth: Floats, stay: LifeOutlook, outlook: Outlook) -> Floats:
    """Net worth at the horizon less that of staying, fen in today's money."""
    ahead: Floats = (net_worth[-1] - stay.central.net_worth[-1]) / outlook.deflator[-1]
    return ahead
