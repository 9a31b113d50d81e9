"""What the figures leave out for this household, said beside them and never in a score."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.engine.household import Destination, Unit
from advisor.engine.housing import is_sold
from advisor.engine.lives import Life
from advisor.engine.projection.purchase import purchase_plan
from advisor.engine.question import MONTHS, Question, fen, split
from advisor.engine.result import Picture
from advisor.engine.trail import Basis, Gap, Head, Line, Sentence, say, total

RETIREMENT_NEAR = 50  # years of age at the horizon from which retirement is spoken of
FAR_ABOVE = 1.5  # take-home an adult over local disposable income a head


def cautions(question: Question, destination: Destination, away: Life) -> tuple[Sentence, ...]:
    """Sentences on what this household would give up or take on beyond the figures."""
    if destination.city == question.household.home:
        return ()
    return (
        *_cautions(question, destination, away),
        *_of_family(question, destination),
        *_of_purchase(question, destination),
        *_of_paid_months(question),
    )


def living_follows_income(question: Question, life: Life, there: Picture) -> tuple[Line, ...]:
    """Living as it might be on that pay, where nothing was typed and pay is far above the place's.

    A context line: our estimate × (take-home an adult ÷ local disposable income a head) to the
    power of the convention `spending_follows_income`.
    """
    household = question.household
    income = question.reference.figure(life.city, "disposable_income_urban")
    typed = household.living_total_fen is not None or bool(household.living)
    if typed or income is None or there.monthly.take_home is None:
        return ()
    ratio = there.monthly.take_home / household.adults / fen(income.value / MONTHS)
    if ratio <= FAR_ABOVE:
        return ()
    scaled = ratio ** question.assumptions["spending_follows_income"]
    return (
        Line(
            line="living_follows_income", head=Head.CONTEXT,
            amount=round(total(there.lines, Head.LIVING) * scaled),
            basis=Basis.MEASURED,
            formula=say("formula.living_follows_income", times=round(scaled, 2)),
            figures=(income,), conventions=("spending_follows_income",),
        ),
    )  # fmt: skip


def _cautions(question: Question, destination: Destination, away: Life) -> Iterator[Sentence]:
    household = question.household
    movers = [earner for earner in household.earners if not earner.stays]
    if any(earner.unit is Unit.NON_PRIVATE and earner.pay.gross_fen for earner in movers):
        yield say("note.public_post_given_up")
    if any(earner.pay.gross_fen for earner in movers):
        yield say("note.pension_place_not_covered")
    partner = away.jobs[1] if len(away.jobs) > 1 else None
    if partner is not None and partner.earner in {pay.earner for pay in away.typical}:
        yield say("note.partner_pay_is_an_estimate", partner_fen=int(partner.gross))
    ages = [earner.age for earner in movers if earner.age is not None]
    if ages and max(ages) + household.horizon_years >= RETIREMENT_NEAR:
        yield say("note.retirement_not_projected", age=max(ages), years=household.horizon_years)


def _of_family(question: Question, destination: Destination) -> Iterator[Sentence]:
    """Who stays behind, and the home that does not."""
    household = question.household
    if household.parents_supported:
        yield say("note.parents_stay", parents=household.parents_supported)
    if is_sold(question, destination):
        yield say("note.no_sold_home_to_come_back_to")
    who = split(household, destination)
    if who.stayers.children and not who.stayers.adults:
        yield say("note.children_stay_with_others", children=len(who.stayers.children))
    if who.movers.children:
        yield say("note.schooling_depends_on_place")


def _of_purchase(question: Question, destination: Destination) -> Iterator[Sentence]:
    """What the purchase asked for lacks."""
    buying = purchase_plan(question, destination, pays_into_fund=True)
    if isinstance(buying, Gap):
        yield buying.reason
    elif buying is not None and buying.terms.fund_cap is None:
        yield say("note.no_fund_cap_known", city_place=destination.city)


def _of_paid_months(question: Question) -> Iterator[Sentence]:
    """Where the months already paid this year are not those before the move."""
    before = question.household.move.month - 1
    for earner in question.household.earners:
        paid = earner.paid_this_year
        if paid is not None and paid.months != before:
            yield say("note.paid_months_differ", paid=paid.months, before=before)
