"""Lines and their sums, and what makes a line an approximation."""

import pytest

from advisor.engine.reference import Figure, Rung
from advisor.engine.trail import Basis, Gap, Head, Line, Part, RuleUse, say, total
from tests.engine.references import LIAOYUAN, figure_row


def line(head=Head.HOUSING, amount=100, **more):
    basis = more.pop("basis", Basis.MEASURED)
    formula = say("formula.yours")
    return Line(line="rent", head=head, amount=amount, basis=basis, formula=formula, **more)


def test_a_head_adds_up_its_own_lines_only():
    lines = (line(amount=100), line(amount=-30), line(Head.LIVING, 7))
    assert total(lines, Head.HOUSING) == 70
    assert total(lines, Head.TAX) == 0


def test_parts_are_joined_in_order():
    gap = Gap(line="rent", reason=say("missing.rent"))
    one, other = Part(lines=(line(amount=1),)), Part(lines=(line(amount=2),), missing=(gap,))
    assert [each.amount for each in (one + other).lines] == [1, 2]
    assert (one + other).missing == (gap,)


@pytest.mark.parametrize(
    ("rung", "status", "is_approximation"),
    [("own", "", False), ("own", "e", False), ("own", "i", True), ("province", "", True)],
)
def test_a_line_on_a_borrowed_or_imputed_rule_is_an_approximation(rung, status, is_approximation):
    rule = RuleUse(source="a", effective_from="2026-01-01", status=status, rung=rung)
    assert line(rules=(rule,)).is_approximation is is_approximation


def test_a_line_on_a_parents_figure_is_an_approximation():
    figure = Figure(observation=figure_row(LIAOYUAN, "rent_m2", "2026-06", 15), rung=Rung.REGION)
    assert line(figures=(figure,)).is_approximation
    assert not line(basis=Basis.CONVENTION, conventions=("freight",)).is_approximation
