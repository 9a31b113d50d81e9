"""Housing-fund money that is released by rule: it stays the household's, but becomes cash.

The Regulations on the Management of Housing Provident Funds (住房公积金管理条例, State Council
order 262 of 1999-04-03, amended by order 710 of 2019-03-24), article 24, let the balance be drawn
for buying a home of one's own, for paying back its loan, and for rent beyond a share of the wages,
which cities set; so drawing for rent is asked for (`fund_for_rent`). Whatever nobody draws stays
locked: a move takes the account along (转移), it does not open it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.calendar import Calendar
from advisor.engine.projection.plan import Plan
from advisor.engine.projection.purchase import Purchase, PurchasePlan


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """Fen drawn from the fund: each month for rent and instalments, and for the down payment."""

    monthly: Floats  # (months, draws)
    for_down_payment: Floats  # (draws)
    month: int  # of the down payment

    def by_year(self, calendar: Calendar) -> Floats:
        """All that is drawn by year of life, (years, draws)."""
        drawn = self.monthly.copy()
        drawn[self.month] += self.for_down_payment
        return calendar.by_year_of_life(drawn)

    def added_to(self, at_once: Floats | None) -> Floats | None:
        """What is paid and received at once, with what the down payment draws."""
        if at_once is None:
            return None
        received: Floats = at_once + np.zeros_like(self.for_down_payment)
        received[self.month] += self.for_down_payment
        return received


def released(
    plan: Plan, bought: Purchase | None, paid_in: Floats, rent: Floats, balance: float
) -> Released:
    """What the plan draws of the fund: never more than is in it or is due.

    `paid_in` and `rent` are (months, draws); `balance` is in the fund on arrival.
    """
    for_rent = np.minimum(paid_in, rent) if plan.withdraws_fund else np.zeros_like(paid_in)
    if plan.purchase is None or bought is None:
        return Released(monthly=for_rent, for_down_payment=np.zeros(1), month=0)
    down_payment, instalments = _for_home(plan.purchase, bought, paid_in - for_rent, balance)
    return Released(
        monthly=for_rent + instalments,
        for_down_payment=down_payment,
        month=plan.purchase.month,
    )


def _for_home(
    plan: PurchasePlan, bought: Purchase, paid_in: Floats, balance: float
) -> tuple[Floats, Floats]:
    """Of the down payment and of each month's instalment the share that the plan draws."""
    left = balance + paid_in[: plan.month].sum(axis=0)
    down_payment = plan.fund_drawn * np.minimum(left, bought.down_payment)
    left = left - down_payment
    draws = np.broadcast_shapes(left.shape, bought.instalments.shape[1:])
    instalments = np.zeros((len(paid_in), *draws))
    for month in range(plan.month, len(paid_in)):
        left = left + paid_in[month]
        instalments[month] = plan.fund_drawn * np.minimum(left, bought.instalments[month])
        left = left - instalments[month]
    return down_payment, instalments
