"""Rent or buy, here or there: net worth of both, year by year, and when buying wins (model §4)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.engine.draws import Block, Floats, Quantity
from advisor.engine.home_loan import Loans, LoanTerms, loan_left, loan_terms, loans
from advisor.engine.household import RentLevel
from advisor.engine.housing import TIER_ONE
from advisor.engine.projection.chances import BAND
from advisor.engine.projection.home_prices import fading, indexed_city, price_growth
from advisor.engine.projection.shocks import Central, Drawn, Shocks
from advisor.engine.question import MONTHS, Question, fen
from advisor.engine.reference import Figure
from advisor.engine.rent import by_area
from advisor.engine.trail import Gap, say

YEARS = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class BuyingYear:
    """Net worth of buying less that of renting after that many years, fen in today's money.

    `buying` and `renting` are what is owned either way on the central path, `central` their
    difference.
    """

    year: int
    buying: float
    renting: float
    central: float
    p10: float
    p50: float
    p90: float
    buying_ahead: float


@dataclass(frozen=True, kw_only=True, slots=True)
class RentOrBuy:
    """The same flat bought or rented; amounts in fen.

    `wins_after` is the first year from which buying stays ahead on the central path; None: not
    within thirty years. `indexed_city` is whose price index tells the risk; None: no index at all.
    """

    city: str
    area_m2: float
    price: int
    rent: int
    down_payment: int
    deed_tax: int
    instalment: int
    wins_after: int | None
    years: tuple[BuyingYear, ...]
    figures: tuple[Figure, ...]
    terms: LoanTerms
    indexed_city: str | None


def rent_or_buy(question: Question, city: str, area_m2: float) -> RentOrBuy | Gap:
    """Renting that area with the down payment kept as cash, against buying it, over thirty years.

    Who buys and who rents spend the same in all else; whoever pays less a month keeps the rest.
    """
    price = question.reference.figure(city, "home_price_m2")
    rent = by_area(question, city, area_m2, RentLevel.TYPICAL)
    if isinstance(rent, Gap) or price is None or not price.is_own:
        return Gap(line="rent_or_buy", reason=say("missing.rent_or_buy", city_place=city))
    terms = loan_terms(question, city, area_m2)
    flat = _Flat(
        question,
        city,
        area_m2,
        fen(price.value * area_m2),
        rent.per_month,
        terms,
        indexed_city(question, city),
    )
    buying, renting = (owned[:, 0] for owned in flat.net_worths(Central()))
    drawn = np.subtract(*flat.net_worths(Drawn(Block(0, question.household.draws))))
    borrowed = flat.borrowed
    return RentOrBuy(
        city=city,
        area_m2=area_m2,
        price=flat.price,
        rent=flat.rent,
        down_payment=flat.price - int(borrowed),
        deed_tax=round(flat.price * terms.deed_tax_share),
        instalment=round(float(flat.loans.instalment)),
        wins_after=_wins_after(buying - renting),
        years=tuple(_year(year, buying, renting, drawn) for year in range(1, YEARS + 1)),
        figures=(price, *rent.figures),
        terms=terms,
        indexed_city=flat.indexed,
    )


@dataclass(frozen=True, slots=True)
class _Flat:
    question: Question
    city: str
    area_m2: float
    price: int
    rent: int
    terms: LoanTerms
    indexed: str | None

    @property
    def borrowed(self) -> Floats:
        return np.asarray(self.price * (1 - self.terms.down_payment_share))

    @property
    def loans(self) -> Loans:
        return loans(self.terms, self.borrowed, pays_into_fund=True)

    def net_worths(self, shocks: Shocks) -> tuple[Floats, Floats]:
        """What who buys and who rents own at each year's end, (years + 1, draws), real.

        Month by month: within a year what is paid stays the same, so that twelve months of saving
        with interest have one formula.
        """
        growth, sd = price_growth(self.question, self.indexed or self.city)
        prices = shocks.levels(Quantity.HOME_PRICE, fading(growth, YEARS), sd)
        assumed = self.question.assumptions
        renewals = [assumed["rent_growth"]] * (YEARS - 1)
        rents = shocks.levels(Quantity.RENT_GROWTH, renewals, assumed["rent_growth_sd"])
        found = self.loans
        tier_one = self.question.place(self.city).tier == TIER_ONE
        fee = assumed["property_fee_tier_one" if tier_one else "property_fee_home"]
        haircut = assumed["resale_haircut_tier_one" if tier_one else "resale_haircut"]
        owner = float(found.instalment) + fen(fee * self.area_m2)
        kept = np.zeros(prices.shape[1])
        grown, twelve_payments = _year_of_interest(assumed["interest_on_cash"] / MONTHS)
        start = self.price * (self.terms.down_payment_share + self.terms.deed_tax_share)
        renter = kept + start
        bought, rented = [self.price * (1 - haircut) - self.borrowed + kept], [renter]
        for year in range(1, YEARS + 1):
            paid = owner if (year - 1) * MONTHS < self.terms.months else fen(fee * self.area_m2)
            saved = paid - self.rent * rents[year - 1]
            renter = renter * grown + saved * twelve_payments
            equity = self.price * prices[year] * (1 - haircut) - loan_left(
                self.terms, found, year * MONTHS
            )
            deflator = (1 + assumed["inflation"]) ** year
            bought.append(equity / deflator + kept)
            rented.append(renter / deflator)
        return np.stack(bought), np.stack(rented)


def _year_of_interest(monthly: float) -> tuple[float, float]:
    """What CNY 1 is worth after twelve months, and CNY 1 paid in at the end of each of them."""
    grown = (1 + monthly) ** MONTHS
    return grown, (grown - 1) / monthly if monthly else float(MONTHS)


def _wins_after(central: Floats) -> int | None:
    behind = np.flatnonzero(central < 0)
    if not behind.size:
        return 0
    last = int(behind[-1])
    return None if last == central.size - 1 else last + 1


def _year(year: int, buying: Floats, renting: Floats, drawn: Floats) -> BuyingYear:
    low, middle, high = (float(np.quantile(drawn[year], share)) for share in BAND)
    return BuyingYear(
        year=year, buying=float(buying[year]), renting=float(renting[year]),
        central=float(buying[year] - renting[year]), p10=low, p50=middle, p90=high,
        buying_ahead=float((drawn[year] > 0).mean()),
    )  # fmt: skip
