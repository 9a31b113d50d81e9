"""At which pay the answer turns: exact to CNY 1, on the monthly picture (model §8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import nan

from advisor.engine.earnings import earnings_options, monthly_take_home, with_pay
from advisor.engine.jobs import Job
from advisor.engine.lives import Life
from advisor.engine.lowest_pay import Yuan, lowest_pay
from advisor.engine.money import FEN_PER_YUAN, PPM, FenArray
from advisor.engine.price_ratio import PriceRatio
from advisor.engine.question import MONTHS, Question, first_mover
from advisor.engine.result import Monthly, Thresholds
from advisor.engine.rulebook import income_tax_scheme
from advisor.engine.trail import Sentence, say


@dataclass(frozen=True, kw_only=True, slots=True)
class Costs:
    """What a life costs a month in fen: housing and commitments; utilities; living with them."""

    housing: int
    commitments: int
    living: int
    utilities: int


def thresholds(
    question: Question,
    home: Monthly,
    home_utilities: int,
    away: Life,
    costs: Costs | None,
    ratio: PriceRatio | None,
) -> tuple[Thresholds | None, tuple[Sentence, ...]]:
    """The thresholds of the first moving earner's gross pay, with a sentence for each that is None.

    `costs` None: the costs away are unknown, and so is every threshold.
    """
    mover = first_mover(question.household.earners)
    if mover is None:
        mover = 0
    partner_is_unknown = any(not job.is_known and job.earner != mover for job in away.jobs)
    if costs is None or partner_is_unknown or away.lacks("contributions"):
        return None, (say("note.thresholds_unknown"),)
    search = _Search(question, away, mover)
    spent = costs.housing + costs.commitments
    break_even = search.lowest(spent + costs.living)
    equal_left, equal_standard, notes = None, None, []
    if home.money_left is None:
        notes.append(say("note.home_unknown"))
    elif home.money_left < 0:
        notes.append(say("note.home_in_deficit"))
    else:
        equal_left = search.lowest(spent + costs.living + home.money_left)
        if ratio is not None:
            needed = standard_kept(home, home_utilities) * ratio.value
            equal_standard = search.lowest(spent + costs.utilities + needed)
    if break_even is None or (
        home.money_left is not None and home.money_left >= 0 and equal_left is None
    ):
        notes.append(say("note.threshold_beyond_highest_pay"))
    found = Thresholds(
        earner=mover, equal_money_left=equal_left, equal_standard=equal_standard,
        break_even_pay=break_even,
    )  # fmt: skip
    return found, tuple(notes)


def standard_kept(home: Monthly, utilities: int) -> float:
    """What remains at home for goods after housing, commitments and utilities; NaN if unknown."""
    if home.money_left is None or home.take_home is None or home.housing is None:
        return nan
    return home.take_home - home.housing - (home.commitments or 0) - utilities


class _Search:
    """Looks for the lowest pay whose take-home, all earners together, reaches an amount."""

    def __init__(self, question: Question, away: Life, mover: int) -> None:
        self.question, self.away, self.mover = question, away, mover
        self.known: dict[bytes, FenArray] = {}

    def lowest(self, needed_fen: float) -> int | None:
        """Fen a month of the lowest gross pay, in whole yuan."""
        pay = lowest_pay(lambda yuan: self.take_home(yuan) >= needed_fen, self.breaks())
        return None if pay is None else pay * FEN_PER_YUAN

    def take_home(self, yuan: Yuan) -> FenArray:
        """Take-home pay a month for each candidate gross pay."""
        key = yuan.tobytes()
        if key not in self.known:
            jobs = [self._job(job, yuan) for job in self.away.jobs]
            options = earnings_options(self.question, jobs, self.away.residences)
            self.known[key] = monthly_take_home(options, jobs)
        return self.known[key]

    def _job(self, job: Job, yuan: Yuan) -> Job:
        return with_pay(job, yuan * FEN_PER_YUAN) if job.earner == self.mover else job

    def breaks(self) -> Iterator[int]:
        """The first pay beyond each cliff of the bonus table, where a bonus moves with pay."""
        job = self.away.jobs[self.mover]
        if job.bonus_ppm:
            for bound in income_tax_scheme(self.question.reference).monthly.bounds_fen:
                yield int(MONTHS * bound * PPM // job.bonus_ppm // FEN_PER_YUAN) + 1


def costs_of(monthly: Monthly, utilities: int) -> Costs | None:
    """The costs of a life, or None where one is unknown."""
    if monthly.housing is None or monthly.living is None or monthly.commitments is None:
        return None
    return Costs(
        housing=monthly.housing,
        commitments=monthly.commitments,
        living=monthly.living,
        utilities=utilities,
    )
