"""Who asks: the household, its pay, its home, and what it would find elsewhere. Frozen inputs.

Money is in fen, rates in parts per million, areas in square metres of gross floor area, time in
months. None always means "not said": the engine then takes its default and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class InsuredBase(StrEnum):
    """What the employer declares as contribution base; an amount is given apart."""

    ACTUAL = "actual"
    MINIMUM = "minimum"
    NONE = "none"
    AMOUNT = "amount"


class Unit(StrEnum):
    PRIVATE = "private"
    NON_PRIVATE = "non_private"
    UNKNOWN = "unknown"


class HomeKind(StrEnum):
    OWNER = "owner"
    RENTER = "renter"
    WITH_FAMILY = "with_family"


class IfLeaving(StrEnum):
    KEEP = "keep"
    LET = "let"
    SELL = "sell"
    FAMILY = "family"


class FlatKind(StrEnum):
    DORMITORY = "dormitory"
    ROOM = "room"
    ONE_BED = "one_bed"
    TWO_BED = "two_bed"
    THREE_BED = "three_bed"
    AREA = "area"


class RentLevel(StrEnum):
    LOW = "low"
    TYPICAL = "typical"
    HIGH = "high"


class Basket(StrEnum):
    GET_BY = "get_by"
    TYPICAL = "typical"
    COMFORTABLE = "comfortable"


class SchoolPlace(StrEnum):
    PUBLIC = "public"
    UNSURE = "unsure"
    PRIVATE = "private"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pay:
    """Gross pay a month, months paid a year (12 to 18) and the year-end bonus of a job."""

    gross_fen: int
    months: float = 12
    bonus_fen: int = 0
    fund_ppm: int | None = None
    insured_base: InsuredBase = InsuredBase.ACTUAL
    insured_base_fen: int | None = None
    contributions_fen: int | None = None  # own monthly payment of who works flexibly


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A real offer; what it leaves out is as at home (the bonus as the same share of pay)."""

    gross_fen: int
    months: float | None = None
    bonus_fen: int | None = None
    fund_ppm: int | None = None
    insured_base: InsuredBase | None = None
    insured_base_fen: int | None = None
    contributions_fen: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PaidThisYear:
    """What was already earned and withheld in the calendar year of the move."""

    months: int
    gross_fen: int
    contributions_fen: int
    tax_fen: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Probation:
    months: float
    share: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Earner:
    pay: Pay
    unit: Unit = Unit.UNKNOWN
    sector: str | None = None  # letter of GB/T 4754
    post: str | None = None
    age: int | None = None
    only_child: bool | None = None
    stays: bool = False
    further_study: bool = False
    paid_this_year: PaidThisYear | None = None
    probation: Probation | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Child:
    born: date
    moves: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeHousing:
    kind: HomeKind = HomeKind.RENTER
    area_m2: float | None = None
    value_fen: int | None = None
    mortgage_left_fen: int | None = None
    mortgage_monthly_fen: int | None = None
    rent_fen: int | None = None
    if_leaving: IfLeaving = IfLeaving.KEEP


@dataclass(frozen=True, kw_only=True, slots=True)
class AwayHousing:
    kind: FlatKind = FlatKind.ONE_BED
    area_m2: float | None = None
    level: RentLevel = RentLevel.TYPICAL
    rent_fen: int | None = None
    buy_in_year: int | None = None
    buy_area_m2: float | None = None
    down_payment_fen: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Moving:
    """What the move costs and takes; None = our estimate."""

    travel_fen: int | None = None
    freight_fen: int | None = None
    agent_fee_fen: int | None = None
    deposit_months: float | None = None
    advance_months: float | None = None
    set_up_fen: int | None = None
    first_nights_fen: int | None = None
    search_months: float | None = None
    trips_home_a_year: float | None = None


class CategoryMode(StrEnum):
    ESTIMATE = "estimate"
    MINE = "mine"
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class CategorySpending:
    """A spending category: our estimate, own amounts a month, or not applicable."""

    mode: CategoryMode
    home_fen: int | None = None
    away_fen: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Destination:
    """Somewhere to live instead. What is None is as at home if it is home, else the default."""

    city: str
    offers: tuple[Offer | None, ...] = ()
    housing: AwayHousing | None = None
    moving: Moving = field(default_factory=Moving)
    basket: Basket | None = None
    school_place: SchoolPlace | None = None
    fund_for_rent: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Household:
    """The whole question. `home` and destinations are adcodes of level city."""

    on: date
    move: date  # the first day of the month of the move
    horizon_years: int
    draws: int
    home: str
    housing: HomeHousing
    earners: tuple[Earner, ...]
    destinations: tuple[Destination, ...]
    adults: int = 1
    children: tuple[Child, ...] = ()
    parents_supported: int = 0
    parents_60_plus: int = 0
    basket: Basket = Basket.TYPICAL
    living_total_fen: int | None = None
    living: Mapping[str, CategorySpending] = field(default_factory=dict)
    commitments_fen: int = 0
    savings_fen: int | None = None
    fund_balance_fen: int = 0
    assumptions: Mapping[str, float] = field(default_factory=dict)

    @property
    def people(self) -> int:
        return self.adults + len(self.children)
