"""The one door: a household and the reference in, the whole comparison out (model §8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advisor.engine.cash_notes import notes_on_cash
from advisor.engine.cautions import cautions, living_follows_income
from advisor.engine.conventions import Assumptions, Convention
from advisor.engine.down_payment import down_payment
from advisor.engine.facts import facts
from advisor.engine.household import Destination, Household
from advisor.engine.jobs import Job
from advisor.engine.lives import Life, life_at_home, life_away, utilities_of
from advisor.engine.moving import advance_months, follows, search_months
from advisor.engine.outlay import FirstPay, FirstYear, cash_needed, pay_free_cost, runway_months
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.pictures import picture
from advisor.engine.price_ratio import PriceRatio, price_ratio
from advisor.engine.projection.answer import Projection
from advisor.engine.projection.outcome import Verdict
from advisor.engine.question import Question
from advisor.engine.reference import Reference
from advisor.engine.result import Comparison, OneOff, Picture, Prospect, Status
from advisor.engine.rulebook import city_scheme, income_tax_scheme
from advisor.engine.thresholds import costs_of, thresholds
from advisor.engine.trail import Head, total

ENGINE_VERSION = "2"


def compare(
    household: Household,
    reference: Reference,
    conventions: Mapping[str, Convention],
    *,
    years_ahead: bool = True,
) -> Comparison:
    """Staying beside each destination.

    A destination's answer depends on no other destination. Without the years ahead there are the
    monthly pictures, the cost of the move and the thresholds of a month, and no verdict.
    Raises NoRuleYetError for a date before the first rules of the income tax or of home.
    """
    _require_rules(reference, household.home)
    assumptions = Assumptions(conventions=conventions, changed=household.assumptions)
    question = Question(household=household, reference=reference, assumptions=assumptions)
    home = life_at_home(question)
    at_home = picture(home)
    projected = years_ahead and at_home.status is not Status.UNKNOWN
    projection = Projection.of(question, home) if projected else None
    return Comparison(
        edition=reference.edition,
        engine=ENGINE_VERSION,
        home=at_home,
        home_facts=facts(question, household.home),
        home_down_payment=down_payment(question, household.home, at_home.monthly, None),
        destinations=tuple(
            _prospect(question, home, at_home, projection, destination)
            for destination in household.destinations
        ),
    )


def _require_rules(reference: Reference, home: str) -> None:
    """Raises NoRuleYetError where the date lies before the first rules of tax or of home."""
    income_tax_scheme(reference)
    try:
        city_scheme(reference, home)
    except NoRuleYetError as error:
        if error.earliest is not None:  # else home has no rules on any date: its pay is unknown
            raise


def _prospect(
    question: Question,
    home: Life,
    at_home: Picture,
    projection: Projection | None,
    destination: Destination,
) -> Prospect:
    away = life_away(question, destination)
    there = picture(away)
    ratio = price_ratio(question, question.household.home, destination.city)
    found, notes = thresholds(
        question,
        at_home.monthly,
        utilities_of(home),
        away,
        costs_of(there.monthly, utilities_of(away)),
        ratio if isinstance(ratio, PriceRatio) else None,
    )
    one_off = _one_off(question, destination, away, there)
    projected = None
    if projection is not None and there.status is not Status.UNKNOWN:
        projected = projection.against(away, destination, one_off.cash_needed)
        one_off = replace(one_off, cash_needed=projected.cash_needed)
    more = notes_on_cash(question, there, one_off, projected)
    more += () if projected is None else projected.notes
    more += cautions(question, destination, away)
    there = replace(there, lines=there.lines + living_follows_income(question, away, there))
    return Prospect(
        picture=replace(there, notes=(*there.notes, *notes, *more)),
        difference=there.monthly - at_home.monthly,
        one_off=one_off,
        thresholds=found,
        typical_pay=away.typical,
        verdict=Verdict.NOT_ENOUGH_DATA if projected is None else projected.verdict,
        projected=projected,
        facts=facts(question, destination.city),
        down_payment=down_payment(question, destination.city, there.monthly, one_off),
    )


def _one_off(question: Question, destination: Destination, away: Life, there: Picture) -> OneOff:
    """The cost of the move, and the cash it takes until it carries itself."""
    monthly = there.monthly
    gone = total(there.lines, Head.ONE_OFF)
    deposit = total(there.lines, Head.RECOVERABLE)
    rent_known = monthly.housing is not None
    unknown = OneOff(
        total=gone if rent_known else None,
        recoverable=deposit if rent_known else None,
        pay_free_cost=None,
        cash_needed=None,
        runway_months=None,
    )
    if monthly.money_left is None:
        return unknown
    year = _first_year(question, destination, away, there, gone, deposit)
    savings = question.household.savings_fen
    return OneOff(
        total=gone,
        recoverable=deposit,
        pay_free_cost=pay_free_cost(year),
        cash_needed=cash_needed(year) if monthly.money_left >= 0 else None,
        runway_months=None if savings is None else runway_months(year, savings),
    )


def _first_year(
    question: Question,
    destination: Destination,
    away: Life,
    there: Picture,
    gone: int,
    deposit: int,
) -> FirstYear:
    monthly = there.monthly
    is_let = any(line.line == "deposit" for line in there.lines)
    rent = sum(line.amount for line in there.lines if line.line == "rent" and is_let)
    costs = (monthly.housing or 0) + (monthly.living or 0) + (monthly.commitments or 0)
    return FirstYear(
        pays=tuple(_first_pay(question, destination, job, there) for job in away.jobs),
        rent=rent,
        other_costs=costs - rent,
        one_off=gone,
        deposit=deposit,
        advance_months=advance_months(question, destination) if is_let else 0.0,
        pay_comes_last=destination.city != question.household.home,
    )


def _first_pay(question: Question, destination: Destination, job: Job, there: Picture) -> FirstPay:
    """What the job brings; who stays at home has no months without pay."""
    own = [line for line in there.lines if line.earner == job.earner]
    wait = search_months(
        question,
        destination,
        has_offer=job.has_offer,
        follows=follows(question, job.earner),
    )
    return FirstPay(
        take_home=total(own, Head.GROSS) - total(own, Head.CONTRIBUTIONS) - total(own, Head.TAX),
        search_months=wait if job.city == destination.city else 0.0,
    )
