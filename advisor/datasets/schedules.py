"""When a feed is due: lines as in crontab, in China's time."""

from datetime import datetime, timedelta

from celery.schedules import ParseException, crontab

from advisor.datasets.models.editions import SHANGHAI

FIRST_PAUSE = timedelta(minutes=10)
GROWTH = 3
LONGEST_PAUSE = timedelta(days=1)
FIELDS = 5


class ScheduleError(ValueError):
    """The line is not one of crontab."""


def next_due(schedule: str, *, after: datetime) -> datetime | None:
    """The first moment of the schedule behind that moment; None for an empty schedule.

    Raises ScheduleError.
    """
    if not schedule.strip():
        return None
    fields = schedule.split()
    if len(fields) != FIELDS:
        raise ScheduleError(schedule)
    minute, hour, day, month, weekday = fields
    local = after.astimezone(SHANGHAI)
    try:
        line = crontab(
            minute,
            hour,
            day_of_month=day,
            month_of_year=month,
            day_of_week=weekday,
            nowfun=lambda: local,
        )
        pause: timedelta = line.remaining_estimate(local)
        return local + pause
    except (ParseException, ValueError, RuntimeError, KeyError) as error:
        raise ScheduleError(schedule) from error


def pause_after(failures: int) -> timedelta:
    """How long to leave a source alone that failed so many times in a row, one at least."""
    times: int = GROWTH ** min(failures - 1, 10)
    return min(LONGEST_PAUSE, FIRST_PAUSE * times)
