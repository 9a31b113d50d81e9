"""Tax tables: at, below and above each edge; continuous for wages, with cliffs for a bonus."""

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.pay.tax_table import Bracket, TaxTable, TaxTableError

ANNUAL = [
    (36_000, "0.03", 0),
    (144_000, "0.10", 2_520),
    (300_000, "0.20", 16_920),
    (420_000, "0.25", 31_920),
    (660_000, "0.30", 52_920),
    (960_000, "0.35", 85_920),
    (None, "0.45", 181_920),
]
MONTHLY = [
    (3_000, "0.03", 0),
    (12_000, "0.10", 210),
    (25_000, "0.20", 1_410),
    (35_000, "0.25", 2_660),
    (55_000, "0.30", 4_410),
    (80_000, "0.35", 7_160),
    (None, "0.45", 15_160),
]
EDGES = [bound for bound, _, _ in ANNUAL if bound]


def tax_by_hand(brackets, taxable, *, bracket_of=None):
    """Tax in yuan as the law words it, in decimal arithmetic: an oracle apart from the engine."""
    looked_up = taxable if bracket_of is None else bracket_of
    rate, quick = next(
        (Decimal(rate), quick)
        for bound, rate, quick in brackets
        if bound is None or looked_up <= bound
    )
    return (taxable * rate - quick).quantize(Decimal("0.01"), ROUND_HALF_UP)


@pytest.fixture(scope="module")
def annual(rules):
    return rules.income_tax.annual_table.value


@pytest.fixture(scope="module")
def monthly(rules):
    return rules.income_tax.monthly_table.value


@given(fen=st.integers(0, 20_000_000_000))
def test_the_annual_table_is_that_of_the_law(annual, fen):
    assert annual.tax_on(fen) == tax_by_hand(ANNUAL, Decimal(fen) / 100) * 100


@given(fen=st.integers(0, 20_000_000_000))
def test_the_monthly_table_is_that_of_the_law(monthly, fen):
    assert monthly.tax_on(fen) == tax_by_hand(MONTHLY, Decimal(fen) / 100) * 100


@given(fen=st.integers(0, 12_000_000_000))
def test_a_bonus_is_looked_up_by_its_unrounded_twelfth(monthly, fen):
    yuan = Decimal(fen) / 100
    by_hand = tax_by_hand(MONTHLY, yuan, bracket_of=yuan / 12)
    assert monthly.tax_by_twelfth(fen) == by_hand * 100


@pytest.mark.parametrize("edge", EDGES)
def test_wage_tax_is_continuous_at_each_edge(annual, edge):
    fen = edge * 100
    below, at, above = annual.tax_on(np.array([fen - 1, fen, fen + 1])).tolist()
    assert 0 <= at - below <= 1
    assert 0 <= above - at <= 1


@pytest.mark.parametrize(
    ("bonus", "tax"),
    [
        ("36000.00", "1080.00"),
        ("36000.01", "3390.00"),
        ("36001", "3390.10"),
        ("144000", "14190.00"),
        ("144000.01", "27390.00"),
        ("300000", "58590.00"),
        ("300001", "72340.25"),
        ("420000", "102340.00"),
        ("660000", "193590.00"),
        ("960000", "328840.00"),
        ("960001", "416840.45"),
    ],
)
def test_one_yuan_more_of_bonus_can_cost_thousands(monthly, bonus, tax):
    fen = int(Decimal(bonus) * 100)
    assert monthly.tax_by_twelfth(fen) == int(Decimal(tax) * 100)


@given(fen=st.lists(st.integers(0, 20_000_000_000), min_size=1))
def test_an_array_is_taxed_like_each_of_its_entries(annual, monthly, fen):
    taxable = np.array(fen)
    assert annual.tax_on(taxable).tolist() == [int(annual.tax_on(one)) for one in fen]
    assert monthly.tax_by_twelfth(taxable).tolist() == [
        int(monthly.tax_by_twelfth(one)) for one in fen
    ]


def table(*brackets):
    return TaxTable(
        tuple(
            Bracket(up_to_fen=bound, rate_ppm=rate, quick_deduction_fen=quick)
            for bound, rate, quick in brackets
        )
    )


@pytest.mark.parametrize(
    "brackets",
    [
        [],
        [(100, 30_000, 0)],
        [(None, 30_000, 1)],
        [(100, 30_000, 0), (100, 100_000, 7), (None, 200_000, 17)],
        [(100, 30_000, 0), (None, 30_000, 0)],
        [(100, 30_000, 0), (None, 100_000, 8)],
    ],
)
def test_a_table_whose_brackets_do_not_follow_on_each_other_is_refused(brackets):
    with pytest.raises(TaxTableError):
        table(*brackets)
