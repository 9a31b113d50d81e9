"""What a comparison returns. Money is in fen; `None` is an answer that does not exist."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from advisor.engine.projection.outcome import Projected, Verdict
from advisor.engine.reference import Figure
from advisor.engine.trail import Gap, Line, RuleUse, Sentence


class Status(StrEnum):
    """How far a picture stands on the place's own figures."""

    COMPLETE = "complete"
    APPROXIMATED = "approximated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Monthly:
    """The headline picture: one twelfth of the first twelve months in steady state, in fen.

    A part that could not be computed is None, and so is every total that needs it.
    """

    gross: int | None
    contributions: int | None
    tax: int | None
    take_home: int | None
    housing: int | None
    living: int | None
    commitments: int | None
    money_left: int | None
    housing_fund: int | None
    pension_account: int | None
    locked_savings: int | None

    def __sub__(self, home: Monthly) -> Monthly:
        """Away minus home, part by part."""
        return Monthly(
            **{part.name: _minus(getattr(self, part.name), getattr(home, part.name))
               for part in fields(self)}
        )  # fmt: skip


def _minus(away: int | None, home: int | None) -> int | None:
    return None if away is None or home is None else away - home


@dataclass(frozen=True, kw_only=True, slots=True)
class OneOff:
    """The cost of the move (fen); `runway_months` with one decimal."""

    total: int | None
    recoverable: int | None
    pay_free_cost: int | None
    cash_needed: int | None
    runway_months: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Thresholds:
    """Gross pay a month (fen) of the earner with that index at which an answer turns."""

    earner: int
    equal_money_left: int | None
    equal_standard: int | None
    break_even_pay: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class TypicalPay:
    """What we expect an earner to be paid there: fen a month; low and high read as p10, p90."""

    earner: int
    low: int
    typical: int
    high: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Something money does not show. `text` by language; undated where the source is."""

    kind: str
    text_en: str
    text_zh: str
    effective_from: str | None
    source: str
    confidence: str
    figure: Figure | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """One life in one place: its monthly figures, the lines behind them, and what is lacking."""

    city: str
    status: Status
    monthly: Monthly
    lines: tuple[Line, ...]
    missing: tuple[Gap, ...]
    approximated: tuple[Gap, ...]
    notes: tuple[Sentence, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DownPayment:
    """A first two-bedroom flat in a city: fen of today; None where no price is known.

    `needed`: lowest down payment and deed tax. `years`: until money left and housing fund have
    saved it, with one decimal; None if not within thirty years.
    """

    city: str
    price: Figure | None
    area_m2: float
    needed: int | None
    years: float | None
    owns_already: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Prospect:
    """A destination beside home: the picture there, the difference, and what would change it."""

    picture: Picture
    difference: Monthly
    one_off: OneOff
    thresholds: Thresholds | None
    typical_pay: tuple[TypicalPay, ...]
    verdict: Verdict
    projected: Projected | None  # None where a life is not fully known
    facts: tuple[Fact, ...]
    down_payment: DownPayment


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    edition: str
    engine: str
    home: Picture
    home_facts: tuple[Fact, ...]
    home_down_payment: DownPayment
    destinations: tuple[Prospect, ...]
    rules: tuple[RuleUse, ...] = ()
