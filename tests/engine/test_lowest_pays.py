import numpy as np

from advisor.engine.lowest_pay import HIGHEST_PAY
from advisor.engine.lowest_pays import lowest_pays

NO_BREAKS = np.zeros(0, dtype=np.int64)


def lowest(needed, breaks=NO_BREAKS):
    """The lowest pay of each row that reaches what is needed there."""
    needed = np.asarray(needed, dtype=np.int64)
    return lowest_pays(lambda pay: pay >= needed[:, None], np.ones_like(needed), breaks).tolist()


def test_each_row_has_its_own_lowest_pay():
    assert lowest([1, 4_500, 12_345, HIGHEST_PAY]) == [1, 4_500, 12_345, HIGHEST_PAY]


def test_a_row_that_no_pay_satisfies_has_none_and_ends_the_search():
    assert lowest([4_500, HIGHEST_PAY + 1]) == [4_500, -1]


def test_where_pay_changes_nothing_no_pay_is_found():
    at_least = np.ones(2, dtype=np.int64)

    def never(pay):
        return np.zeros(pay.shape, dtype=bool)

    assert lowest_pays(never, at_least, NO_BREAKS).tolist() == [-1, -1]


def test_what_fails_again_beyond_a_jump_counts():
    jump = 36_000
    at_least = np.ones(1, dtype=np.int64)

    def holds(pay):
        return (pay >= 10_000) & ((pay < jump) | (pay >= 38_000))

    assert lowest_pays(holds, at_least, np.array([jump])).tolist() == [38_000]
