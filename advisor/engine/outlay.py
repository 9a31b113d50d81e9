"""The cash that a move takes before it carries itself (model §8: cash_needed, runway)."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.question import MONTHS


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstPay:
    """An earner's take-home pay in fen a month, and the months until the first of it."""

    take_home: int
    search_months: float

    def of_month(self, month: int) -> int:
        """Fen in that month after the move, the first being 1."""
        return round(self.take_home * min(1.0, max(0.0, month - self.search_months)))


@dataclass(frozen=True, kw_only=True, slots=True)
class FirstYear:
    """Fen a month in steady state and fen once on arrival."""

    pays: tuple[FirstPay, ...]
    rent: int
    other_costs: int  # housing beyond rent, living and commitments
    one_off: int
    deposit: int
    advance_months: float
    pay_comes_last: bool = True  # in its month; else earlier pay is at hand

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
    return sum(round(pay.take_home * pay.search_months) for pay in year.pays)


def _cash_path(year: FirstYear) -> list[int]:
    """Cash on arrival, then the lowest of each of 12 months: who moves is paid last."""
    cash, months_of_rent_paid = -year.on_arrival, year.advance_months
    path = [cash]
    for month in range(1, MONTHS + 1):
        cash -= year.other_costs
        if months_of_rent_paid < month:
            due = max(1.0, year.advance_months)
            cash -= round(year.rent * due)
            months_of_rent_paid += due
        paid = sum(pay.of_month(month) for pay in year.pays)
        path.append(cash if year.pay_comes_last else cash + paid)
        cash += paid
    return path
