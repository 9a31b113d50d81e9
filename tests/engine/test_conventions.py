"""Conventions: validated when read, changed by the user, never beyond what arithmetic stands."""

import pytest

from advisor.engine.conventions import Assumptions, ConventionError, Mark
from advisor.engine.conventions import conventions as read

ENTRY = {
    "group": "living", "default": 1.0, "low": 0.5, "high": 2.0, "unit": "multiple",
    "mark": "choice", "label_en": "A", "label_zh": "甲", "reason_en": "B", "reason_zh": "乙",
}  # fmt: skip


def test_an_entry_becomes_a_convention():
    (one,) = read({"a": ENTRY}).values()
    assert (one.name, one.default, one.mark) == ("a", 1.0, Mark.CHOICE)


@pytest.mark.parametrize(
    "change",
    [{"mark": "guess"}, {"default": 3.0}, {"colour": "red"}, {"low": 1.5}],
    ids=str,
)
def test_a_faulty_entry_is_refused_by_name(change):
    with pytest.raises(ConventionError, match=r"^a: "):
        read({"a": ENTRY | change})


def test_an_entry_without_a_key_is_refused():
    with pytest.raises(ConventionError, match="unit"):
        read({"a": {key: value for key, value in ENTRY.items() if key != "unit"}})


def test_a_changed_assumption_is_yours_and_the_others_keep_their_default():
    assumptions = Assumptions(conventions=read({"a": ENTRY, "b": ENTRY}), changed={"a": 1.7})
    assert (assumptions["a"], assumptions["b"]) == (1.7, 1.0)
    assert assumptions.is_yours("a")
    assert assumptions.is_yours("b", "a")
    assert not assumptions.is_yours("b")


def test_what_ships_lies_within_its_bounds_and_says_why_in_both_languages(conventions, reference):
    for one in conventions.values():
        lowest, highest = one.bounds
        assert lowest <= one.low <= one.high <= highest, one.name
        assert one.label_en, one.name
        assert one.label_zh, one.name
        assert one.reason_en, one.name
        assert one.reason_zh, one.name
        assert not one.source or one.source in reference.sources, one.name


def test_what_is_said_to_be_found_in_the_data_names_its_source(conventions):
    nameless = [
        one.name for one in conventions.values() if one.mark is Mark.PACK and not one.source
    ]
    assert nameless == []
