"""A difference says what to add, change and drop, and leads from one state to the other."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.datasets.differences import difference
from tests.datasets.toys import entry, key

KEYS = st.sampled_from([key(period=str(year)) for year in range(2020, 2026)])
CONTENTS = st.dictionaries(KEYS, st.sampled_from(["1", "2", "3"]).map(entry))


@given(CONTENTS, CONTENTS)
def test_a_difference_leads_from_the_old_state_to_the_new(old: dict, new: dict) -> None:
    assert difference(old, new).applied_to(old) == new


@given(CONTENTS)
def test_nothing_differs_from_itself(content: dict) -> None:
    assert not difference(content, content)


def test_a_figure_is_changed_by_its_note_as_by_its_value() -> None:
    old = {key(): entry("1"), key(period="2023"): entry("1")}
    new = {key(): entry("1", note="read again"), key(period="2025"): entry("2")}
    found = difference(old, new)
    assert found.counts == {"added": 1, "changed": 1, "gone": 1}
    assert found.gone == {key(period="2023")}
