import pytest
from django.utils import translation

from advisor.web import money


@pytest.mark.parametrize(
    ("fen", "zh", "en"),
    [
        (800_000, "8,000元", "CNY 8,000"),
        (800_050, "8,001元", "CNY 8,001"),
        (800_049, "8,000元", "CNY 8,000"),
        (-120_000, "−1,200元", "−CNY 1,200"),
        (0, "0元", "CNY 0"),
    ],
)
def test_amounts_are_whole_yuan_in_each_habit(fen: int, zh: str, en: str) -> None:
    with translation.override("zh-hans"):
        assert money.yuan(fen) == zh
    with translation.override("en"):
        assert money.yuan(fen) == en


@pytest.mark.parametrize(
    ("fen", "zh", "en"),
    [
        (9_999_999, "100,000元", "CNY 100,000"),
        (12_000_000, "12万元", "CNY 120,000"),
        (12_345_600, "12.35万元", "CNY 123,456"),
        (-50_000_000, "−50万元", "−CNY 500,000"),
    ],
)
def test_large_sums_are_counted_in_ten_thousands_in_chinese(fen: int, zh: str, en: str) -> None:
    with translation.override("zh-hans"):
        assert money.large_yuan(fen) == zh
    with translation.override("en"):
        assert money.large_yuan(fen) == en


@pytest.mark.parametrize(
    ("fen", "zh", "en"),
    [
        (120_000, "多1,200元", "CNY 1,200 more"),
        (-120_000, "少1,200元", "CNY 1,200 less"),
        (0, "不变", "no difference"),
        (49, "不变", "no difference"),
    ],
)
def test_a_difference_has_its_sign_in_words(fen: int, zh: str, en: str) -> None:
    with translation.override("zh-hans"):
        assert money.more_or_less(fen) == zh
    with translation.override("en"):
        assert money.more_or_less(fen) == en


def test_in_a_table_the_unit_is_left_out() -> None:
    with translation.override("en"):
        assert money.whole_yuan(-123_456_00) == "−123,456"
        assert money.difference_in_words(5_000) == "50 more"
        assert money.difference_in_words(-5_000) == "50 less"
        assert money.difference_in_words(0) == "same"


def test_an_exact_amount_keeps_its_fen() -> None:
    with translation.override("en"):
        assert money.yuan_and_fen(-123_405) == "−CNY 1,234.05"


def test_a_range_names_the_currency_once() -> None:
    with translation.override("zh-hans"):
        assert money.yuan_range(450_000, 1_192_700) == "4,500至11,927元"
    with translation.override("en"):
        assert money.yuan_range(450_000, 1_192_700) == "CNY 4,500 to 11,927"


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234.5, "1,234.5"), (2.0, "2"), (-0.5, "−0.5"), (0.001, "0"), (-0.001, "0")],
)
def test_numbers_have_no_trailing_zeros(value: float, text: str) -> None:
    assert money.number(value) == text


@pytest.mark.parametrize(("share", "text"), [(0.08, "8%"), (0.075, "7.5%"), (1, "100%"), (0, "0%")])
def test_shares_are_per_cent(share: float, text: str) -> None:
    assert money.percent(share) == text
