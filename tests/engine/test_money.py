"""Money is exact: parsing refuses what fen cannot hold, rounding is half up, once."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.money import (
    HIGHEST_MONTHLY_PAY_FEN,
    InexactNumberError,
    fen_of,
    half_up_part,
    half_up_share,
    ppm_of,
    yuan_of,
)

amounts = st.integers(0, 18 * HIGHEST_MONTHLY_PAY_FEN)
rates = st.integers(0, 450_000)


@pytest.mark.parametrize(
    ("yuan", "fen"), [("0", 0), ("22000.50", 2_200_050), (Decimal("1.10"), 110), ("1E+3", 100_000)]
)
def test_an_amount_of_at_most_two_decimals_becomes_its_fen(yuan, fen):
    assert fen_of(yuan) == fen


@pytest.mark.parametrize(
    "yuan",
    [
        "0.001",
        "1." + "0" * 40 + "1",
        "1E-999999",
        "NaN",
        "Infinity",
        "-Infinity",
        "1E+400000",
        "八千",
        "",
    ],
)
def test_what_fen_cannot_hold_is_refused(yuan):
    with pytest.raises(InexactNumberError):
        fen_of(yuan)


def test_a_rate_is_a_whole_number_of_parts_per_million():
    assert ppm_of("0.0535") == 53_500
    with pytest.raises(InexactNumberError):
        ppm_of("0.0000001")


@given(amounts, rates, st.sampled_from([1, 100]))
def test_a_share_is_the_exact_product_rounded_half_up_once(fen, ppm, unit):
    exact = Decimal(fen) * ppm / 1_000_000 / unit
    assert (
        half_up_share(fen, ppm, unit=unit) == int(exact.quantize(Decimal(1), ROUND_HALF_UP)) * unit
    )


@given(amounts, st.sampled_from([12, 13, 24]))
def test_a_part_of_a_year_is_rounded_half_up(fen, parts):
    exact = Decimal(fen) / parts
    assert half_up_part(fen, parts) == int(exact.quantize(Decimal(1), ROUND_HALF_UP))


@given(st.lists(amounts, min_size=1), rates)
def test_an_array_of_amounts_is_rounded_like_each_of_them(fen, ppm):
    assert half_up_share(np.array(fen), ppm).tolist() == [half_up_share(one, ppm) for one in fen]


@given(st.integers(-(10**13), 10**13))
def test_yuan_for_output_read_back_as_the_same_fen(fen):
    assert fen_of(repr(yuan_of(fen))) == fen
