"""Trying it: going, and coming back after six or twelve months (model §8)."""

from __future__ import annotations

from advisor.engine.household import Destination, HomeKind
from advisor.engine.housing import is_sold
from advisor.engine.lives import Life
from advisor.engine.projection.chances import band
from advisor.engine.projection.drawn import DrawnLives
from advisor.engine.projection.outcome import Trial
from advisor.engine.question import Question
from advisor.engine.trail import Head, total

WAY_BACK = ("travel", "freight")


def trials(
    question: Question, home: Life, away: Life, destination: Destination, drawn: DrawnLives
) -> tuple[Trial, ...]:
    """What a trial leaves one with, against never having gone: money without the housing fund.

    The way back costs what the way there did, and who rents at home pays an agent once more; the
    deposit there comes back. Who earned at home looks for work there as long as one looks without
    an offer. None where nobody leaves the city, or the home there would be sold.
    """
    if destination.city == question.household.home or is_sold(question, destination):
        return ()
    back = _way_back(question, home, away)
    lost = round(question.assumptions["search_months_no_offer"] * _take_home_of_movers(home, away))
    gone = total(away.part.lines, Head.ONE_OFF)
    return tuple(
        Trial(
            months=months,
            difference=band(ahead - gone - back - lost),
            way_back=back,
            pay_lost=lost,
        )
        for months, ahead in drawn.ahead.items()
    )


def _way_back(question: Question, home: Life, away: Life) -> int:
    back = sum(line.amount for line in away.part.lines if line.line in WAY_BACK)
    if question.household.housing.kind is not HomeKind.RENTER:
        return back
    rent = sum(line.amount for line in home.part.lines if line.line == "rent")
    return back + round(rent * question.assumptions["agent_fee_months"])


def _take_home_of_movers(home: Life, away: Life) -> int:
    """Fen a month at home of those who would work there."""
    movers = {job.earner for job in away.jobs if job.city == away.city}
    lines = tuple(line for line in home.part.lines if line.earner in movers)
    return total(lines, Head.GROSS) - total(lines, Head.CONTRIBUTIONS) - total(lines, Head.TAX)
