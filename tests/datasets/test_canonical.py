"""Figures have one text each, so that equal figures are equal texts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.datasets.canonical import (
    Entry,
    content_of,
    decimal_text,
    one_line,
    packed,
    snapshot_text,
    unpacked,
)

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, places=6)
WORDS = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=8)
ENTRIES = st.builds(
    Entry,
    value=NUMBERS.map(decimal_text),
    low=st.just(""),
    high=NUMBERS.map(decimal_text),
    range_kind=st.just("quartiles"),
    status=st.sampled_from(["", "e", "ei"]),
    source=WORDS,
    note=st.text().map(one_line),
)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("48342", "48342"),
        ("48342.00", "48342"),
        ("0.50", "0.5"),
        ("1411778724", "1411778724"),
        ("1E+3", "1000"),
        ("0.000001", "0.000001"),
        ("-0.0", "0"),
        ("-12.30", "-12.3"),
    ],
)
def test_a_number_is_written_plainly_without_needless_zeros(number: str, text: str) -> None:
    assert decimal_text(Decimal(number)) == text


def test_no_number_is_no_text() -> None:
    assert decimal_text(None) == ""


@given(NUMBERS)
def test_the_text_of_a_number_is_the_number(number: Decimal) -> None:
    assert Decimal(decimal_text(number)) == number


@given(st.dictionaries(st.tuples(WORDS, WORDS, WORDS), ENTRIES, max_size=5))
def test_a_snapshot_gives_back_what_went_in(content: dict) -> None:
    assert content_of(unpacked(packed(snapshot_text(content)))) == content


def test_a_snapshot_does_not_depend_on_the_order_of_its_figures() -> None:
    one, two = (("a", "b", "2023"), Entry(*"1234567")), (("a", "b", "2024"), Entry(*"abcdefg"))
    assert snapshot_text(dict([one, two])) == snapshot_text(dict([two, one]))


def test_a_note_of_several_lines_becomes_one() -> None:
    assert one_line("first\r\nsecond\tthird") == "first second third"
