"""The one-off cost of the move: what is gone, and the deposit that comes back (model §4)."""

from __future__ import annotations

from advisor.engine.household import Destination
from advisor.engine.question import Question, fen, first_mover, split
from advisor.engine.trail import Basis, Head, Line, Part, say


def moving_part(question: Question, destination: Destination, rent_fen: int | None) -> Part:
    """Lines of the one-off cost, and the deposit. Nobody moves where the destination is home."""
    if destination.city == question.household.home:
        return Part()
    moving = destination.moving
    heads = split(question.household, destination).movers.people
    lines = [
        _line(question, "travel", moving.travel_fen, "travel_per_head", heads),
        _line(question, "freight", moving.freight_fen, "freight", 1),
        _line(question, "set_up", moving.set_up_fen, "set_up", 1),
        _line(question, "first_nights", moving.first_nights_fen, "first_nights", 1),
    ]
    if rent_fen:
        lines += _from_rent(question, destination, rent_fen)
    return Part(lines=tuple(lines))


def search_months(
    question: Question, destination: Destination, *, has_offer: bool, follows: bool = False
) -> float:
    """Months without pay after arrival; none where nobody moves.

    What was typed for the move holds for all who move, but for a second earner who `follows`
    without an offer and whose own months were changed.
    """
    if destination.city == question.household.home:
        return 0.0
    name = "search_months_offer" if has_offer else "search_months_no_offer"
    if follows and not has_offer:
        name = "partner_search_months"
        if question.assumptions.is_yours(name):
            return question.assumptions[name]
    typed = destination.moving.search_months
    return question.assumptions[name] if typed is None else typed


def follows(question: Question, earner: int) -> bool:
    """Whether the earner with that index moves after the first who does."""
    return earner != first_mover(question.household.earners)


def advance_months(question: Question, destination: Destination) -> float:
    """Months of rent paid at the start."""
    typed = destination.moving.advance_months
    return question.assumptions["advance_months"] if typed is None else typed


def _line(question: Question, line: str, typed_fen: int | None, name: str, times: int) -> Line:
    if typed_fen is not None:
        return Line(
            line=line, head=Head.ONE_OFF, amount=typed_fen,
            basis=Basis.YOURS, formula=say("formula.yours"),
        )  # fmt: skip
    each = fen(question.assumptions[name])
    return Line(
        line=line, head=Head.ONE_OFF, amount=each * times,
        basis=Basis.YOURS if question.assumptions.is_yours(name) else Basis.CONVENTION,
        formula=say("formula.each_times", each_fen=each, times=times),
        conventions=(name,),
    )  # fmt: skip


def _from_rent(question: Question, destination: Destination, rent_fen: int) -> list[Line]:
    """Agent fee and deposit, in months of rent."""
    moving = destination.moving
    deposit = moving.deposit_months
    months = question.assumptions["deposit_months"] if deposit is None else deposit
    lines = [
        Line(
            line="deposit", head=Head.RECOVERABLE, amount=round(rent_fen * months),
            basis=_basis(question, deposit is not None, "deposit_months"),
            formula=say("formula.months_of_rent", months=months, rent_fen=rent_fen),
            conventions=() if deposit is not None else ("deposit_months",),
        )
    ]  # fmt: skip
    fee = moving.agent_fee_fen
    share = question.assumptions["agent_fee_months"]
    lines.append(
        Line(
            line="agent_fee", head=Head.ONE_OFF,
            amount=round(rent_fen * share) if fee is None else fee,
            basis=_basis(question, fee is not None, "agent_fee_months"),
            formula=say("formula.yours")
            if fee is not None
            else say("formula.months_of_rent", months=share, rent_fen=rent_fen),
            conventions=() if fee is not None else ("agent_fee_months",),
        )
    )  # fmt: skip
    return lines


def _basis(question: Question, typed: bool, name: str) -> Basis:
    yours = typed or question.assumptions.is_yours(name)
    return Basis.YOURS if yours else Basis.CONVENTION
