"""The months of a projection and the calendar years they lie in: tax is of calendar years."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from advisor.engine.draws import Floats
from advisor.engine.question import MONTHS

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Calendar:
    """`months` from the first of the month of the move; `first_month` is 1 for January.

    `year_of_month` is the calendar year of each month, counted from 0.
    """

    first_month: int
    months: int
    year_of_month: Integers = field(init=False, compare=False, repr=False)
    scale_to_year: Floats = field(init=False, compare=False, repr=False)
    _starts: Integers = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        of_month = (np.arange(self.months) + self.months_before) // MONTHS
        columns = {
            "year_of_month": of_month,
            "scale_to_year": _scale_to_year(of_month),
            "_starts": np.flatnonzero(np.diff(of_month, prepend=-1)),
        }
        for name, column in columns.items():
            column.flags.writeable = False
            object.__setattr__(self, name, column)

    @property
    def months_before(self) -> int:
        """Months of the first calendar year before the move."""
        return self.first_month - 1

    @property
    def years(self) -> int:
        return int(self.year_of_month[-1]) + 1

    def by_year(self, monthly: Floats) -> Floats:
        """Sums by calendar year of what is (months, draws)."""
        return np.add.reduceat(monthly, self._starts, axis=0)


@lru_cache(maxsize=64)
def calendar(first_month: int, months: int) -> Calendar:
    """The calendar of so many months; kept, since every life of a question shares it."""
    return Calendar(first_month, months)


def _scale_to_year(year_of_month: Integers) -> Floats:
    """What makes a calendar year whole, (years, 1): 1, more only for a last one that is cut off."""
    in_year = np.bincount(year_of_month)
    scale = np.ones((in_year.size, 1))
    if in_year.size > 1:
        scale[-1] = MONTHS / in_year[-1]
    return scale
