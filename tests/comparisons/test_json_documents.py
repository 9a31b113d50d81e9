"""JSON is read strictly: decimals exactly as written, and a clear fault for what is not JSON."""

from decimal import Decimal

import pytest

from advisor.comparisons.faults import FaultyDocumentError
from advisor.comparisons.json_documents import json_document


def test_decimals_stay_as_written():
    assert json_document(b'{"gross": 22000.10}')["gross"] == Decimal("22000.10")


def test_a_byte_order_mark_is_no_fault():
    assert json_document("\ufeff{}".encode()) == {}


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"\xff\xfe{\x00", "not_text"),
        (b'{"a": NaN}', "not_a_number"),
        (b'{"a": -Infinity}', "not_a_number"),
        (b'{"a": 1, "a": 2}', "key_twice"),
        (b"[" * 200_000, "too_deep"),
        (b'{"a": 1' + b"0" * 5000 + b"}", "huge_number"),
        (b'{"a": 1e9999999999999999999}', "huge_number"),
    ],
)
def test_what_can_not_be_read_is_one_fault(raw, code):
    with pytest.raises(FaultyDocumentError) as caught:
        json_document(raw)
    assert [fault.code for fault in caught.value.faults] == [code]
