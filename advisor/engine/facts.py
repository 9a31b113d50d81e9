"""Facts beside the money: dated and sourced, never part of a score (model §8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from advisor.engine.question import Question
from advisor.engine.reference import NATION, Reference
from advisor.engine.result import Fact

SETTLEMENT_PARTS = ("hukou", "home_purchase", "other")
FIGURES = ("commute_oneway_min", "pm25_annual_mean", "jan_temp", "jul_temp", "share_age_60_plus")


def facts(question: Question, city: str) -> tuple[Fact, ...]:
    """Registration, schooling and purchase rules in force, and what the place is like."""
    return (*_settlement(question, city), *_figures(question, city))


def settlement_facts(reference: Reference, place: str, part: str, on: date) -> tuple[Fact, ...]:
    """What one part of the settlement rules says of that place itself on that day."""
    rows = reference.rule_files["settlement"][part]
    day = on.isoformat()
    return tuple(_fact(row) for row in rows if row["adcode"] == place and _holds(row, day))


def _settlement(question: Question, city: str) -> Iterator[Fact]:
    reference, on = question.reference, question.household.on
    for part in SETTLEMENT_PARTS:
        own = settlement_facts(reference, city, part, on)
        yield from own or settlement_facts(reference, NATION, part, on)


def _holds(row: Mapping[str, Any], day: str) -> bool:
    return (row["effective_from"] or "") <= day <= (row["effective_to"] or "9999")


def _fact(row: Mapping[str, Any]) -> Fact:
    return Fact(
        kind=row["kind"], text_en=row["text"], text_zh=row.get("text_zh") or row["text"],
        effective_from=row["effective_from"], source=row["source_id"], confidence=row["confidence"],
    )  # fmt: skip


def _figures(question: Question, city: str) -> Iterator[Fact]:
    """Figures of the city itself: another place's air or winter would say nothing."""
    for indicator in FIGURES:
        figure = question.reference.figure(city, indicator)
        if figure is not None and figure.is_own:
            yield Fact(
                kind=indicator, text_en="", text_zh="", effective_from=None,
                source=figure.observation.source, confidence=figure.observation.status,
                figure=figure,
            )  # fmt: skip
