from decimal import Decimal

import pytest

from advisor.comparisons.typed_numbers import (
    Fault,
    TypedNumberError,
    typed_amount,
    typed_number,
    typed_percent,
)


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("8000", "8000"),
        ("8,000", "8000"),
        ("８，０００", "8000"),
        ("8 000", "8000"),
        ("8000元", "8000"),
        ("￥8,000.50", "8000.50"),
        ("¥8000", "8000"),
        ("CNY 8,000", "8000"),
        ("8000 RMB", "8000"),
        ("8000块", "8000"),
        ("0.8万", "8000"),
        ("0.8 万元", "8000"),
        ("1.25w", "12500"),
        ("8k", "8000"),
        ("8千", "8000"),
        ("１２０００", "12000"),
        ("1,2000", "12000"),
        ("1,234,567", "1234567"),
        ("  4500  ", "4500"),
        ("0", "0"),
        ("-1", "-1"),
        ("－1", "-1"),
        ("1000000000000", "1000000000000"),
    ],
)
def test_an_amount_is_read_in_each_habit_of_writing_it(text: str, yuan: str) -> None:
    assert typed_amount(text) == Decimal(yuan)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "abc", "1e12", "八千", "8,00", "80.00.00", "１２abc", "万", "NaN", "inf", "9" * 60],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(TypedNumberError) as caught:
        typed_amount(text)
    assert caught.value.fault is Fault.NOT_A_NUMBER


def test_parts_of_a_fen_are_refused() -> None:
    with pytest.raises(TypedNumberError) as caught:
        typed_amount("8000.123")
    assert caught.value.fault is Fault.TOO_MANY_DECIMALS


def test_parts_of_a_fen_are_counted_after_the_ten_thousands() -> None:
    assert typed_amount("0.80123万") == Decimal("8012.3")


@pytest.mark.parametrize(("text", "share"), [("8", "0.08"), ("8%", "0.08"), ("７．５％", "0.075")])
def test_a_percentage_is_read_as_a_fraction(text: str, share: str) -> None:
    assert typed_percent(text) == Decimal(share)


def test_a_number_keeps_its_decimals() -> None:
    assert typed_number("75.5") == Decimal("75.5")


def test_the_longest_number_that_is_read_at_all_does_not_overflow() -> None:
    assert typed_amount("9" * 19 + "万") > Decimal(10) ** 20
