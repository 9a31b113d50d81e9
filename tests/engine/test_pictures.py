"""From lines to the monthly picture: sums by head, and totals that lack a line are unknown."""

import pytest

from advisor.engine.lives import Life
from advisor.engine.pictures import picture
from advisor.engine.reference import Figure, Rung
from advisor.engine.result import Status
from advisor.engine.trail import Basis, Gap, Head, Line, Part, RuleUse, say
from tests.engine.references import BEIJING, JILIN, figure_row


def line(name, head, amount, **more):
    formula = say("formula.yours")
    return Line(line=name, head=head, amount=amount, basis=Basis.YOURS, formula=formula, **more)


LINES = (
    line("wages", Head.GROSS, 1000), line("pension", Head.CONTRIBUTIONS, 100),
    line("income_tax", Head.TAX, 50), line("rent", Head.HOUSING, 200),
    line("living", Head.LIVING, 300), line("commitments", Head.COMMITMENTS, 20),
    line("fund_own", Head.LOCKED_SAVINGS, 70), line("fund_employer", Head.LOCKED_SAVINGS, 70),
    line("pension_account", Head.LOCKED_SAVINGS, 80), line("travel", Head.ONE_OFF, 999),
    line("imputed_rent", Head.CONTEXT, 888),
)  # fmt: skip


def pictured(*lines, missing=()):
    gaps = tuple(Gap(line=name, reason=say(f"missing.{name}")) for name in missing)
    part = Part(lines=lines or LINES, missing=gaps)
    return picture(
        Life(city=BEIJING, part=part, jobs=(), typical=(), residences=(), options=("a year",))
    )


def test_money_left_is_take_home_less_all_costs_and_context_is_in_no_sum():
    month = pictured().monthly
    assert (month.gross, month.contributions, month.tax, month.take_home) == (1000, 100, 50, 850)
    assert (month.housing, month.living, month.commitments) == (200, 300, 20)
    assert month.money_left == 850 - 200 - 300 - 20


def test_the_fund_is_saved_and_not_lost():
    month = pictured().monthly
    assert (month.housing_fund, month.pension_account, month.locked_savings) == (140, 80, 220)


@pytest.mark.parametrize(
    ("missing", "unknown"),
    [
        ("rent", {"housing"}),
        ("living", {"living"}),
        ("price_ratio", {"living"}),
        (
            "contributions",
            {"contributions", "tax", "take_home", "housing_fund", "pension_account",
             "locked_savings"},
        ),
        (
            "typical_pay",
            {"gross", "contributions", "tax", "take_home", "housing_fund", "pension_account",
             "locked_savings"},
        ),
    ],
)  # fmt: skip
def test_a_total_that_lacks_a_required_line_is_unknown_and_the_others_stand(missing, unknown):
    found = pictured(missing=(missing,))
    month = found.monthly
    none = {name for name in month.__dataclass_fields__ if getattr(month, name) is None}
    assert none == unknown | {"money_left"}
    assert found.status is Status.UNKNOWN


@pytest.mark.parametrize("missing", ["schooling", "trips_home", "kept_home_rent_received"])
def test_an_optional_line_that_is_missing_is_not_counted_and_the_total_stands(missing):
    found = pictured(missing=(missing,))
    assert found.monthly.money_left == 330
    assert found.status is Status.COMPLETE
    assert [gap.line for gap in found.missing] == [missing]


def test_a_parents_figure_makes_the_picture_approximated_and_says_whose():
    figure = Figure(observation=figure_row(JILIN, "rent_m2", "2026-06", 1), rung=Rung.PROVINCE)
    found = pictured(line("rent", Head.HOUSING, 1, figures=(figure,)))
    assert found.status is Status.APPROXIMATED
    ((name, reason),) = [(gap.line, gap.reason) for gap in found.approximated]
    assert (name, reason.code, reason.params["from_place"]) == ("rent", "approximated.rung", JILIN)


def test_an_imputed_rule_is_said_once_for_two_earners():
    rule = RuleUse(source="a", effective_from="2025-07-01", status="i")
    two = [line("pension", Head.CONTRIBUTIONS, 1, rules=(rule,), earner=one) for one in (0, 1)]
    assert [gap.reason.code for gap in pictured(*two).approximated] == ["approximated.rule_status"]


def test_a_borrowed_rule_is_named_by_its_rung():
    rule = RuleUse(source="a", effective_from="2025-07-01", rung="province")
    (gap,) = pictured(line("pension", Head.CONTRIBUTIONS, 1, rules=(rule,))).approximated
    assert gap.reason.params == {"rung": "province"}


def test_what_is_shown_for_comparison_only_does_not_mark_the_picture():
    figure = Figure(observation=figure_row(JILIN, "rent_m2", "2026-06", 1), rung=Rung.PROVINCE)
    assert pictured(line("imputed_rent", Head.CONTEXT, 1, figures=(figure,))).approximated == ()
