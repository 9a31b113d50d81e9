"""Numbers of documents are exact, within bounds, and never text."""

from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import BaseModel, ValidationError

from advisor.comparisons.quantities import Share, Yuan


class Quantities(BaseModel):
    pay: Annotated[int, Yuan()] = 0
    rate: Annotated[int, Share(highest="0.12")] = 0


@pytest.mark.parametrize(
    ("yuan", "fen"), [(0, 0), (8000, 800_000), (0.1, 10), (Decimal("8000.25"), 800_025)]
)
def test_yuan_become_fen(yuan, fen):
    assert Quantities(pay=yuan).pay == fen


def test_a_fraction_becomes_parts_per_million():
    assert Quantities(rate=0.07).rate == 70_000


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("pay", "8000", "number_type"),
        ("pay", "8,000", "number_type"),
        ("pay", "0.8万", "number_type"),
        ("pay", True, "number_type"),
        ("pay", None, "number_type"),
        ("pay", [1], "number_type"),
        ("pay", -1, "greater_than_equal"),
        ("pay", 1e12, "less_than_equal"),
        ("pay", Decimal("1E+400000"), "less_than_equal"),
        ("pay", float("nan"), "finite_number"),
        ("pay", float("inf"), "finite_number"),
        ("pay", Decimal("NaN"), "finite_number"),
        ("pay", 1.001, "amount_decimals"),
        ("rate", 0.13, "less_than_equal"),
        ("rate", 0.0712345, "rate_decimals"),
    ],
)
def test_what_is_no_such_number_is_a_fault(field, value, code):
    with pytest.raises(ValidationError) as caught:
        Quantities(**{field: value})
    assert [error["type"] for error in caught.value.errors()] == [code]


def test_the_schema_says_number_and_bounds():
    schema = Quantities.model_json_schema()["properties"]
    assert schema["pay"]["type"] == "number"
    assert schema["rate"]["maximum"] == 0.12
