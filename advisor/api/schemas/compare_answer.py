"""The answer to a `compare` document, as the OpenAPI document describes it."""

from __future__ import annotations

from typing import Annotated

from django.utils.translation import gettext_noop as _
from pydantic import BaseModel, Field

from advisor.api.schemas.compare_lines import LifeAtHome, MonthlyFigures
from advisor.engine.projection.outcome import Verdict

Chance = Annotated[float, Field(ge=0, le=1, description=_("A chance between 0 and 1."))]
Once = Annotated[float | None, Field(description=_("CNY, once; null where it is not known."))]
Low = Annotated[float | None, Field(description=_("Nine out of ten are higher."))]
Middle = Annotated[float | None, Field(description=_("Half of them are higher."))]
High = Annotated[float | None, Field(description=_("One out of ten is higher."))]
Pay = Annotated[float | None, Field(description=_("Gross CNY a month; null where none does."))]


class Quantiles(BaseModel):
    """Low, middle and high of what may come, in CNY of today."""

    p10: Low
    p50: Middle
    p90: High


class PayBackMonths(BaseModel):
    """Months until the move has paid back; null stands for never within the horizon."""

    p10: Low
    p50: Middle
    p90: High
    never: Chance = Field(description=_("Chance that it has not by the horizon."))


class CentralWorth(BaseModel):
    """Both lives without luck, good or bad, in CNY of today."""

    stay: float | None = Field(description=_("Staying."))
    move: float | None = Field(description=_("Moving."))


class WorthAfter(BaseModel):
    """Net worth of both lives after some years."""

    year: int = Field(description=_("Years from the move."))
    stay: Quantiles
    move: Quantiles
    central: CentralWorth
    worse_off: Chance = Field(description=_("Chance that moving leaves less net worth."))
    better_off: Chance = Field(description=_("Chance that moving leaves more net worth."))
    cash_worse_off: Chance = Field(description=_("Chance that moving leaves less cash."))
    cash_better_off: Chance = Field(description=_("Chance that moving leaves more cash."))


class CostOfMove(BaseModel):
    """What moving costs once."""

    total: Once
    recoverable: Once = Field(description=_("What of it comes back, such as a deposit, CNY."))
    pay_free_cost: Once = Field(description=_("Living there before the first pay, CNY."))
    cash_needed: Once = Field(description=_("Cash to have before the move, CNY."))
    runway_months: float | None = Field(
        description=_("Months that savings last there; null: for good, or savings not given.")
    )


class TurningPoints(BaseModel):
    """Where the answer turns."""

    earner: int | None = Field(description=_("Position of the earner whose pay is meant."))
    equal_money_left: Pay = Field(description=_("Pay that leaves as much money as at home."))
    equal_net_worth: Pay = Field(description=_("Pay that leads to the same net worth."))
    equal_standard: Pay = Field(description=_("Pay for the same standard of living."))
    break_even_pay: Pay = Field(description=_("Pay that covers the cost of living there."))
    highest_rent: float | None = Field(description=_("Rent that the move can bear, CNY."))
    longest_search_months: float | None = Field(
        description=_("Months of search for a job that the move can bear.")
    )


class SwitchPoint(BaseModel):
    """An input, and the value at which the answer would turn."""

    input: str = Field(description=_("Name of the input."))
    value: float = Field(description=_("Its value now."))
    switch_value: float = Field(description=_("Its value where the answer turns."))


class LifeAway(LifeAtHome):
    """The life in a destination city, beside the one at home."""

    difference: MonthlyFigures = Field(description=_("Away less home, of the rounded amounts."))
    one_off: CostOfMove
    payback_month: PayBackMonths | None = Field(description=_("Null where a life is not known."))
    net_worth: list[WorthAfter] = Field(description=_("After 1, 2, 5 years and at the horizon."))
    thresholds: TurningPoints
    sensitivity: list[SwitchPoint] = Field(description=_("What would change the answer first."))
    verdict: Verdict = Field(description=_("The answer in a word."))


class CompareAnswer(BaseModel):
    """Home and the destinations, in the order asked for."""

    edition: str = Field(description=_("Edition of the data."))
    engine: str = Field(description=_("Version of the calculation."))
    home: LifeAtHome
    destinations: list[LifeAway]
