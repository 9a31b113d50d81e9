"""Draws: keyed by what they are for, the same however they are cut into blocks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.draws import WORDS, Block, Quantity, Stream, blocks, inverse_normal, normals

DRAWS = 2000
STORED = [0.1464193278255325, 1.3124158023749386, -0.958542288742298, -0.039860801062432366]


def all_at_once(quantity=Quantity.RENT_GROWTH, stream=Stream.NATIONAL, **key):
    return normals(quantity, stream, Block(0, DRAWS), **key)


@given(st.integers(1, 20_000), st.integers(1, 5000))
def test_blocks_follow_on_each_other_and_hold_every_draw_once(draws, largest):
    cut = list(blocks(draws, largest))
    assert [block.start for block in cut] == [0, *(block.stop for block in cut[:-1])]
    assert cut[-1].stop == draws
    assert all(block.stop - block.start <= max(largest, WORDS) for block in cut)


@pytest.mark.parametrize("largest", [1, 4, 333, 1024, 5000])
def test_draws_are_the_same_in_blocks_as_at_once(largest):
    parts = [
        normals(Quantity.LIVING, Stream.NEW, block, earner=1, year=3)
        for block in blocks(DRAWS, largest)
    ]
    whole = all_at_once(Quantity.LIVING, Stream.NEW, earner=1, year=3)
    assert np.array_equal(np.concatenate(parts), whole)


def test_the_first_500_of_2000_draws_are_the_500_draws():
    few = normals(Quantity.RENT_GROWTH, Stream.NATIONAL, Block(0, 500))
    assert np.array_equal(few, all_at_once()[:500])


def test_another_quantity_life_earner_or_year_draws_apart():
    first = all_at_once()
    for other in (
        all_at_once(Quantity.HOME_PRICE),
        all_at_once(stream=Stream.NEW),
        all_at_once(earner=1),
        all_at_once(year=1),
    ):
        assert abs(np.corrcoef(first, other)[0, 1]) < 0.1


def test_draws_are_the_ones_that_were_stored():
    """A new numpy must not change an answer."""
    assert all_at_once()[:4].tolist() == pytest.approx(STORED, abs=1e-12)


def test_the_inverse_normal_gives_the_quantiles_of_the_tables():
    probabilities = np.array([1e-10, 0.001, 0.025, 0.05, 0.5, 0.8413447460685429, 0.975])
    quantiles = [-6.361340902404056, -3.090232306167813, -1.959963984540054, -1.6448536269514722]
    quantiles += [0.0, 1.0, 1.959963984540054]
    assert inverse_normal(probabilities).tolist() == pytest.approx(quantiles, abs=1e-13)


def test_draws_that_are_shared_cannot_be_written():
    with pytest.raises(ValueError, match="read-only"):
        all_at_once()[0] = 0
