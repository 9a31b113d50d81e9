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
    found = comparison_document(
        compare(question.household, reference, conventions), reference, UNITS
    )
    left = found["home"]["monthly"]["money_left"]
    answered = [
        [name, one["city"], whole(left), whole(one["monthly"]["money_left"]),
         whole(one["thresholds"]["equal_money_left"]), one["verdict"]]
        for one in found["destinations"]
    ]  # fmt: skip
    assert answered == [row for row in ROWS if row[0] == name]


def test_there_are_four_households() -> None:
    assert len(DOCUMENTS) == 4


def whole(yuan: float | None) -> str:
    return "–" if yuan is None else f"{round(yuan):,}"
