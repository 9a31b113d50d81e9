"""What a life costs and brings before anything is drawn: the amounts the projection starts from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from advisor.engine.draws import Stream
from advisor.engine.earnings import cheapest, with_pay
from advisor.engine.household import Destination, HomeKind, IfLeaving, PaidThisYear, Probation
from advisor.engine.housing import TIER_ONE, home_left_behind, is_sold
from advisor.engine.jobs import Job
from advisor.engine.lives import Life
from advisor.engine.moving import advance_months, follows, search_months
from advisor.engine.projection.home_prices import price_growth
from advisor.engine.projection.purchase import PurchasePlan, purchase_plan
from advisor.engine.question import Question, fen
from advisor.engine.trail import Basis, Gap, Head, Line, total

# Log-normal: how many standard deviations the 90th percentile lies above the median.
Z90 = 1.2815515655446004
LARGE_TIERS = (TIER_ONE, "new-first", "second")
Amount = Any  # fen: a number, or an array with one entry a draw or candidate


@dataclass(frozen=True, kw_only=True, slots=True)
class EarnerPlan:
    """One earner's job in a life. `search` is the mean wait for the first pay in months."""

    job: Job
    special_deductions: int
    stream: Stream
    search: Amount
    search_is_certain: bool
    pay_log_sd: float = 0.0
    paid_this_year: PaidThisYear | None = None
    probation: Probation | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RentPlan:
    """A rent a month and how far our figure may be off; `stream` whose error it is."""

    per_month: Amount
    level_sd: float
    stream: Stream


@dataclass(frozen=True, kw_only=True, slots=True)
class LivingPlan:
    """Living a month, and the errors of our estimate and of the price ratio."""

    per_month: Amount
    own_sd: float
    ratio_sd: float
    stream: Stream


@dataclass(frozen=True, kw_only=True, slots=True)
class HomePlan:
    """An owned home: asking price, its expected changes a year, loan left; sold after months."""

    price: Amount
    growth: float
    growth_sd: float
    haircut: float
    mortgage_left: int
    mortgage_monthly: int
    mortgage_rate: float
    sold_after: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A whole life's plan. Amounts are fen a month unless they say otherwise."""

    earners: tuple[EarnerPlan, ...]
    rents: tuple[RentPlan, ...]
    living: LivingPlan
    fixed: Amount  # upkeep, mortgage and commitments that no draw changes
    until_sold: Amount  # what the home to be sold costs until then
    one_off: Amount
    deposit: Amount
    deposit_months: float  # of the first rent; 0 where the deposit does not follow the rent
    fee_months: float  # of the first rent; 0 where the agent fee does not follow the rent
    advance_months: float
    home: HomePlan | None
    purchase: PurchasePlan | None
    withdraws_fund: bool
    pay_comes_last: bool  # in its month: no pay of an earlier month is at hand


def plan(question: Question, life: Life, destination: Destination | None) -> Plan:
    """The plan of the life at home (no destination) or of the life after the move."""
    lines = life.part.lines
    moved = destination is not None and destination.city != question.household.home
    housing = total(lines, Head.HOUSING)
    rents = [line for line in lines if line.line in ("rent", "home_rent")]
    stream = Stream.NEW if moved or _changes_housing(destination) else Stream.HOME
    return Plan(
        earners=_earners(question, life, destination),
        rents=tuple(_rent(question, life, line, stream) for line in rents),
        living=_living(question, lines, moved=moved),
        fixed=housing - sum(line.amount for line in rents) + total(lines, Head.COMMITMENTS),
        until_sold=_until_sold(question, destination),
        one_off=total(lines, Head.ONE_OFF),
        deposit=total(lines, Head.RECOVERABLE),
        deposit_months=_months_of_rent(lines, "deposit"),
        fee_months=_months_of_rent(lines, "agent_fee"),
        advance_months=advance_months(question, destination)
        if destination and any(line.line == "deposit" for line in lines)
        else 0.0,
        home=owned_home(question, destination),
        purchase=_purchase(question, life, destination),
        withdraws_fund=destination is not None and destination.fund_for_rent,
        pay_comes_last=moved,
    )


def owned_home(question: Question, destination: Destination | None) -> HomePlan | None:
    """The home the household owns, with what its price may do; None without one or its price."""
    household = question.household
    housing = household.housing
    if housing.kind is not HomeKind.OWNER:
        return None
    price = housing.value_fen
    if price is None:
        figure = question.reference.figure(household.home, "home_price_m2")
        if figure is None or not figure.is_own:
            return None
        area = housing.area_m2 or question.assumptions["area_two_bed"]
        price = fen(figure.value * area)
    growth, sd = price_growth(question, household.home)
    tier_one = question.place(household.home).tier == TIER_ONE
    sells = destination is not None and is_sold(question, destination)
    return HomePlan(
        price=price,
        growth=growth,
        growth_sd=sd,
        haircut=question.assumptions["resale_haircut_tier_one" if tier_one else "resale_haircut"],
        mortgage_left=housing.mortgage_left_fen or 0,
        mortgage_monthly=housing.mortgage_monthly_fen or 0,
        mortgage_rate=question.assumptions["mortgage_rate"],
        sold_after=question.assumptions["months_to_sell"] if sells else None,
    )


def _until_sold(question: Question, destination: Destination | None) -> int:
    """Fen a month that a home to be sold costs until it is: as if it were kept empty."""
    housing = question.household.housing
    if destination is None or not is_sold(question, destination):
        return 0
    kept = replace(question.household, housing=replace(housing, if_leaving=IfLeaving.KEEP))
    part = home_left_behind(replace(question, household=kept), destination)
    return total(part.lines, Head.COMMITMENTS)


def _changes_housing(destination: Destination | None) -> bool:
    return destination is not None and destination.housing is not None


def _earners(
    question: Question, life: Life, destination: Destination | None
) -> tuple[EarnerPlan, ...]:
    deductions = cheapest(life.options).deductions
    typical = {pay.earner: pay for pay in life.typical}
    plans = []
    for index, job in enumerate(life.jobs):
        earner = question.household.earners[index]
        changes = job.city != question.household.home or job.has_offer
        wait = 0.0
        if destination is not None and job.city == destination.city and changes:
            wait = search_months(
                question,
                destination,
                has_offer=job.has_offer,
                follows=follows(question, index),
            )
        expected = typical.get(index)
        spread = 0.0
        if expected is not None and expected.low > 0:
            spread = float(np.log(expected.high / expected.low)) / (2 * Z90)
        plans.append(
            EarnerPlan(
                job=job,
                special_deductions=deductions[index],
                stream=Stream.NEW if changes else Stream.HOME,
                search=wait,
                search_is_certain=job.has_offer,
                pay_log_sd=spread,
                paid_this_year=earner.paid_this_year,
                probation=earner.probation if changes else None,
            )
        )
    return tuple(plans)


def _purchase(
    question: Question, life: Life, destination: Destination | None
) -> PurchasePlan | None:
    """The purchase there, where one is asked for and its price is known."""
    if destination is None:
        return None
    pays = any(line.line == "fund_own" for line in life.part.lines)
    found = purchase_plan(question, destination, pays_into_fund=pays)
    return None if isinstance(found, Gap) else found


def _months_of_rent(lines: tuple[Line, ...], name: str) -> float:
    """The months of rent that a one-off line is worth; 0 where it is an amount of its own."""
    for line in lines:
        if line.line == name and line.formula.code == "formula.months_of_rent":
            months = line.formula.params["months"]
            assert isinstance(months, int | float)  # noqa: S101  the formula's own parameter
            return float(months)
    return 0.0


def with_rent(plan: Plan, rent_fen: Amount) -> Plan:
    """The same plan at another rent there: deposit and agent fee follow it."""
    first, *others = plan.rents
    more = rent_fen - first.per_month
    return replace(
        plan,
        rents=(replace(first, per_month=rent_fen), *others),
        deposit=plan.deposit + plan.deposit_months * more,
        one_off=plan.one_off + plan.fee_months * more,
    )


def with_gross(plan: Plan, earner: int, gross_fen: Amount) -> Plan:
    """The same plan with another gross pay a month of that earner."""
    return _with_earner(plan, earner, lambda one: replace(one, job=with_pay(one.job, gross_fen)))


def with_search(plan: Plan, earner: int, months: Amount) -> Plan:
    """The same plan with another wait for the first pay of that earner."""
    return _with_earner(plan, earner, lambda one: replace(one, search=months))


def _with_earner(plan: Plan, earner: int, change: Callable[[EarnerPlan], EarnerPlan]) -> Plan:
    return replace(
        plan,
        earners=tuple(change(one) if one.job.earner == earner else one for one in plan.earners),
    )


def _rent(question: Question, life: Life, line: Line, stream: Stream) -> RentPlan:
    city = life.city if line.line == "rent" else question.household.home
    is_large = question.place(city).tier in LARGE_TIERS
    name = "rent_level_sd_large" if is_large else "rent_level_sd_small"
    certain = line.basis is Basis.YOURS
    return RentPlan(
        per_month=line.amount,
        level_sd=0.0 if certain else question.assumptions[name],
        stream=stream if line.line == "rent" else Stream.HOME,
    )


def _living(question: Question, lines: tuple[Line, ...], *, moved: bool) -> LivingPlan:
    household = question.household
    typed = household.living_total_fen is not None or bool(household.living)
    return LivingPlan(
        per_month=total(lines, Head.LIVING),
        own_sd=0.0 if typed else question.assumptions["living_sd"],
        ratio_sd=question.assumptions["price_ratio_sd"] if moved else 0.0,
        stream=Stream.NEW if moved else Stream.HOME,
    )
