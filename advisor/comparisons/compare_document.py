"""The `compare` document: the only place that names its keys, bounds and defaults."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from advisor.comparisons.faults import fault_error
from advisor.comparisons.quantities import Number, Share, Yuan
from advisor.engine.household import (
    Basket,
    CategoryMode,
    FlatKind,
    HomeKind,
    IfLeaving,
    RentLevel,
    SchoolPlace,
    Unit,
)

MOST_DESTINATIONS = 50
MOST_PEOPLE = 10
HIGHEST_SUM = 1_000_000_000  # CNY: savings, a home's value

Amount = Annotated[int, Yuan()]
Sum = Annotated[int, Yuan(highest=HIGHEST_SUM)]
Area = Annotated[float, Number(lowest="5", highest="1000")]
Months = Annotated[float, Number(lowest="0", highest="60")]
PaidMonths = Annotated[float, Number(lowest="12", highest="18")]
FundRate = Annotated[int, Share(highest="0.12")]
City = Annotated[str, Field(min_length=1, max_length=60)]


def _day(value: Any) -> date:
    return value if isinstance(value, date) else _date(value, "", "date_parsing")


def _month(value: Any) -> date:
    return value.replace(day=1) if isinstance(value, date) else _date(value, "-01", "month_parsing")


def _date(value: Any, day: str, fault: str) -> date:
    """The date written there, in a year that figures and rules may have."""
    try:
        if isinstance(value, str) and re.fullmatch(r"(19|20)\d\d-\d\d(-\d\d)?", value):
            return date.fromisoformat(value + day)
    except ValueError:
        pass
    raise fault_error(fault)


Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Month = Annotated[
    date,
    BeforeValidator(_month),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}$"}),
]


def _insured_base(value: Any) -> str | int:
    """One of the words, or an amount of CNY as fen."""
    if isinstance(value, str):
        if value in ("actual", "minimum", "none"):
            return value
        raise fault_error("insured_base")
    return Yuan().fen(value)


InsuredBaseField = Annotated[
    str | int,
    BeforeValidator(_insured_base),
    WithJsonSchema(
        {"anyOf": [{"enum": ["actual", "minimum", "none"]}, {"type": "number", "minimum": 0}]}
    ),
]


class Part(BaseModel):
    """A part of the document: unknown keys are errors, nothing is read as something else."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


# Fields that take one of an enum's words.
A_WORD = Field(strict=False)
BasketWord = Annotated[Basket, A_WORD]
SchoolPlaceWord = Annotated[SchoolPlace, A_WORD]


class PayPart(Part):
    gross_monthly: Amount
    months: PaidMonths | None = None
    bonus: Amount | None = None
    fund_rate: FundRate | None = None
    insured_base: InsuredBaseField | None = None
    contributions_monthly: Amount | None = None


class PaidThisYearPart(Part):
    months: Annotated[int, Field(ge=0, le=12)]
    gross: Sum
    contributions: Sum = 0
    tax: Sum = 0


class ProbationPart(Part):
    months: Months
    share: Annotated[float, Number(lowest="0.8", highest="1")] = 1.0


def _unit(value: Any) -> Any:
    return "non_private" if value in ("non-private", "nonprivate") else value


class EarnerPart(Part):
    pay: PayPart
    unit: Annotated[Unit, A_WORD, BeforeValidator(_unit)] | None = None
    sector: Annotated[str, AfterValidator(str.upper), Field(pattern="^[A-Sa-s]$")] | None = None
    post: Literal["managers", "professionals", "clerks", "services", "production"] | None = None
    age: Annotated[int, Field(ge=14, le=100)] | None = None
    only_child: bool | None = None
    stays: bool = False
    further_study: bool = False
    paid_this_year: PaidThisYearPart | None = None
    probation: ProbationPart | None = None


class ChildPart(Part):
    born: Month
    moves: bool = True


class HomeHousingPart(Part):
    kind: Annotated[HomeKind, A_WORD] = HomeKind.RENTER
    area_m2: Area | None = None
    value: Sum | None = None
    mortgage_left: Sum | None = None
    mortgage_monthly: Amount | None = None
    rent: Amount | None = None
    if_leaving: Annotated[IfLeaving, A_WORD] = IfLeaving.KEEP


class HomePart(Part):
    city: City
    housing: HomeHousingPart = HomeHousingPart()


class AwayHousingPart(Part):
    kind: Annotated[FlatKind, A_WORD] | None = None
    area_m2: Area | None = None
    level: Annotated[RentLevel, A_WORD] = RentLevel.TYPICAL
    rent: Amount | None = None
    buy_in_year: Annotated[int, Field(ge=1, le=30)] | None = None
    buy_area_m2: Area | None = None
    down_payment: Sum | None = None


class MovingPart(Part):
    travel: Amount | None = None
    freight: Amount | None = None
    agent_fee: Amount | None = None
    deposit_months: Months | None = None
    advance_months: Months | None = None
    set_up: Amount | None = None
    first_nights: Amount | None = None
    search_months: Months | None = None
    trips_home_a_year: Annotated[float, Number(lowest="0", highest="366")] | None = None


class DestinationPart(Part):
    city: City
    offers: Annotated[list[PayPart | None], Field(max_length=2)] | None = None
    housing: AwayHousingPart | None = None
    moving: MovingPart = MovingPart()
    basket: BasketWord | None = None
    school_place: SchoolPlaceWord | None = None  # public at home, else unsure
    fund_for_rent: bool = False


class CategoryPart(Part):
    mode: Annotated[CategoryMode, A_WORD]
    home: Amount | None = None
    away: Amount | None = None


class LivingPart(Part):
    food: CategoryPart | None = None
    clothing: CategoryPart | None = None
    household: CategoryPart | None = None
    transport: CategoryPart | None = None
    education: CategoryPart | None = None
    health: CategoryPart | None = None
    other: CategoryPart | None = None


class CompareDocument(Part):
    """What a person asks: see docs of the `compare` command for the meaning of each key."""

    home: HomePart
    earners: Annotated[list[EarnerPart], Field(min_length=1, max_length=2)]
    on: Day | None = None
    move_date: Month | None = None
    horizon_years: Annotated[int, Field(ge=1, le=30)] = 5
    draws: Annotated[int, Field(ge=100, le=200_000)] = 2000
    adults: Annotated[int, Field(ge=1, le=MOST_PEOPLE)] | None = None
    children: Annotated[list[ChildPart], Field(max_length=MOST_PEOPLE)] = []
    parents_supported: Annotated[int, Field(ge=0, le=8)] | None = None
    parents_60_plus: Annotated[int, Field(ge=0, le=8)] = 0
    basket: BasketWord = Basket.TYPICAL
    living_total_home: Amount | None = None
    living: LivingPart | None = None
    commitments_monthly: Amount = 0
    savings: Sum | None = None
    fund_balance: Sum = 0
    destinations: (
        Annotated[list[DestinationPart], Field(min_length=1, max_length=MOST_DESTINATIONS)] | None
    ) = None
    assumptions: dict[str, Annotated[float, Number(lowest="-1000000", highest="1000000")]] = {}
    language: Literal["en", "zh-hans"] = "en"
