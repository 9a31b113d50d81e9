"""The cash that a move takes before it carries itself (model §8: cash_needed, runway)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from advisor.engine.question import MONTHS


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstYear:
    """Fen a month in steady state, fen once on arrival, and months until the first pay."""

    take_home: int
    rent: int
    other_costs: int  # housing beyond rent, living and commitments
    one_off: int
    deposit: int
    advance_months: float
    search_months: float

    @property
    def on_arrival(self) -> int:
        """Cash spent at once: what is gone, the deposit, and rent in advance."""
        return self.one_off + self.deposit + round(self.rent * self.advance_months)

    @property
    def monthly_costs(self) -> int:
        return self.rent + self.other_costs


def cash_needed(year: FirstYear) -> int:
    """max(0, -lowest point of the central cash path of months 0 to 12, starting from 0)."""
    return max(0, -min(_cash_path(year)))


def runway_months(year: FirstYear, savings: int) -> float | None:
    """(savings - cash spent on arrival) ÷ monthly costs, one decimal; None where life is free."""
    if year.monthly_costs <= 0:
        return None
    return round((savings - year.on_arrival) / year.monthly_costs, 1)


def pay_free_cost(year: FirstYear) -> int:
    """Take-home pay that the months without pay do not bring."""
    return round(year.take_home * year.search_months)


def _cash_path(year: FirstYear) -> list[int]:
    """Cash at the end of month 0 (arrival) to 12; rent is paid each `advance_months` ahead."""
    cash = -year.on_arrival
    path = [cash]
    for month in range(1, MONTHS + 1):
        cash -= year.other_costs + round(
            year.rent * _months_of_rent_due(month, year.advance_months)
        )
        path.append(cash)  # costs come before the pay of the month
        cash += round(year.take_home * min(1.0, max(0.0, month - year.search_months)))
    return path


def _months_of_rent_due(month: int, advance: float) -> float:
    """Months of rent paid in that month: none while the advance lasts, then ahead again."""
    period = max(1, ceil(advance))
    if month <= advance:
        return 0.0
    return float(period) if (month - 1 - ceil(advance)) % period == 0 else 0.0
