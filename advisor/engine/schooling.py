"""Schooling: what a child costs beyond its share in living, and never twice (model §5)."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.consumption import consumption
from advisor.engine.household import CategoryMode, Child, SchoolPlace
from advisor.engine.question import MONTHS, Group, Question, fen
from advisor.engine.reference import Figure
from advisor.engine.trail import Basis, Gap, Head, Line, Part, say

CHILDHOOD_YEARS = 18  # the published cost is from birth to age 17


@dataclass(frozen=True, kw_only=True, slots=True)
class ChildCost:
    """CNY a month of raising a child in a place, and what of it the living of a child there is."""

    a_month: float
    within_living: float
    figures: tuple[Figure, ...]

    @property
    def beyond_living(self) -> float:
        return max(0.0, self.a_month - self.within_living)


def schooling(
    question: Question, city: str, group: Group, school_place: SchoolPlace | None, prefix: str = ""
) -> Part:
    """max(0, published cost of a child a month - its share in living) × the school factor.

    `school_place` None: a public place at home, unsure elsewhere. Spending that was typed holds
    what schooling costs at home, so only what it costs more elsewhere is added. Without a figure
    the line is not counted and the totals stand (model §2, optional).
    """
    children = [child for child in group.children if _is_minor(question, child)]
    if not children:
        return Part()
    cost = _child_cost(question, city)
    if cost is None:
        reason = say("missing.schooling", city_place=city)
        return Part(missing=(Gap(line=f"{prefix}schooling", reason=reason),))
    by_default = SchoolPlace.PUBLIC if city == question.household.home else SchoolPlace.UNSURE
    place = school_place or by_default
    name = f"school_{place.value}"
    factor = question.assumptions[name]
    within = cost.within_living + _within_typed_spending(question)
    return Part(
        lines=(
            Line(
                line=f"{prefix}schooling", head=Head.LIVING,
                amount=fen(max(0.0, cost.a_month - within) * factor) * len(children),
                basis=Basis.MEASURED,
                formula=say(
                    "formula.schooling",
                    cost_fen=fen(cost.a_month), within_fen=fen(within),
                    factor=factor, school=place.value, children=len(children),
                ),
                figures=cost.figures,
                conventions=(name, "scale_child"),
            ),
        )
    )  # fmt: skip


def _child_cost(question: Question, city: str) -> ChildCost | None:
    cost = question.reference.figure(city, "child_cost_0_17")
    spending = consumption(question.reference, city)
    if cost is None or isinstance(spending, Gap):
        return None
    return ChildCost(
        a_month=cost.value / (CHILDHOOD_YEARS * MONTHS),
        within_living=spending.per_month * question.assumptions["scale_child"],
        figures=(cost, *spending.figures),
    )


def _within_typed_spending(question: Question) -> float:
    """What typed spending holds of a child's schooling at home, CNY a month."""
    household = question.household
    education = household.living.get("education")
    is_typed = household.living_total_fen is not None or (
        education is not None and education.mode is CategoryMode.MINE
    )
    at_home = _child_cost(question, household.home)
    return at_home.beyond_living if is_typed and at_home is not None else 0.0


def _is_minor(question: Question, child: Child) -> bool:
    on = question.household.move
    years = on.year - child.born.year - ((on.month, on.day) < (child.born.month, child.born.day))
    return 0 <= years < CHILDHOOD_YEARS
