"""What to ask an employer before saying yes: short questions, each with why it matters."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from advisor.comparisons.presenters.book import Book
from advisor.engine.deductions import in_force
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.reference import Reference
from advisor.engine.rulebook import city_scheme
from advisor.web.money import percent, yuan

PPM = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """A question to put, and why."""

    ask: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CityQuestions:
    city: str
    questions: tuple[Question, ...]


def employer_questions(reference: Reference, city: str, book: Book) -> CityQuestions:
    """The questions for an employer in that city, with the ranges its rules allow."""
    try:
        scheme: ContributionScheme | None = city_scheme(reference, city)
    except NoRuleYetError:
        scheme = None
    return CityQuestions(
        city=book.place(city),
        questions=(
            _base(scheme),
            _fund(scheme),
            _extra_pay(),
            _probation(reference, book),
            _dormitory(),
        ),
    )


def _base(scheme: ContributionScheme | None) -> Question:
    why = _(
        "On a lower base you take home more now; pension, sick pay, unemployment benefit and fund"
        " are less."
    )
    if scheme is not None:
        pension = next(one for one in scheme.insurances if one.name == "pension")
        why += " " + _("The pension base there lies between {floor} and {cap} a month.").format(
            floor=yuan(pension.floor_fen), cap=yuan(pension.cap_fen)
        )
    return Question(
        ask=_("On which base do you pay social insurance and housing fund: my full pay?"), why=why
    )


def _fund(scheme: ContributionScheme | None) -> Question:
    why = _("What the employer pays into the fund is yours, on top of pay.")
    if scheme is not None:
        why += " " + _("Allowed there: {low} to {high}.").format(
            low=percent(scheme.fund.lowest_ppm / PPM), high=percent(scheme.fund.highest_ppm / PPM)
        )
    return Question(ask=_("Which housing-fund rate do you pay?"), why=why)


def _extra_pay() -> Question:
    return Question(
        ask=_("Is there a 13th month's pay or a bonus, and what does it depend on?"),
        why=_("Only what stands in the contract is safe to count on."),
    )


def _probation(reference: Reference, book: Book) -> Question:
    """The law's limits, from the rules in force."""
    rules = reference.rule_files["labour"]
    share = in_force(rules["probation_pay"], reference.on)
    why = ""
    if share is not None:
        source = book.sources[share["source_id"]]
        why = _("By law at least {share} of the agreed pay ({law}).").format(
            share=percent(float(share["min_share_of_agreed_wage"]), 0), law=source.title
        )
    limits = [row for row in rules["probation"] if int(row["max_probation_months"]) > 0]
    for row in limits:
        why += " " + _("Contract from {start} months on: at most {most} months.").format(
            start=row["contract_from_months"], most=row["max_probation_months"]
        )
    return Question(ask=_("How long is the probation, and what is paid during it?"), why=why)


def _dormitory() -> Question:
    return Question(
        ask=_("Is there a dormitory or housing allowance, and what does it cost?"),
        why=_("Rent is the largest difference between the cities."),
    )
