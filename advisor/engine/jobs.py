"""Which job each earner has in each life: pay at home, a real offer, or typical pay."""

from __future__ import annotations

from dataclasses import dataclass, replace

from advisor.engine.household import Destination, Earner, InsuredBase, Offer, Pay
from advisor.engine.money import PPM, Fen
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.question import Question
from advisor.engine.reference import Figure
from advisor.engine.result import TypicalPay
from advisor.engine.trail import Basis, Gap, Sentence, say
from advisor.engine.wages import typical_pay

LARGEST_BONUS_MONTHS = 120  # of pay: what is more is no share of it, and would overflow int64


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """An earner's pay in a city, complete: nothing left out.

    `gross` (fen a month) and `bonus` (fen a year) may be arrays of candidates; `pay` has the rest.

    `bonus_ppm` keeps a bonus that is a share of pay moving with it; None: an amount of its own.
    `fund_is_typed` False: the fund rate is brought from elsewhere and must fit the city's range.
    `is_known` False: nothing is known of the pay, and it stands at 0. `scheme` holds the
    contribution schemes of many cities side by side where the job is looked at in all of them.
    """

    earner: int
    city: str
    gross: Fen
    bonus: Fen
    pay: Pay
    bonus_ppm: int | None = None
    basis: Basis = Basis.YOURS
    formula: Sentence = say("formula.yours")  # noqa: RUF009  a frozen sentence
    figures: tuple[Figure, ...] = ()
    has_offer: bool = True
    fund_is_typed: bool = True
    is_known: bool = True
    scheme: ContributionScheme | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Jobs:
    jobs: tuple[Job, ...]
    typical: tuple[TypicalPay, ...] = ()
    missing: tuple[Gap, ...] = ()
    notes: tuple[Sentence, ...] = ()


def jobs_at_home(question: Question) -> Jobs:
    """Everybody's pay as it is."""
    return Jobs(
        jobs=tuple(
            _home_job(question, index, earner)
            for index, earner in enumerate(question.household.earners)
        )
    )


def jobs_away(question: Question, destination: Destination) -> Jobs:
    """Pay after the move: who stays keeps the pay at home, who moves has an offer or typical pay.

    Where the destination is home, who has no offer there keeps the pay at home.
    """
    found = Jobs(jobs=())
    for index, earner in enumerate(question.household.earners):
        offer = destination.offers[index] if index < len(destination.offers) else None
        if offer is not None:
            one = Jobs(jobs=(_offered_job(question, index, earner, destination.city, offer),))
        elif earner.stays or destination.city == question.household.home:
            one = Jobs(jobs=(_home_job(question, index, earner),))
        else:
            one = _typical_job(question, index, earner, destination.city)
        found = Jobs(
            jobs=found.jobs + one.jobs,
            typical=found.typical + one.typical,
            missing=found.missing + one.missing,
            notes=found.notes + one.notes,
        )
    return found


def job_at_any_pay(question: Question, index: int, city: str) -> Job:
    """The job the earner would need in that city: all but the pay as at home."""
    earner = question.household.earners[index]
    return _offered_job(question, index, earner, city, Offer(gross_fen=0))


def _home_job(question: Question, index: int, earner: Earner) -> Job:
    fund = earner.pay.fund_ppm
    pay = replace(earner.pay, fund_ppm=_unknown_fund(question) if fund is None else fund)
    return Job(
        earner=index,
        city=question.household.home,
        gross=pay.gross_fen,
        bonus=pay.bonus_fen,
        pay=pay,
        has_offer=False,
        bonus_ppm=_bonus_ppm(earner.pay),
    )  # fmt: skip


def _offered_job(question: Question, index: int, earner: Earner, city: str, offer: Offer) -> Job:
    home = earner.pay
    own_bonus = offer.bonus_fen is not None
    own_insurance = offer.insured_base is not None or offer.contributions_fen is not None
    pay = Pay(
        gross_fen=offer.gross_fen,
        months=home.months if offer.months is None else offer.months,
        bonus_fen=offer.bonus_fen or 0 if own_bonus else _same_share(home, offer.gross_fen),
        fund_ppm=_fund_away(question, home) if offer.fund_ppm is None else offer.fund_ppm,
        insured_base=(offer.insured_base or InsuredBase.ACTUAL)
        if own_insurance
        else home.insured_base,
        insured_base_fen=offer.insured_base_fen if own_insurance else home.insured_base_fen,
        contributions_fen=offer.contributions_fen if own_insurance else home.contributions_fen,
    )
    return Job(
        earner=index, city=city, gross=pay.gross_fen, bonus=pay.bonus_fen, pay=pay,
         bonus_ppm=None if own_bonus else _bonus_ppm(home),
        fund_is_typed=offer.fund_ppm is not None,
    )  # fmt: skip


def _typical_job(question: Question, index: int, earner: Earner, city: str) -> Jobs:
    expected = typical_pay(question, index, city)
    if isinstance(expected, Gap):
        # The life can still be priced, and the pay it needs found: the job starts at nothing.
        job = _offered_job(question, index, earner, city, Offer(gross_fen=0))
        return Jobs(jobs=(replace(job, has_offer=False, is_known=False),), missing=(expected,))
    job = _offered_job(question, index, earner, city, Offer(gross_fen=expected.typical))
    formula = say(
        "formula.typical_pay",
        low_fen=expected.low, high_fen=expected.high, home_fen=earner.pay.gross_fen,
    )  # fmt: skip
    job = replace(
        job, basis=Basis.MEASURED, formula=formula, figures=expected.figures, has_offer=False
    )
    return Jobs(jobs=(job,), typical=(expected,))


def _same_share(home: Pay, gross_fen: int) -> int:
    """The bonus as the same share of monthly pay as at home, in whole fen."""
    ppm = _bonus_ppm(home)
    return home.bonus_fen if ppm is None else gross_fen * ppm // PPM


def _bonus_ppm(home: Pay) -> int | None:
    """The bonus as a share of monthly pay; None where it can't be one, and stays an amount."""
    if not home.gross_fen or home.bonus_fen > LARGEST_BONUS_MONTHS * home.gross_fen:
        return None
    return home.bonus_fen * PPM // home.gross_fen


def _fund_away(question: Question, home: Pay) -> int:
    """The rate at home; the city's own range is applied where its rules are known."""
    return _unknown_fund(question) if home.fund_ppm is None else home.fund_ppm


def _unknown_fund(question: Question) -> int:
    return round(question.assumptions["fund_rate_unknown"] * PPM)
