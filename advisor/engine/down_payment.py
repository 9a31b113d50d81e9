"""How long it takes until a down payment is in hand, here and there (model §8)."""

from __future__ import annotations

from math import ceil

from advisor.engine.home_loan import loan_terms
from advisor.engine.household import HomeKind
from advisor.engine.question import MONTHS, Question, fen
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
    price = question.reference.figure(city, "home_price_m2")
    if price is None or not price.is_own:
        return DownPayment(
            city=city, price=None, area_m2=area, needed=None, years=None, owns_already=owns
        )
    terms = loan_terms(question, city, area)
    share = terms.down_payment_share + terms.deed_tax_share
    needed = fen(price.value * area * share)
    return DownPayment(
        city=city, price=price, area_m2=area, needed=needed,
        years=_years(needed - _at_hand(question, one_off), monthly), owns_already=owns,
    )  # fmt: skip


def _at_hand(question: Question, one_off: OneOff | None) -> int:
    household = question.household
    spent = 0 if one_off is None else (one_off.total or 0) + (one_off.recoverable or 0)
    return (household.savings_fen or 0) + household.fund_balance_fen - spent


def _years(lacking: int, monthly: Monthly) -> float | None:
    """Years until the sum is saved, rounded up to a tenth; None where it is never."""
    if lacking <= 0:
        return 0.0
    saved = (monthly.money_left or 0) + (monthly.housing_fund or 0)
    if monthly.money_left is None or monthly.money_left < 0 or saved <= 0:
        return None
    years = ceil(lacking / saved / MONTHS * 10) / 10
    return years if years <= LONGEST_YEARS else None
