"""How long a down payment takes at the pace at which each draw saves (model §8)."""

from __future__ import annotations

import numpy as np

from advisor.engine.down_payment import LONGEST_YEARS
from advisor.engine.projection.chances import band
from advisor.engine.projection.drawn import LifeDraws
from advisor.engine.projection.outcome import Band
from advisor.engine.projection.outlook import Outlook
from advisor.engine.projection.plan import Plan


def years_to_save(
    outlook: Outlook, life: LifeDraws, plan: Plan, lacking: int | None
) -> Band | None:
    """Years until the sum lacking today is saved, at the draw's pace up to the horizon.

    Infinity (never) beyond thirty years. None without a price, or where the draws buy a home
    themselves or sell one, so that their cash says nothing of what they save.
    """
    trades = plan.purchase is not None or (plan.home is not None and plan.home.sold_after)
    if lacking is None or trades:
        return None
    if lacking <= 0:
        return Band(p10=0.0, p50=0.0, p90=0.0)
    a_year = life.saved / outlook.deflator[-1] / outlook.horizon
    with np.errstate(divide="ignore"):
        years = np.where(a_year > 0, lacking / a_year, np.inf)
    return band(np.where(years > LONGEST_YEARS, np.inf, years))
