"""How old a figure may be before it counts as late: by its source's rhythm. Pure: the day is given.

A series is on time until one more value of it should have been out: its newest period ended less
than two steps of its rhythm ago (one for the period that runs, one for making the figures). Until
three steps it is late, then very late. Where a feed states a limit in days, that counts. What has
no rhythm (one-off, irregular) is never late. The steps are our choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

STEP_DAYS = {"annual": 366, "quarterly": 92, "monthly": 31}
ON_TIME_STEPS, LATE_STEPS = 2, 3


class Freshness(StrEnum):
    ON_TIME = "on_time"
    LATE = "late"
    VERY_LATE = "very_late"
    NO_RHYTHM = "no_rhythm"


ORDER = (Freshness.NO_RHYTHM, Freshness.ON_TIME, Freshness.LATE, Freshness.VERY_LATE)


def period_end(period: str) -> date:
    """The last day of `2025`, `2026-06` or `2026Q2`."""
    year = int(period[:4])
    if "Q" in period:
        month = 3 * int(period[-1])
    else:
        month = int(period[5:7]) if len(period) >= len("2026-06") else 12
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def freshness(
    newest: str, cadence: str, today: date, *, limit_days: int | None = None
) -> Freshness:
    """The freshness of a series whose newest period is that one."""
    age = (today - period_end(newest)).days
    step = STEP_DAYS.get(cadence)
    if limit_days is not None:
        return _by_limits(age, limit_days, 2 * limit_days)
    if step is None:
        return Freshness.NO_RHYTHM
    return _by_limits(age, ON_TIME_STEPS * step, LATE_STEPS * step)


def latest_worst(found: Iterable[Freshness]) -> Freshness:
    """The worst of several: a dataset is as late as its latest series."""
    return max(found, key=ORDER.index, default=Freshness.NO_RHYTHM)


def _by_limits(age: int, on_time: int, late: int) -> Freshness:
    if age <= on_time:
        return Freshness.ON_TIME
    return Freshness.LATE if age <= late else Freshness.VERY_LATE
