"""Which of a rule's dated values holds on a day."""

from datetime import date

import pytest

from advisor.engine.pay.dated import Dated, NoRuleYetError, in_force, known, last_known


def dated(value, start, end, status=""):
    return Dated(
        value=value,
        effective_from=date.fromisoformat(start),
        effective_to=date.fromisoformat(end) if end else None,
        source="a_source",
        confidence="secondary",
        status=status,
    )


HISTORY = (
    dated(1, "2024-07-01", "2025-06-30"),
    dated(2, "2025-10-01", "2026-06-30", status="u"),
)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2024-07-01", 1),
        ("2025-06-30", 1),
        ("2025-09-30", 1),  # a gap: the last known one stays
        ("2025-10-01", 2),
        ("2030-01-01", 2),
    ],
)
def test_the_newest_value_that_has_begun_counts(day, value):
    assert last_known(HISTORY, date.fromisoformat(day)).value == value


def test_before_the_first_value_there_is_no_rule_yet():
    with pytest.raises(NoRuleYetError) as caught:
        known(HISTORY, date(2024, 6, 30), place="220400", rule="pension.base")
    assert caught.value.earliest == date(2024, 7, 1)


def test_what_ends_by_itself_is_not_carried_forward():
    assert in_force(HISTORY, date(2026, 6, 30)).value == 2
    assert in_force(HISTORY, date(2026, 7, 1)) is None


@pytest.mark.parametrize(
    ("day", "status"), [("2026-06-30", "u"), ("2026-07-01", "ui"), ("2025-09-30", "ui")]
)
def test_a_value_that_is_carried_beyond_its_days_is_marked_imputed(day, status):
    assert HISTORY[1].use(date.fromisoformat(day)).status == status
