"""What is said about the cash that the first twelve months take (model §8)."""

from __future__ import annotations

from advisor.engine.projection.outcome import Projected
from advisor.engine.projection.verdict import UNFUNDED
from advisor.engine.question import Question
from advisor.engine.result import OneOff, Picture
from advisor.engine.trail import Sentence, say


def notes_on_cash(
    question: Question, there: Picture, one_off: OneOff, projected: Projected | None
) -> tuple[Sentence, ...]:
    """Where no sum at hand would last for good, or the savings fall short; also at home.

    With the years ahead the savings fall short just where the verdict is that the move cannot be
    funded yet, and what is said to be lacking is what would fund it.
    """
    if there.monthly.money_left is None:
        return (say("note.cash_needed_unknown"),)
    notes = [] if projected is None else _notes_at_home(projected)
    if one_off.cash_needed is None:
        return (say("note.cash_needed_never_carries"), *notes)
    savings = question.household.savings_fen
    if projected is not None and projected.cash_lacking:
        notes.append(say("note.savings_not_enough", lacking_fen=projected.cash_lacking))
    if projected is None and savings is not None and savings < one_off.cash_needed:
        lacking = one_off.cash_needed - savings
        notes.append(say("note.savings_fall_short", lacking_fen=lacking))
    return tuple(notes)


def _notes_at_home(projected: Projected) -> list[Sentence]:
    short = projected.stay_short_of_cash
    return [say("note.staying_runs_short")] if short is not None and short > UNFUNDED else []
