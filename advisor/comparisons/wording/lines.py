"""Names of lines and heads. A code that is composed of others is named from its parts."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from advisor.comparisons.wording.errors import UnknownCodeError
from advisor.engine.trail import Head

HEADS: dict[str, str] = {
    "gross": gettext_noop("Gross pay"),
    "contributions": gettext_noop("Insurance and housing fund"),
    "tax": gettext_noop("Income tax"),
    "take_home": gettext_noop("Take-home pay"),
    "housing": gettext_noop("Housing"),
    "living": gettext_noop("Living"),
    "commitments": gettext_noop("Fixed commitments"),
    "money_left": gettext_noop("Money left each month"),
    "housing_fund": gettext_noop("Housing fund"),
    "pension_account": gettext_noop("Own pension account"),
    "locked_savings": gettext_noop("Locked savings"),
    "one_off": gettext_noop("One-off moving cost"),
    "recoverable": gettext_noop("Comes back later"),
    "context": gettext_noop("For comparison, not counted"),
}

LINES: dict[str, str] = {
    # pay
    "wages": gettext_noop("Wages"),
    "thirteenth_pay": gettext_noop("13th month's pay and beyond"),
    "bonus": gettext_noop("Year-end bonus"),
    "pension": gettext_noop("Pension insurance"),
    "medical": gettext_noop("Medical insurance"),
    "unemployment": gettext_noop("Unemployment insurance"),
    "injury": gettext_noop("Work-injury insurance"),
    "maternity": gettext_noop("Maternity insurance"),
    "housing_fund": gettext_noop("Housing fund, own part"),
    "supplementary_fund": gettext_noop("Supplementary housing fund"),
    "own_contributions": gettext_noop("Contributions paid by yourself"),
    "income_tax": gettext_noop("Income tax on wages"),
    "bonus_tax": gettext_noop("Income tax on the year-end bonus"),
    "contributions": gettext_noop("Contribution rules"),
    "typical_pay": gettext_noop("Typical pay"),
    "typical_pay_low": gettext_noop("Expected pay, low"),
    "typical_pay_typical": gettext_noop("Expected pay, typical"),
    "typical_pay_high": gettext_noop("Expected pay, high"),
    # locked savings
    "fund_own": gettext_noop("Housing fund, own part"),
    "fund_employer": gettext_noop("Housing fund, employer's part"),
    "pension_account": gettext_noop("Own pension account"),
    # housing
    "rent": gettext_noop("Rent"),
    "property_fee": gettext_noop("Property fee"),
    "heating": gettext_noop("Heating fee"),
    "mortgage": gettext_noop("Mortgage payment"),
    "rent_received": gettext_noop("Rent received"),
    "imputed_rent": gettext_noop("What the own home would cost in rent"),
    "rent_or_buy": gettext_noop("Renting or buying there"),
    "purchase": gettext_noop("Buying a home there"),
    # living
    "living": gettext_noop("Daily spending"),
    "living_as_locals": gettext_noop("Spending as people there live"),
    "utilities": gettext_noop("Water, power and gas"),
    "schooling": gettext_noop("Raising children beyond daily spending"),
    "trips_home": gettext_noop("Trips home"),
    "living_follows_income": gettext_noop("Living if it follows your pay"),
    "living_food": gettext_noop("Food, tobacco and liquor"),
    "living_clothing": gettext_noop("Clothing"),
    "living_household": gettext_noop("Household goods and services"),
    "living_transport": gettext_noop("Transport and communication"),
    "living_education": gettext_noop("Education, culture and recreation"),
    "living_health": gettext_noop("Health care"),
    "living_other": gettext_noop("Other goods and services"),
    "price_ratio": gettext_noop("Price ratio between the two cities"),
    # commitments
    "commitments": gettext_noop("Fixed commitments"),
    # the move
    "travel": gettext_noop("Travel"),
    "freight": gettext_noop("Moving goods"),
    "agent_fee": gettext_noop("Agent fee"),
    "set_up": gettext_noop("Setting up the home"),
    "first_nights": gettext_noop("First nights"),
    "deposit": gettext_noop("Rent deposit"),
    "fund_for_rent": gettext_noop("Housing fund withdrawn for rent"),
}


def head_label(head: Head | str) -> str:
    """The name of a head or total of the monthly picture."""
    return _(_known(HEADS, str(head)))


def line_label(line: str) -> str:
    """The name of a line, whoever's home it belongs to."""
    if line in LINES:
        return _(LINES[line])
    if line.startswith("kept_home_"):
        return _("{line}, home left behind").format(
            line=line_label(line.removeprefix("kept_home_"))
        )
    if line.startswith("home_"):
        return _("{line}, of those who stay").format(line=line_label(line.removeprefix("home_")))
    raise UnknownCodeError(line)


def gap_label(line: str) -> str:
    """The name of what is missing or approximated: a line or a whole head."""
    return head_label(line) if line in HEADS and line not in LINES else line_label(line)


def _known(names: dict[str, str], code: str) -> str:
    try:
        return names[code]
    except KeyError as error:
        raise UnknownCodeError(code) from error
