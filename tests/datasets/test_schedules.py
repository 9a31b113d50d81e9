"""When feeds are due."""

from datetime import UTC, datetime, timedelta

import pytest

from advisor.datasets.schedules import ScheduleError, next_due, pause_after

NOON = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # noon in China, a Tuesday


@pytest.mark.parametrize(
    ("schedule", "due"),
    [
        ("30 9 * * *", datetime(2026, 11, 25, 1, 30, tzinfo=UTC)),
        ("0 13 * * *", datetime(2026, 11, 24, 5, 0, tzinfo=UTC)),
        ("0 10 16 * *", datetime(2026, 12, 16, 2, 0, tzinfo=UTC)),
        ("*/15 * * * 1-5", datetime(2026, 11, 24, 4, 15, tzinfo=UTC)),
        ("0 0 29 2 *", datetime(2028, 2, 28, 16, 0, tzinfo=UTC)),
    ],
)
def test_a_feed_is_due_by_the_clock_in_china(schedule: str, due: datetime) -> None:
    assert next_due(schedule, after=NOON) == due


def test_a_feed_without_a_schedule_is_never_due() -> None:
    assert next_due("  ", after=NOON) is None


@pytest.mark.parametrize("schedule", ["daily", "* * * *", "61 * * * *", "* * * * * *", "a b c d e"])
def test_a_line_that_is_none_of_crontab_is_refused(schedule: str) -> None:
    with pytest.raises(ScheduleError):
        next_due(schedule, after=NOON)


def test_a_source_that_fails_is_left_alone_for_longer_each_time() -> None:
    pauses = [pause_after(count) for count in range(1, 8)]
    assert pauses[:3] == [timedelta(minutes=10), timedelta(minutes=30), timedelta(minutes=90)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(days=1)
