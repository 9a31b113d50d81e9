"""Facts beside the money: of the city itself or the nation, dated, sourced, in both languages."""

from dataclasses import replace
from datetime import date

from advisor.engine.facts import FIGURES, facts
from tests.engine.households import household, question_of
from tests.engine.references import (
    BEIJING,
    LIAOYUAN,
    NATION,
    TIER_ONE,
    figure_row,
    hand_made_reference,
)


def found(city, reference, **more):
    return facts(question_of(household(**more), reference), city)


def test_every_fact_has_a_source_that_is_known(reference):
    for city in (*TIER_ONE, LIAOYUAN):
        for fact in found(city, reference):
            assert fact.source in reference.sources
            assert fact.figure or (fact.text_en and fact.text_zh)


def test_a_figure_of_another_place_says_nothing_about_this_one():
    rows = hand_made_reference(figure_row(NATION, "pm25_annual_mean", "2023", 30))
    assert not [fact for fact in found(BEIJING, rows) if fact.kind in FIGURES]
    own = hand_made_reference(figure_row(BEIJING, "pm25_annual_mean", "2023", 32))
    (fact,) = [fact for fact in found(BEIJING, own) if fact.kind in FIGURES]
    assert fact.figure.value == 32


def test_a_rule_that_has_ended_is_no_fact_any_more(reference):
    row = {
        "effective_from": "2020-01-01", "effective_to": "2024-12-31", "adcode": BEIJING,
        "kind": "points", "text": "old", "source_id": "a", "confidence": "secondary",
    }  # fmt: skip
    rules = {"hukou": [row], "home_purchase": [], "other": []}
    changed = replace(reference, rule_files={**reference.rule_files, "settlement": rules})
    texts = [fact.text_en for fact in found(BEIJING, changed)]
    assert "old" not in texts
    then = [fact.text_en for fact in found(BEIJING, changed, on=date(2022, 1, 1))]
    assert "old" in then


def test_where_a_city_has_no_rule_of_its_own_the_nations_is_given(reference):
    row = {
        "effective_from": None, "effective_to": None, "kind": "points", "text": "A",
        "source_id": "a", "confidence": "secondary",
    }  # fmt: skip
    rules = {
        "hukou": [row | {"adcode": NATION, "text": "national"}, row | {"adcode": BEIJING}],
        "home_purchase": [], "other": [],
    }  # fmt: skip
    changed = replace(reference, rule_files={**reference.rule_files, "settlement": rules})
    assert [fact.text_en for fact in found(LIAOYUAN, changed) if not fact.figure] == ["national"]
    assert [fact.text_en for fact in found(BEIJING, changed) if not fact.figure] == ["A"]
