"""How long it takes until a down payment is in hand, here and there (model §8)."""

from __future__ import annotations

from math import ceil

from advisor.engine.home_loan import loan_terms
from advisor.engine.household import HomeKind
from advisor.engine.question import MONTHS, Question, fen
from advisor.engine.reference import Figure
from advisor.engine.result import DownPayment, Monthly, OneOff

LONGEST_YEARS = 30


def down_payment(
    question: Question, city: str, monthly: Monthly, one_off: OneOff | None
) -> DownPayment:
    """The time at today's pay and prices: savings left by the move, then what a month saves.

    Housing-fund money may be drawn for a purchase, so it counts. Unknown savings count as 0.
    """
    area = question.assumptions["area_two_bed"]
    housing = question.household.housing
    owns = city == question.household.home and housing.kind is HomeKind.OWNER
    price = _price(question, city)
    needed = None if price is None else _needed(question, city, price)
    spent = 0 if one_off is None else (one_off.total or 0) + (one_off.recoverable or 0)
    return DownPayment(
        city=city, price=price, area_m2=area, needed=needed,
        years=None if needed is None else _years(needed - _at_hand(question) + spent, monthly),
        owns_already=owns,
    )  # fmt: skip


def still_lacking(question: Question, city: str, spent: int) -> int | None:
    """Fen that a down payment there lacks on arrival; None where no price is known."""
    price = _price(question, city)
    if price is None:
        return None
    return _needed(question, city, price) - _at_hand(question) + spent


def _price(question: Question, city: str) -> Figure | None:
    """The price a square metre that stands there itself, not one that stands in."""
    price = question.reference.figure(city, "home_price_m2")
    return price if price is not None and price.is_own else None


def _needed(question: Question, city: str, price: Figure) -> int:
    area = question.assumptions["area_two_bed"]
    terms = loan_terms(question, city, area)
    return fen(price.value * area * (terms.down_payment_share + terms.deed_tax_share))


def _at_hand(question: Question) -> int:
    household = question.household
    return (household.savings_fen or 0) + household.fund_balance_fen


def _years(lacking: int, monthly: Monthly) -> float | None:
    """Years until the sum is saved, rounded up to a tenth; None where it is never."""
    if lacking <= 0:
        return 0.0
    saved = (monthly.money_left or 0) + (monthly.housing_fund or 0)
    if monthly.money_left is None or monthly.money_left < 0 or saved <= 0:
        return None
    years = ceil(lacking / saved / MONTHS * 10) / 10
    return years if years <= LONGEST_YEARS else None
