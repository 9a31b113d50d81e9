"""What each key of the documents means, and what their schemas can't say by themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

type Words = Mapping[str, Any]


def said(description: str, **more: Any) -> Words:
    """A key's description, with what else its schema shall say."""
    return {"description": description, **more}


LANGUAGE = said(_("Language of the sentences in the answer."))
CITY = said(_("A city by its code, its English or its Chinese name."))
MONTHLY = said(_("CNY a month, with at most two decimals."))

NET_PAY: Mapping[str, Mapping[str, Words]] = {
    "NetPayDocument": {
        "city": CITY,
        "year": said(_("The tax year.")),
        "months": said(_("The months worked in that year for this employer, in order.")),
        "declared_base": said(
            _("Base declared for social insurance, CNY; null: the first month's gross pay.")
        ),
        "fund_base": said(_("Base of the housing fund, CNY; null: the declared base.")),
        "fund_rate": said(
            _("Rate of the housing fund; null: 5 % or the city's lowest, with a note.")
        ),
        "supplementary_fund_rate": said(_("Rate of the supplementary housing fund.")),
        "contributions": said(
            _("By the city's rules, none, or an amount given instead of the rules.")
        ),
        "special_additional_deductions": said(
            _("Special additional deductions: CNY a month, or a list with one amount a month.")
        ),
        "settlement_deductions": said(
            _("Deducted at the annual settlement only (serious illness), CNY.")
        ),
        "bonus": said(_("A year-end bonus; null: none.")),
        "first_wage_of_year": said(
            _("Whether the basic deduction counts for each month since January.")
        ),
        "language": LANGUAGE,
    },
    "MonthPart": {
        "month": said(_("1 to 12.")),
        "gross": said(_("Gross pay, CNY, with at most two decimals.")),
    },
    "MonthlySum": {"monthly": MONTHLY},
    "SumByMonth": {"by_month": said(_("CNY, one amount for each month listed."))},
    "BonusPart": {
        "amount": said(_("Before tax, CNY.")),
        "month": said(_("Month in which it is paid; null: the last one listed.")),
        "tax": said(_("How it is taxed: by itself, with the wages of its month, or the cheaper.")),
    },
}

COMPARE_HOUSEHOLD: Mapping[str, Mapping[str, Words]] = {
    "CompareDocument": {
        "home": said(_("The home city, and how the household lives there.")),
        "earners": said(_("Who earns; pay of 0 means no job.")),
        "on": said(_("Date of the data; null: today.")),
        "move_date": said(_("Month of the move, such as 2027-01; null: the one after that date.")),
        "horizon_years": said(_("Years to look ahead.")),
        "draws": said(
            _("Futures drawn; cities × draws × years of a request are at most 1,000,000.")
        ),
        "adults": said(_("Adults in the household; null: as many as earners.")),
        "children": said(_("Children in the household.")),
        "parents_supported": said(_("Parents whom the household supports.")),
        "parents_60_plus": said(_("Parents of 60 or older, for the deduction.")),
        "basket": said(_("How the household lives: its everyday spending.")),
        "living_total_home": said(_("Own total of everyday spending at home, CNY a month.")),
        "living": said(_("Own everyday spending by category.")),
        "commitments_monthly": said(_("Fixed commitments, CNY a month.")),
        "savings": said(_("Savings, CNY; null: not known.")),
        "fund_balance": said(_("Balance of the housing fund, CNY.")),
        "destinations": said(_("Cities to compare with; null: the four tier-one cities.")),
        "assumptions": said(_("Conventions by name, with the value to use instead.")),
        "language": LANGUAGE,
    },
    "HomePart": {"city": CITY, "housing": said(_("How the household is housed."))},
    "HomeHousingPart": {
        "kind": said(_("Owner, renter or with family.")),
        "area_m2": said(_("Floor area, m²; null: as is usual.")),
        "value": said(_("What the home would sell for, CNY; null: by its area.")),
        "mortgage_left": said(_("Mortgage that is left, CNY.")),
        "mortgage_monthly": said(_("Mortgage payment, CNY a month.")),
        "rent": said(_("Rent, CNY a month; null: typical.")),
        "if_leaving": said(_("What becomes of an owned home: kept, let, sold, or lived in.")),
    },
    "EarnerPart": {
        "pay": said(_("Pay at home.")),
        "unit": said(_("Kind of employer.")),
        "sector": said(_("Sector by GB/T 4754, A to S."), pattern="^[A-Sa-s]$"),
        "post": said(_("Kind of post.")),
        "age": said(_("Age in years.")),
        "only_child": said(_("Whether an only child, for the deduction for parents.")),
        "stays": said(_("Whether this earner stays at home.")),
        "further_study": said(_("Whether in further education, for the deduction.")),
        "paid_this_year": said(_("What was paid in this tax year before the move.")),
        "probation": said(_("Lower pay at first.")),
    },
    "ChildPart": {
        "born": said(_("Month of birth, such as 2018-05.")),
        "moves": said(_("Whether the child moves along.")),
    },
}

COMPARE_PARTS: Mapping[str, Mapping[str, Words]] = {
    "PayPart": {
        "gross_monthly": said(_("Gross pay, CNY a month, with at most two decimals.")),
        "months": said(_("Months of pay a year; null: 12, of an offer as at home.")),
        "bonus": said(_("Year-end bonus, CNY; null: none, of an offer the same share as at home.")),
        "fund_rate": said(_("Rate of the housing fund; null: as is usual in the city.")),
        "insured_base": said(
            _("Base of the contributions: the actual pay, the minimum, none, or CNY a month.")
        ),
        "contributions_monthly": said(
            _("Own payment of who works flexibly, CNY a month; it replaces the rules.")
        ),
    },
    "PaidThisYearPart": {
        "months": said(_("Months paid.")),
        "gross": said(_("Gross pay in them, CNY.")),
        "contributions": said(_("Own contributions in them, CNY.")),
        "tax": said(_("Tax withheld in them, CNY.")),
    },
    "ProbationPart": {
        "months": said(_("Months of probation.")),
        "share": said(_("Share of the pay in them.")),
    },
    "DestinationPart": {
        "city": CITY,
        "offers": said(_("An offer for each earner; null: typical pay.")),
        "housing": said(_("The home wanted there.")),
        "moving": said(_("What the move costs; what is not given is by conventions.")),
        "basket": said(_("How the household would live there; null: as at home.")),
        "school_place": said(_("Kind of school place for the children.")),
        "fund_for_rent": said(_("Whether the housing fund is drawn for rent.")),
    },
    "AwayHousingPart": {
        "kind": said(_("What is rented; null: one bedroom, with children two.")),
        "area_m2": said(_("Floor area, m²; needed for the kind “area”.")),
        "level": said(_("Low, typical or high rent for what it is.")),
        "rent": said(_("Rent, CNY a month; null: by the figures.")),
        "buy_in_year": said(_("Year after the move in which a home is bought; null: never.")),
        "buy_area_m2": said(_("Floor area of the home that is bought, m².")),
        "down_payment": said(_("Down payment, CNY.")),
    },
    "MovingPart": {
        "travel": said(_("Travel to the new city, CNY.")),
        "freight": said(_("Moving of the household goods, CNY.")),
        "agent_fee": said(_("Fee of the agent, CNY.")),
        "deposit_months": said(_("Deposit, months of rent.")),
        "advance_months": said(_("Rent paid in advance, months.")),
        "set_up": said(_("Setting up the new home, CNY.")),
        "first_nights": said(_("Nights before there is a home, CNY.")),
        "search_months": said(_("Months of search for a job, without pay.")),
        "trips_home_a_year": said(_("Trips home a year.")),
    },
    "LivingPart": dict.fromkeys(
        ("food", "clothing", "household", "transport", "education", "health", "other"),
        said(_("Own spending in this category; null: estimated.")),
    ),
    "CategoryPart": {
        "mode": said(_("Estimated, own amounts, or nothing.")),
        "home": said(_("CNY a month at home.")),
        "away": said(_("CNY a month there; null: as at home, by the prices there.")),
    },
}
KEYS: Mapping[str, Mapping[str, Words]] = {**NET_PAY, **COMPARE_HOUSEHOLD, **COMPARE_PARTS}
