"""Periods of figures: `2025` or `2026-06`; a quarter is named by its last month."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from advisor.datasets.validation.row_fault import RowFaultError

FORMS = {
    "year": re.compile(r"(?:19|20)\d\d", re.ASCII),
    "month": re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", re.ASCII),
    "quarter": re.compile(r"(?:19|20)\d\d-(?:03|06|09|12)", re.ASCII),
}
MONTHS_A_STEP = {"year": 12, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True)
class Today:
    """What periods are held against. A period has ended when its last day lies behind."""

    date: date

    def begins_later(self, period: str, period_type: str) -> bool:
        """Whether the period has not even begun."""
        begin = month_number(period) - (MONTHS_A_STEP[period_type] - 1 if len(period) > 4 else 0)
        return begin > self._month

    def ends_later(self, period: str) -> bool:
        """Whether the period is still running."""
        end = month_number(period) + (11 if len(period) == 4 else 0)
        return end >= self._month

    @property
    def _month(self) -> int:
        return self.date.year * 12 + self.date.month - 1


@lru_cache(maxsize=4096)
def month_number(period: str) -> int:
    """Months from the year 0 to the month of the period; of a year to its January."""
    return int(period[:4]) * 12 + (int(period[5:7]) - 1 if len(period) > 4 else 0)


@lru_cache(maxsize=4096)
def check_period(period: str, period_type: str, today: Today) -> None:
    """Raise RowFaultError for a period of another form, or one that has not begun."""
    if not FORMS[period_type].fullmatch(period):
        raise RowFaultError("period_form", cell=period[:40], form=period_type)
    if today.begins_later(period, period_type):
        raise RowFaultError("period_in_the_future", period=period)


def months_between(earlier: str, later: str, period_type: str) -> int:
    """Months from one period of a series to a later one; those of one step for the same period."""
    return (month_number(later) - month_number(earlier)) or MONTHS_A_STEP[period_type]
