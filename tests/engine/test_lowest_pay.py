"""The lowest pay that holds for good, exact to a yuan, also where take-home steps back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.lowest_pay import HIGHEST_PAY, SCAN, lowest_pay

pays = st.integers(2, HIGHEST_PAY - SCAN - 1)


@given(pays)
def test_a_single_threshold_is_found_exactly(threshold):
    assert lowest_pay(lambda pay: pay >= threshold) == threshold


@pytest.mark.parametrize("threshold", [1, 2, 3, HIGHEST_PAY - 1, HIGHEST_PAY])
def test_thresholds_at_the_ends_are_found(threshold):
    assert lowest_pay(lambda pay: pay >= threshold) == threshold


def test_what_always_holds_holds_from_one_yuan_and_what_never_holds_has_no_answer():
    assert lowest_pay(lambda pay: pay >= 0) == 1
    assert lowest_pay(lambda pay: pay < 0) is None


def test_what_fails_at_the_highest_pay_has_no_answer():
    assert lowest_pay(lambda pay: pay < HIGHEST_PAY) is None


@given(pays, st.integers(1, SCAN - 1), st.integers(1, 20))
def test_a_step_back_soon_after_moves_the_threshold_beyond_it(threshold, gap, width):
    dip = threshold + gap

    def holds(pay):
        return (pay >= threshold) & ~((pay >= dip) & (pay < dip + width))

    found = lowest_pay(holds)
    expected = dip + width
    assert found == expected


@given(st.integers(1_000, 100_000), st.integers(100_000, 9_000_000), st.integers(1, 50_000))
def test_a_fall_at_a_named_break_moves_the_threshold_beyond_it(threshold, cliff, width):
    def holds(pay):
        return (pay >= threshold) & ~((pay >= cliff) & (pay < cliff + width))

    assert lowest_pay(holds, breaks=(cliff,)) == cliff + width


@given(st.integers(10, 1_000_000))
def test_few_candidates_are_looked_at(threshold):
    seen = []

    def holds(pay):
        seen.append(pay.size)
        return np.asarray(pay >= threshold)

    lowest_pay(holds)
    assert sum(seen) < 3_000
