"""Buying a home there after some years: what it adds to and takes from a life's paths (model §6).

In the month of purchase the down payment and the deed tax are paid and the deposit comes back;
from then on instalments and the property fee stand in the place of rent. The loan is from the
housing fund up to the city's cap where the household pays into it, the rest from a bank. What the
fund holds may be drawn for both: see `fund_release`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Floats, Quantity
from advisor.engine.home_loan import Loans, LoanTerms, loan_left, loan_terms, loans
from advisor.engine.household import AwayHousing, Destination
from advisor.engine.housing import TIER_ONE, wanted_housing
from advisor.engine.projection.home_prices import fading, price_growth
from advisor.engine.projection.shocks import Shocks
from advisor.engine.question import MONTHS, Question, fen
from advisor.engine.rent import AREA_CONVENTION
from advisor.engine.trail import Gap, say

SHARE_AT_MOST_FEN = 100  # a typed down payment of at most 1 is a share of the price


@dataclass(frozen=True, kw_only=True, slots=True)
class PurchasePlan:
    """A purchase at the start of `year` (1 is the year of the move); amounts in fen of today."""

    year: int
    price: float
    growth: float
    growth_sd: float
    haircut: float
    down_payment_share: float
    property_fee: int
    pays_into_fund: bool
    fund_drawn: float  # of what may be drawn from the housing fund
    terms: LoanTerms

    @property
    def month(self) -> int:
        """Months after the move."""
        return (self.year - 1) * MONTHS


@dataclass(frozen=True, kw_only=True, slots=True)
class Purchase:
    """What the purchase does: months (months, 1 or draws), years (years + 1, 1 or draws), fen."""

    rented: Floats  # 1 in months that still pay rent, else 0
    instalments: Floats
    property_fee: Floats
    down_payment: Floats  # (draws)
    paid_at_once: Floats  # down payment and deed tax less the deposit that comes back
    equity: Floats
    deposit_held: Floats  # 1 at year ends that still hold the deposit

    @property
    def costs(self) -> Floats:
        """Instalments and property fee."""
        return self.instalments + self.property_fee


def purchase_plan(
    question: Question, destination: Destination, *, pays_into_fund: bool
) -> PurchasePlan | Gap | None:
    """The purchase the destination asks for; None for none, a gap where no price is known."""
    housing = wanted_housing(question, destination)
    if housing.buy_in_year is None:
        return None
    city = destination.city
    price = question.reference.figure(city, "home_price_m2")
    if price is None or not price.is_own:
        return Gap(line="purchase", reason=say("missing.home_price", city_place=city))
    area = _area(question, housing)
    terms = loan_terms(question, city, area)
    growth, sd = price_growth(question, city)
    tier_one = question.place(city).tier == TIER_ONE
    names = ("property_fee_tier_one", "resale_haircut_tier_one")
    fee, haircut = names if tier_one else ("property_fee_home", "resale_haircut")
    return PurchasePlan(
        year=housing.buy_in_year,
        price=fen(price.value * area),
        growth=growth,
        growth_sd=sd,
        haircut=question.assumptions[haircut],
        down_payment_share=_down_payment_share(housing, price.value * area, terms),
        property_fee=fen(question.assumptions[fee] * area),
        pays_into_fund=pays_into_fund,
        fund_drawn=question.assumptions["fund_drawn_for_home"],
        terms=terms,
    )


def purchase(plan: PurchasePlan, months: int, deposit: Floats | float, shocks: Shocks) -> Purchase:
    """The purchase under these shocks; beyond the horizon nothing is bought."""
    years = months // MONTHS
    month = np.arange(months)[:, None]
    at_year_end = np.arange(years + 1)[:, None] * MONTHS
    growth = fading(plan.growth, years)
    prices = plan.price * shocks.levels(Quantity.HOME_PRICE, growth, plan.growth_sd)
    paid = prices[min(plan.year - 1, years)]
    found = loans(
        plan.terms, paid * (1 - plan.down_payment_share), pays_into_fund=plan.pays_into_fund
    )
    owned = (month >= plan.month).astype(np.float64)
    owes = owned * (month < plan.month + plan.terms.months)
    down_payment = paid * plan.down_payment_share
    at_once = down_payment + paid * plan.terms.deed_tax_share - deposit
    return Purchase(
        rented=1 - owned,
        instalments=owes * found.instalment,
        property_fee=owned * plan.property_fee,
        down_payment=down_payment,
        paid_at_once=(month == plan.month) * at_once,
        equity=_equity(plan, prices, found, years),
        deposit_held=(at_year_end <= plan.month).astype(np.float64),
    )


def _equity(plan: PurchasePlan, prices: Floats, found: Loans, years: int) -> Floats:
    rows = []
    for year in range(years + 1):
        paid = year * MONTHS - plan.month
        if paid <= 0:  # a purchase on the day after a year's end is not of that year
            rows.append(np.zeros(1))
        else:
            rows.append(prices[year] * (1 - plan.haircut) - loan_left(plan.terms, found, paid))
    stacked: Floats = np.stack(np.broadcast_arrays(*rows))
    return stacked


def _area(question: Question, housing: AwayHousing) -> float:
    """The typed area to buy, else that of the wanted home; a room or dormitory: a one-bed flat."""
    if housing.buy_area_m2 is not None:
        return housing.buy_area_m2
    if housing.area_m2 is not None:
        return housing.area_m2
    return question.assumptions[AREA_CONVENTION.get(housing.kind, "area_one_bed")]


def _down_payment_share(housing: AwayHousing, price: float, terms: LoanTerms) -> float:
    """The typed down payment as a share of the price, never below the least allowed."""
    typed = housing.down_payment_fen
    if typed is None:
        return terms.down_payment_share
    share = typed / 100 if typed <= SHARE_AT_MOST_FEN else typed / 100 / price
    return min(max(share, terms.down_payment_share), 1.0)
