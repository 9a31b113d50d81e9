"""At which pay the answer turns: exact to CNY 1, on the monthly picture (model §8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from advisor.engine.earnings import (
    deduction_ways,
    earnings_by_way,
    monthly_take_home,
    with_pay,
)
from advisor.engine.jobs import Job
from advisor.engine.lives import Life
from advisor.engine.lowest_pay import FINE_SPREAD, Bools, Yuan, lowest_pay_search
from advisor.engine.money import FEN_PER_YUAN, PPM, FenArray
from advisor.engine.price_ratio import PriceRatio
from advisor.engine.question import MONTHS, Question, first_mover
from advisor.engine.result import Monthly, Thresholds
from advisor.engine.rulebook import income_tax_scheme
from advisor.engine.searches import in_step
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
    needed: dict[str, float] = {"break_even_pay": spent + costs.living}
    notes = []
    if home.money_left is None:
        notes.append(say("note.home_unknown"))
    elif home.money_left < 0:
        notes.append(say("note.home_in_deficit"))
    else:
        needed["equal_money_left"] = spent + costs.living + home.money_left
        if ratio is not None:
            kept = standard_kept(home, home_utilities) * ratio.value
            needed["equal_standard"] = spent + costs.utilities + kept
    found = dict(zip(needed, search.lowest(needed.values()), strict=True))
    if found["break_even_pay"] is None or found.get("equal_money_left", 0) is None:
        notes.append(say("note.threshold_beyond_highest_pay"))
    return Thresholds(
        earner=mover,
        equal_money_left=found.get("equal_money_left"),
        equal_standard=found.get("equal_standard"),
        break_even_pay=found["break_even_pay"],
    ), tuple(notes)


def standard_kept(home: Monthly, utilities: int) -> float:
    """What remains at home for goods after housing, commitments and utilities; NaN if unknown."""
    if home.money_left is None or home.take_home is None or home.housing is None:
        return nan
    return home.take_home - home.housing - (home.commitments or 0) - utilities


class _Search:
    """Looks for the lowest pay whose take-home, all earners together, reaches an amount."""

    def __init__(self, question: Question, away: Life, mover: int) -> None:
        self.question, self.away, self.mover = question, away, mover
        self.ways = deduction_ways(question, len(away.jobs), away.residences)

    def lowest(self, needed_fen: Iterable[float]) -> list[int | None]:
        """Fen a month of the lowest gross pay, in whole yuan, for each amount of take-home pay."""
        breaks = list(self.breaks())
        searches = [
            lowest_pay_search(_same, _reaches(amount), breaks, FINE_SPREAD) for amount in needed_fen
        ]
        found = in_step(searches, self.take_homes)
        return [None if pay is None else pay * FEN_PER_YUAN for pay in found]

    def take_homes(self, pays: Sequence[Yuan]) -> list[FenArray]:
        """Take-home pay a month for each candidate gross pay in each of the arrays."""
        if all(pay is pays[0] for pay in pays):  # the first round asks about the same
            return [self._take_home(pays[0])] * len(pays)
        ends = np.cumsum([pay.size for pay in pays])
        return np.split(self._take_home(np.concatenate(pays)), ends[:-1])

    def _take_home(self, pays: Yuan) -> FenArray:
        jobs = [self._job(job, pays) for job in self.away.jobs]
        return monthly_take_home(earnings_by_way(self.question, jobs, self.ways), jobs)

    def _job(self, job: Job, yuan: Yuan) -> Job:
        return with_pay(job, yuan * FEN_PER_YUAN) if job.earner == self.mover else job

    def breaks(self) -> Iterator[int]:
        """The first pay beyond each cliff of the bonus table, where a bonus moves with pay."""
        job = self.away.jobs[self.mover]
        if job.bonus_ppm:
            for bound in income_tax_scheme(self.question.reference).monthly.bounds_fen:
                yield int(MONTHS * bound * PPM // job.bonus_ppm // FEN_PER_YUAN) + 1


def _same(pay: Yuan) -> Yuan:
    return pay


def _reaches(needed_fen: float) -> Callable[[FenArray], Bools]:
    return lambda take_home: take_home >= needed_fen


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
