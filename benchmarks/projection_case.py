"""Forty cities, ten years, ten thousand draws: as the product runs them, and as bare numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from advisor.comparisons.asking import question_of
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.conventions import Assumptions
from advisor.engine.earnings import fund_rate
from advisor.engine.household import Destination, Household
from advisor.engine.jobs import Job
from advisor.engine.lives import life_at_home, life_away
from advisor.engine.money import PPM
from advisor.engine.pay.rules import EMPLOYEE_INSURANCES
from advisor.engine.pictures import picture
from advisor.engine.projection import chances
from advisor.engine.projection.drawn import DrawnLives, StayDrawn
from advisor.engine.projection.first_year import months_ahead
from advisor.engine.projection.home_prices import fading
from advisor.engine.projection.outlook import Outlook
from advisor.engine.projection.plan import Plan, plan
from advisor.engine.projection.shocks import PayGrowth
from advisor.engine.question import MONTHS, Question
from advisor.engine.reference import Level, Reference
from advisor.engine.result import Status
from advisor.engine.rulebook import city_scheme, income_tax_scheme
from benchmarks.comparing import QUESTION
from benchmarks.projection_kernel import BareLife, Floats, Nation, bare_paths, pay_back, summary
from benchmarks.projection_kernel import tiles as tiles_of


def default_household(today: date, years: int = 5) -> Household:
    """The default question: home and four cities, 2,000 draws."""
    return replace(question_of(QUESTION, today=today).household, horizon_years=years)


def household_of(reference: Reference, cities: int, *, years: int, draws: int) -> Household:
    """The default household with so many destinations, the first by code, from January on."""
    asked = default_household(reference.on, years)
    places = (one for one in reference.places.values() if one.level is Level.CITY)
    codes = sorted(place.adcode for place in places if place.adcode != asked.home)[:cities]
    return replace(
        asked,
        draws=draws,
        move=date(reference.on.year + 1, 1, 1),
        destinations=tuple(Destination(city=code) for code in codes),
    )


@dataclass(frozen=True, slots=True)
class Case:
    """The plans of staying and of every move about which enough is known."""

    question: Question
    stay: Plan
    moves: tuple[Plan, ...]

    @classmethod
    def of(cls, reference: Reference, household: Household) -> Case:
        """The plans of that household."""
        assumptions = Assumptions(conventions=bundled_conventions(), changed={})
        question = Question(household=household, reference=reference, assumptions=assumptions)
        moves = []
        for destination in household.destinations:
            away = life_away(question, destination)
            if picture(away).status is not Status.UNKNOWN:
                moves.append(plan(question, away, destination))
        return cls(question, plan(question, life_at_home(question), None), tuple(moves))

    def drawn(self) -> Iterator[DrawnLives]:
        """The product: both lives in every draw and what they say, move by move."""
        outlook = Outlook(self.question)
        stay = outlook.of(self.stay)
        beside = StayDrawn(outlook, stay)
        for one in self.moves:
            move = outlook.of(one)
            found = beside.beside(move)
            years = range(outlook.horizon + 1)
            chances.year_chances(outlook, stay, move, found, years)
            chances.pay_back(found.pay_back)
            chances.difference_dots(outlook, found)
            yield found

    def bare(self) -> list[tuple[Floats, Floats]]:
        """The kernel: net worth and pay-back months of every move."""
        nation = nation_of(self.question)
        stay = bare_life(self.question, self.stay)
        moves = [bare_life(self.question, one) for one in self.moves]
        return _bare(stay, moves, nation, self.question.household.draws)


def _bare(
    stay: BareLife, moves: Sequence[BareLife], nation: Nation, draws: int
) -> list[tuple[Floats, Floats]]:
    stayed: list[Floats] = []
    found: list[tuple[list[Floats], list[Floats]]] = [([], []) for _ in moves]
    for drawn in tiles_of(draws):
        at_home = bare_paths(stay, nation, drawn)
        stayed.append(at_home.net_worth)
        for move, (worths, months) in zip(moves, found, strict=True):
            away = bare_paths(move, nation, drawn)
            worths.append(away.net_worth)
            months.append(pay_back(away.flow - at_home.flow, move.one_off))
    home = np.concatenate(stayed, axis=1)
    joined = [(np.concatenate(worths, axis=1), np.concatenate(m)) for worths, m in found]
    for worth, _ in joined:
        summary(home, worth)
    return joined


def largest_difference(case: Case) -> float:
    """Fen by which product and kernel differ most in net worth, at any year's end of any draw."""
    pairs = zip(case.drawn(), case.bare(), strict=True)
    return max(float(np.abs(ours.move.net_worth - bare).max()) for ours, (bare, _) in pairs)


def nation_of(question: Question) -> Nation:
    """What all lives share, as numbers."""
    assumed, scheme = question.assumptions, income_tax_scheme(question.reference)
    home = plan(question, life_at_home(question), None).home
    brackets = scheme.annual.brackets
    growth = ("pay_growth", "pay_growth_national_sd", "pay_drift_sd")
    years = question.household.horizon_years
    return Nation(
        years=years,
        pay_growth=PayGrowth(*(assumed[name] for name in growth)),
        rent_growth=assumed["rent_growth"],
        rent_growth_sd=assumed["rent_growth_sd"],
        loss=assumed["job_loss_month"],
        spell=assumed["job_loss_spell"],
        living_correlation=assumed["living_correlation"],
        inflation=assumed["inflation"],
        interest=assumed["interest_on_cash"],
        home_changes=tuple(fading(home.growth, years)) if home else (0.0,) * years,
        home_sd=home.growth_sd if home else 0.0,
        bounds=np.array(scheme.annual.bounds_fen, dtype=np.float64),
        rates=np.array([one.rate_ppm / PPM for one in brackets]),
        quick=np.array([one.quick_deduction_fen for one in brackets], dtype=np.float64),
        basic=float(scheme.basic_deduction.annual_fen),
    )


def bare_life(question: Question, life: Plan) -> BareLife:
    """A plan as numbers."""
    (earner,) = life.earners
    rent = life.rents[0] if life.rents else None
    return BareLife(
        stream=earner.stream,
        gross=float(earner.job.gross),
        pay_sd=earner.pay_log_sd,
        search=0.0 if earner.search_is_certain else float(earner.search),
        deductions=float(MONTHS * earner.special_deductions),
        bases=_bases(question, earner.job),
        rent=float(rent.per_month) if rent else 0.0,
        rent_sd=rent.level_sd if rent else 0.0,
        living=float(life.living.per_month),
        living_sd=life.living.own_sd,
        ratio_sd=life.living.ratio_sd,
        fixed=float(life.fixed),
        one_off=float(life.one_off),
        deposit=float(life.deposit),
        ahead=(float(life.advance_months), *months_ahead(life.advance_months)),
        home=life.home.price * (1 - life.home.haircut) if life.home else 0.0,
    )


def _bases(question: Question, job: Job) -> tuple[tuple[float, float, float, float, int], ...]:
    scheme = city_scheme(question.reference, job.city)
    fund = scheme.fund
    return (
        *(
            (one.floor_fen, one.cap_fen, one.employee_ppm / PPM, one.employee_flat_fen, one.unit)
            for one in scheme.insurances
            if one.name in EMPLOYEE_INSURANCES
        ),
        (fund.floor_fen, fund.cap_fen, fund_rate(question, job) / PPM, 0, fund.unit),
    )
