"""The words of money that pages use, each with its meaning in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A word and what it means, both to be translated."""

    name: str
    meaning: str


def _term(name: str, meaning: str) -> Term:
    return Term(name=name, meaning=meaning)


PAY: dict[str, Term] = {
    "gross": _term(
        gettext_noop("gross pay"),
        gettext_noop(
            "What the employer agrees to pay, before your insurance, housing fund and income tax"
            " come off."
        ),
    ),
    "take_home": _term(
        gettext_noop("take-home pay"),
        gettext_noop("What reaches your bank account: gross pay less contributions and tax."),
    ),
    "contributions": _term(
        gettext_noop("insurance and housing fund"),
        gettext_noop(
            "Your own payments each month for pension, medical and unemployment insurance and for"
            " the housing fund. The employer pays as well, on top of your pay."
        ),
    ),
    "contribution_base": _term(
        gettext_noop("contribution base"),
        gettext_noop(
            "The pay from which contributions are counted. It is held between a floor and a cap"
            " that each city sets every year."
        ),
    ),
    "tax": _term(
        gettext_noop("income tax"),
        gettext_noop(
            "Tax on a year's pay, after CNY 60,000, your contributions and your deductions are"
            " taken off."
        ),
    ),
    "special_additional_deduction": _term(
        gettext_noop("special additional deduction"),
        gettext_noop(
            "An amount for rent, children, parents and the like that is taken off pay before it is"
            " taxed."
        ),
    ),
    "average_wage": _term(
        gettext_noop("average wage"),
        gettext_noop(
            "All pay divided by all who were paid. A few high earners lift it, so most people get"
            " less than the average."
        ),
    ),
}
EVERY_MONTH: dict[str, Term] = {
    "money_left": _term(
        gettext_noop("money left"),
        gettext_noop(
            "What remains of take-home pay after housing, living and fixed commitments. The housing"
            " fund is not in it."
        ),
    ),
    "commitments": _term(
        gettext_noop("fixed commitments"),
        gettext_noop(
            "What you owe every month wherever you live: loans, money for parents, a home that you"
            " keep."
        ),
    ),
    "housing_fund": _term(
        gettext_noop("housing fund"),
        gettext_noop(
            "Savings for a home: you and your employer pay the same share of pay into an account in"
            " your name. It is yours, but may be drawn only for rent, a home, or by rule."
        ),
    ),
    "pension_account": _term(
        gettext_noop("pension account"),
        gettext_noop(
            "The part of pension insurance that is booked in your own name, paid out in old age."
        ),
    ),
    "locked_savings": _term(
        gettext_noop("locked savings"),
        gettext_noop(
            "Money that is yours and cannot be spent now: the housing fund and your own pension"
            " account."
        ),
    ),
}
THE_MOVE: dict[str, Term] = {
    "one_off": _term(
        gettext_noop("one-off cost"),
        gettext_noop("What the move costs once and does not come back: travel, freight, fees."),
    ),
    "deposit": _term(
        gettext_noop("deposit"),
        gettext_noop("Money the landlord holds and gives back when you leave."),
    ),
    "cash_needed": _term(
        gettext_noop("cash needed"),
        gettext_noop(
            "What you must have at hand so that money does not run out in the first year there."
        ),
    ),
    "pay_back": _term(
        gettext_noop("paid back"),
        gettext_noop(
            "A move has paid back from the month on in which what it brought in covers what it"
            " cost, and stays so."
        ),
    ),
}
THE_YEARS: dict[str, Term] = {
    "verdict": _term(
        gettext_noop("verdict"),
        gettext_noop(
            "In a few words, whether you are likely to own more by moving. It rests on the chances"
            " that stand below it."
        ),
    ),
    "net_worth": _term(
        gettext_noop("what you would own"),
        gettext_noop(
            "Cash, housing fund, deposit and home together, less what is owed. Others call it net"
            " worth."
        ),
    ),
    "equally_likely": _term(
        gettext_noop("equally likely"),
        gettext_noop("Each of the twenty dots stands for the same chance: one in twenty."),
    ),
    "eight_of_ten": _term(
        gettext_noop("8 of 10 cases"),
        gettext_noop(
            "We work the years out many times, with other luck each time. One time in ten it ends"
            " below this range, one time in ten above it."
        ),
    ),
    "todays_money": _term(
        gettext_noop("today's money"),
        gettext_noop("Later amounts, made smaller by the rise of prices until then."),
    ),
}
A_HOME: dict[str, Term] = {
    "down_payment": _term(
        gettext_noop("down payment"),
        gettext_noop("The part of a home's price that is paid at once; the rest is borrowed."),
    ),
    "deed_tax": _term(
        gettext_noop("deed tax"),
        gettext_noop("A tax that the buyer of a home pays once, as a share of its price."),
    ),
    "instalment": _term(
        gettext_noop("instalment"),
        gettext_noop(
            "What is paid back of a home loan each month, always the same sum. The housing fund"
            " lends at a lower rate up to a limit, a bank lends the rest."
        ),
    ),
    "price_index": _term(
        gettext_noop("price index"),
        gettext_noop(
            "A figure for how home prices moved. The National Bureau of Statistics publishes it"
            " every month for 70 cities."
        ),
    ),
    "property_fee": _term(
        gettext_noop("property fee"),
        gettext_noop("What is paid by area for looking after a building and its grounds."),
    ),
}
FIGURES: dict[str, Term] = {
    "price_ratio": _term(
        gettext_noop("price ratio"),
        gettext_noop("How dear daily life is in one city against another, rents left out."),
    ),
    "band": _term(
        gettext_noop("band"),
        gettext_noop(
            "Cities so near to each other that our figures cannot tell which of them is dearer."
        ),
    ),
    "estimated": _term(
        gettext_noop("estimated"),
        gettext_noop("Worked out from other figures, because nobody published this one."),
    ),
    "assumption": _term(
        gettext_noop("our assumption"),
        gettext_noop("A value that we chose where no figure decides it. You can change each one."),
    ),
    "registration": _term(
        gettext_noop("household registration"),
        gettext_noop(
            "The place where your household is entered (hukou). Schools, exams and buying a home"
            " may depend on it."
        ),
    ),
}
GROUPS: dict[str, dict[str, Term]] = {
    gettext_noop("Pay"): PAY,
    gettext_noop("Every month"): EVERY_MONTH,
    gettext_noop("The move"): THE_MOVE,
    gettext_noop("The years ahead"): THE_YEARS,
    gettext_noop("A home of one's own"): A_HOME,
    gettext_noop("About figures"): FIGURES,
}
TERMS: dict[str, Term] = {code: term for group in GROUPS.values() for code, term in group.items()}
