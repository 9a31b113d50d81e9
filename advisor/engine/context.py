"""Lines for comparison only: shown beside the picture, in no total (model §4, §5)."""

from __future__ import annotations

from advisor.engine.consumption import consumption
from advisor.engine.household import Destination, HomeKind, RentLevel
from advisor.engine.housing import home_area_m2
from advisor.engine.living import (
    basket_conventions,
    basket_multiple,
    equivalent_adults,
    spending_against_estimate,
)
from advisor.engine.question import Question, fen, split
from advisor.engine.rent import by_area
from advisor.engine.result import TypicalPay
from advisor.engine.trail import Basis, Gap, Head, Line, say


def imputed_rent(question: Question) -> tuple[Line, ...]:
    """What an owner would pay in rent for the own home; off in every total."""
    if question.household.housing.kind is not HomeKind.OWNER:
        return ()
    rent = by_area(question, question.household.home, home_area_m2(question), RentLevel.TYPICAL)
    if isinstance(rent, Gap):
        return ()
    return (
        Line(
            line="imputed_rent", head=Head.CONTEXT, amount=rent.per_month, basis=rent.basis,
            formula=rent.formula, figures=rent.figures, conventions=rent.conventions,
        ),
    )  # fmt: skip


def living_as_locals(question: Question, destination: Destination) -> tuple[Line, ...]:
    """What this household would spend if it lived as people there do; never in a threshold."""
    spending = consumption(question.reference, destination.city)
    if isinstance(spending, Gap):
        return ()
    scale = equivalent_adults(question, split(question.household, destination).movers)
    multiple = _own_way(question) * basket_multiple(question, destination.basket)
    return (
        Line(
            line="living_as_locals", head=Head.CONTEXT,
            amount=fen(spending.per_month * scale * multiple),
            basis=Basis.MEASURED,
            formula=say(
                "formula.living_as_locals",
                per_head_fen=fen(spending.per_month), scale=scale, multiple=round(multiple, 2),
            ),
            figures=spending.figures,
            conventions=(
                *basket_conventions(question, destination.basket),
                "calibration_low", "calibration_high",
            ),
        ),
    )  # fmt: skip


def typical_pay_lines(pays: tuple[TypicalPay, ...]) -> tuple[Line, ...]:
    """Low, typical and high pay expected there, for each earner without an offer."""
    return tuple(
        Line(
            line=f"typical_pay_{which}", head=Head.CONTEXT, amount=getattr(pay, which),
            basis=Basis.MEASURED, formula=say(f"formula.typical_pay_{which}"),
            figures=pay.figures, conventions=("typical_pay_shrink",), earner=pay.earner,
        )
        for pay in pays
        for which in ("low", "typical", "high")
    )  # fmt: skip


def _own_way(question: Question) -> float:
    """Spending at home over what people there spend, within the calibration caps."""
    multiple = spending_against_estimate(question)
    if multiple is None:
        return 1.0
    low, high = (question.assumptions[f"calibration_{end}"] for end in ("low", "high"))
    return min(max(multiple, low), high)
