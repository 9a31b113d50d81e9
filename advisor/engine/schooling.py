"""Schooling: what a child costs beyond its share in living, and never twice (model §5)."""

from __future__ import annotations

from advisor.engine.consumption import consumption
from advisor.engine.household import Child, SchoolPlace
from advisor.engine.question import MONTHS, Group, Question, fen
from advisor.engine.trail import Basis, Gap, Head, Line, Part, say

CHILDHOOD_YEARS = 18  # the published cost is from birth to age 17


def schooling(
    question: Question, city: str, group: Group, school_place: SchoolPlace | None, prefix: str = ""
) -> Part:
    """max(0, published cost of a child a month - its share in living) × the school factor.

    Without a figure the line is not counted and the totals stand (model §2, optional).
    """
    children = [child for child in group.children if _is_minor(question, child)]
    if not children:
        return Part()
    cost = question.reference.figure(city, "child_cost_0_17")
    spending = consumption(question.reference, city)
    if cost is None or isinstance(spending, Gap):
        return Part(
            missing=(Gap(line="schooling", reason=say("missing.schooling", city_place=city)),)
        )
    place = school_place or SchoolPlace.PUBLIC
    name = f"school_{place.value}"
    a_month = cost.value / (CHILDHOOD_YEARS * MONTHS)
    within_living = spending.per_month * question.assumptions["scale_child"]
    beyond = max(0.0, a_month - within_living)
    return Part(
        lines=(
            Line(
                line=f"{prefix}schooling", head=Head.LIVING,
                amount=fen(beyond * question.assumptions[name]) * len(children),
                basis=Basis.MEASURED,
                formula=say(
                    "formula.schooling",
                    cost_fen=fen(a_month), within_fen=fen(within_living),
                    factor=question.assumptions[name], school=place.value, children=len(children),
                ),
                figures=(cost, *spending.figures),
                conventions=(name, "scale_child"),
            ),
        )
    )  # fmt: skip


def _is_minor(question: Question, child: Child) -> bool:
    on = question.household.move
    years = on.year - child.born.year - ((on.month, on.day) < (child.born.month, child.born.day))
    return 0 <= years < CHILDHOOD_YEARS
