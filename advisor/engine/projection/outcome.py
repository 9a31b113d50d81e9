"""What the projection answers about a destination. Money in fen, chances as fractions of 1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from advisor.engine.trail import Sentence


class Verdict(StrEnum):
    """The answer in a word. All but the last need the projection over the horizon."""

    GO = "go"
    LEAN_GO = "lean_go"
    TOO_CLOSE = "too_close"
    LEAN_STAY = "lean_stay"
    STAY = "stay"
    NOT_FUNDABLE = "not_fundable"
    NOT_ENOUGH_DATA = "not_enough_data"


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """Quantiles; None stands for infinity (never)."""

    p10: float | None
    p50: float | None
    p90: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PayBack:
    """Months until the move has paid back; `never` is the chance that it has not by the horizon."""

    months: Band
    never: float
    dots: tuple[float | None, ...]  # twenty equally likely months, ascending; None for never


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Chances against the stay life: lower by more than CNY 1; higher, with half of the ties."""

    worse_off: float
    better_off: float


@dataclass(frozen=True, kw_only=True, slots=True)
class YearChances:
    """Net worth after that many years, fen in today's money, and the chances.

    `price_level` is what CNY 1 of today costs then: times it, an amount is nominal.
    """

    year: int
    stay: Band
    move: Band
    central_stay: float
    central_move: float
    net_worth: Pair
    cash: Pair
    price_level: float = 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class LongestSearch:
    """Months of search that the move can bear, and what would give way first."""

    months: float
    binds: str  # net_worth, cash, or nothing within what is searched


@dataclass(frozen=True, kw_only=True, slots=True)
class Lever:
    """An input that can be moved, with its value and range; money in fen."""

    input: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Switch:
    """A lever and the value at which the answer turns."""

    lever: Lever
    switch_value: float

    @property
    def distance(self) -> float:
        """How far the switch lies from the value, relative to the input's range."""
        span = self.lever.high - self.lever.low
        return abs(self.switch_value - self.lever.value) / span


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """Coming back after so many months: fen against never having gone, without the housing fund.

    `way_back` is what returning costs, `pay_lost` the pay of the search for work at home again;
    both are in `difference`.
    """

    months: int
    difference: Band
    way_back: int
    pay_lost: int


@dataclass(frozen=True, kw_only=True, slots=True)
class PartnerCase:
    """The second earner's first pay comes after so many months, or never (None).

    `difference` is the net worth at the horizon less that of staying, fen in today's money.
    """

    months: float | None
    difference: float


@dataclass(frozen=True, kw_only=True, slots=True)
class WhatIfs:
    """Questions a person asks next. `runway` is None where savings are unknown.

    `years_to_save`: until a down payment is in hand, at home and there.
    """

    trials: tuple[Trial, ...]
    partner: tuple[PartnerCase, ...]
    cash_needed: Band
    runway: Band | None
    years_to_save: tuple[Band | None, Band | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Projected:
    """The projection's answers. Money in fen, chances as fractions."""

    pay_back: PayBack
    years: tuple[YearChances, ...]
    equal_net_worth: int | None
    highest_rent: int | None
    longest_search: LongestSearch | None
    every_year: tuple[YearChances, ...]  # from year 0, the day of arrival
    difference_dots: tuple[float, ...]  # twenty equally likely differences at the horizon
    switches: tuple[Switch, ...]
    verdict: Verdict
    short_of_cash: float | None  # None where savings are unknown
    stay_short_of_cash: float | None
    cash_needed: int | None  # the one figure, fen; None where no sum lasts
    cash_lacking: int | None  # what more at hand would fund the move; 0: it is funded
    what_ifs: WhatIfs
    notes: tuple[Sentence, ...]
