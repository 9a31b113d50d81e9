"""How old a figure may be before it counts as late: by its source's rhythm. Pure: the day is given.

A series is on time while the period after its newest runs. Once that has ended its figure is due,
and for one more step of the rhythm, the time it takes to make the figures, that is all. From two
steps on it is late, from three very late. Where a feed states a limit in days, that decides what
is late. What has no rhythm (one-off, irregular) is never due. The steps are our choice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

STEP_DAYS = {"annual": 366, "quarterly": 92, "monthly": 31}
DUE_STEPS, LATE_STEPS, VERY_LATE_STEPS = 1, 2, 3


class Freshness(StrEnum):
    ON_TIME = "on_time"
    DUE = "due"
    LATE = "late"
    VERY_LATE = "very_late"
    NO_RHYTHM = "no_rhythm"


ORDER = (
    *(Freshness.NO_RHYTHM, Freshness.ON_TIME),
    *(Freshness.DUE, Freshness.LATE, Freshness.VERY_LATE),
)


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
    if step is None and limit_days is None:
        return Freshness.NO_RHYTHM
    late, very_late = _limits(step, limit_days)
    if age > very_late:
        return Freshness.VERY_LATE
    if age > late:
        return Freshness.LATE
    is_due = step is not None and age > DUE_STEPS * step
    return Freshness.DUE if is_due else Freshness.ON_TIME


def latest_worst(found: Iterable[Freshness]) -> Freshness:
    """The worst of several: a dataset is as late as its latest series."""
    return max(found, key=ORDER.index, default=Freshness.NO_RHYTHM)


def _limits(step: int | None, limit_days: int | None) -> tuple[int, int]:
    """The ages in days after which a figure is late and very late."""
    if limit_days is not None:
        return limit_days, 2 * limit_days
    days = step or 0
    return LATE_STEPS * days, VERY_LATE_STEPS * days
