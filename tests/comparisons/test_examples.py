"""docs/examples.md holds what the engine answers."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from advisor.comparisons.comparison_document import comparison_document
from advisor.comparisons.households import asked
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.comparison import compare
from advisor.engine.projection.outcome import Projected
from tests.comparisons.test_any_document import NAMES, TODAY, UNITS
from tests.engine.references import bundled_reference

TEXT = (Path(__file__).parents[2] / "docs" / "examples.md").read_text(encoding="utf-8")
DOCUMENTS = dict(re.findall(r"```json (\w+)\n(.*?)```", TEXT, re.DOTALL))
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if re.match(r"\| \w+ \| \d{6} ", line)
]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_table_says_what_the_engine_answers(name: str) -> None:
    document = json.loads(DOCUMENTS[name], parse_float=Decimal)
    conventions = bundled_conventions()
    question = asked(document, city_named=NAMES, conventions=conventions, today=TODAY)
    reference = bundled_reference(question.household.on)
    compared = compare(question.household, reference, conventions)
    found = comparison_document(compared, reference, UNITS)
    left = found["home"]["monthly"]["money_left"]
    answered = [
        [name, one["city"], whole(left), whole(one["monthly"]["money_left"]),
         whole(one["thresholds"]["equal_money_left"]), one["verdict"], *ahead(prospect.projected)]
        for one, prospect in zip(found["destinations"], compared.destinations, strict=True)
    ]  # fmt: skip
    assert answered == [row for row in ROWS if row[0] == name]


def ahead(projected: Projected | None) -> list[str]:
    """The chance of owning more by moving, and two ranges: months to pay back, cash needed."""
    assert projected is not None
    chance = projected.years[-1].net_worth.better_off
    back, cash = projected.pay_back.months, projected.what_ifs.cash_needed
    assert cash.p10 is not None
    assert cash.p90 is not None
    months = " to ".join("never" if end is None else f"{end:.0f}" for end in (back.p10, back.p90))
    return [
        f"{chance:.0%}",
        "never" if back.p10 is None else months,
        f"{whole(cash.p10 / 100)} to {whole(cash.p90 / 100)}",
    ]


def test_there_are_four_households() -> None:
    assert len(DOCUMENTS) == 4


def whole(yuan: float | None) -> str:
    return "–" if yuan is None else f"{round(yuan):,}"
