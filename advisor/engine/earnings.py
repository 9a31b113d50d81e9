"""What the earners of a life take home: the cheapest way to share deductions, and the amounts.

Everything here works on arrays, so that one path serves the monthly picture (one pay) and the
thresholds (hundreds of candidates for one earner's pay).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from advisor.engine.deductions import Claim, Residence, allocations, claims
from advisor.engine.jobs import Job
from advisor.engine.money import PPM, Fen, FenArray, half_up_part
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.contributions import Contributions
from advisor.engine.pay.steady_year import SteadyPay, SteadyYear, steady_year
from advisor.engine.question import MONTHS, Question
from advisor.engine.rulebook import city_scheme, income_tax_scheme


@dataclass(frozen=True, kw_only=True, slots=True)
class Earnings:
    """One way to share the deductions: those claimed, and every earner's settled year."""

    claimed: tuple[Claim, ...]
    deductions: tuple[int, ...]  # fen a month by earner
    years: tuple[SteadyYear, ...]

    @property
    def tax(self) -> FenArray:
        """Fen of tax a year of all earners."""
        return np.asarray(sum(year.tax for year in self.years))


type Ways = tuple[tuple[tuple[int, ...], tuple[Claim, ...]], ...]


def deduction_ways(question: Question, earners: int, residences: Sequence[Residence]) -> Ways:
    """All ways to share the special additional deductions: fen a month by earner, and the claims.

    The largest deductions come first: of ways that cost the same tax now they are the better ones
    at a higher pay. They don't depend on pay.
    """
    found = claims(
        question.household,
        tuple(residences),
        question.reference.rule_files["income_tax"],
        question.reference.on,
    )
    ways = {deductions: used for used, deductions in allocations(found, earners)}
    return tuple(sorted(ways.items(), key=lambda way: -sum(way[0])))


def earnings_options(
    question: Question, jobs: Sequence[Job], residences: Sequence[Residence]
) -> list[Earnings]:
    """Each way to share the deductions with its years of pay.

    Raises NoRuleYetError where a city or the tax has no rules on the date yet.
    """
    return earnings_by_way(question, jobs, deduction_ways(question, len(jobs), residences))


def earnings_by_way(question: Question, jobs: Sequence[Job], ways: Ways) -> list[Earnings]:
    """The years of pay of these ways, in their order. Raises NoRuleYetError as above."""
    return [
        Earnings(
            claimed=used,
            deductions=deductions,
            years=tuple(
                _year(question, job, deduction)
                for job, deduction in zip(jobs, deductions, strict=True)
            ),
        )
        for deductions, used in ways
    ]


def cheapest(options: Sequence[Earnings]) -> Earnings:
    """The way that costs the household least tax; the first of equals."""
    return min(options, key=lambda option: int(option.tax))


def monthly_take_home(options: Sequence[Earnings], jobs: Sequence[Job]) -> FenArray:
    """Fen of take-home pay a month of all earners, the cheapest way for each candidate pay.

    Rounded as the lines of the picture are: each a twelfth of its year, half up.
    """
    taxes = np.stack(np.broadcast_arrays(*(option.tax for option in options)))
    monthly = np.stack(
        np.broadcast_arrays(*(np.asarray(_monthly_sum(option, jobs)) for option in options))
    )
    best: FenArray = np.take_along_axis(monthly, taxes.argmin(axis=0)[None, ...], axis=0)[0]
    return best


def with_pay(job: Job, gross: Fen) -> Job:
    """The same job at another gross pay; a bonus that is a share of pay moves along."""
    bonus = job.bonus if job.bonus_ppm is None else gross * job.bonus_ppm // PPM
    return replace(job, gross=gross, bonus=bonus)


def fund_rate(question: Question, job: Job) -> int:
    """Parts per million of the fund; a rate brought from elsewhere is held to the city's range."""
    ppm = 0 if job.pay.fund_ppm is None else job.pay.fund_ppm
    return ppm if job.fund_is_typed else scheme_of(question, job).fund.clipped_rate(ppm)


def scheme_of(question: Question, job: Job) -> ContributionScheme:
    """The contribution scheme of the job's city; raises NoRuleYetError before its first rule."""
    return job.scheme or city_scheme(question.reference, job.city)


def components(contributions: Contributions) -> dict[str, Fen]:
    """Fen by component of the contributions."""
    return {part.name: getattr(contributions, part.name) for part in fields(contributions)}


def extra_months_pay(year: SteadyYear, job: Job) -> Fen:
    """Fen a year of the thirteenth month's pay and beyond."""
    return year.gross - job.bonus - MONTHS * job.gross


def steady_pay(question: Question, job: Job, special_deductions: int) -> SteadyPay:
    """The job as the pay engine takes it."""
    return SteadyPay(
        gross=job.gross,
        months_paid=job.pay.months,
        bonus=job.bonus,
        fund_ppm=fund_rate(question, job),
        insured=job.pay.insured_base,
        own_base=job.pay.insured_base_fen,
        given_contributions=job.pay.contributions_fen,
        special_deductions=special_deductions,
    )


def _year(question: Question, job: Job, special_deductions: int) -> SteadyYear:
    return steady_year(
        scheme_of(question, job),
        income_tax_scheme(question.reference),
        steady_pay(question, job, special_deductions),
    )


def _monthly_sum(earnings: Earnings, jobs: Sequence[Job]) -> Fen:
    total: Fen = 0
    for year, job in zip(earnings.years, jobs, strict=True):
        paid_in = year.contributions
        total = (
            total
            + job.gross
            + half_up_part(extra_months_pay(year, job), MONTHS)
            + half_up_part(job.bonus, MONTHS)
            - sum(half_up_part(part, MONTHS) for part in components(paid_in).values())
            - half_up_part(year.tax_on_wages, MONTHS)
            - half_up_part(year.tax_on_bonus, MONTHS)
        )
    return total
