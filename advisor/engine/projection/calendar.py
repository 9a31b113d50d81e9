"""The months of a projection and the calendar years they lie in: tax is of calendar years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from advisor.engine.draws import Floats
from advisor.engine.question import MONTHS


@dataclass(frozen=True, slots=True)
class Calendar:
    """`months` from the first of the month of the move; `first_month` is 1 for January."""

    first_month: int
    months: int

    @property
    def months_before(self) -> int:
        """Months of the first calendar year before the move."""
        return self.first_month - 1

    @property
    def year_of_month(self) -> npt.NDArray[np.int64]:
        """The calendar year of each month, counted from 0."""
        return (np.arange(self.months) + self.months_before) // MONTHS

    @property
    def years(self) -> int:
        return int(self.year_of_month[-1]) + 1

    @property
    def scale_to_year(self) -> list[float]:
        """What makes a calendar year whole: 1, more only for a last one that is cut off."""
        in_year = np.bincount(self.year_of_month, minlength=self.years)
        scale = [1.0] * self.years
        if self.years > 1:
            scale[-1] = MONTHS / int(in_year[-1])
        return scale

    def by_year(self, monthly: Floats) -> Floats:
        """Sums by calendar year of what is (months, draws)."""
        starts = np.flatnonzero(np.diff(self.year_of_month, prepend=-1))
        return np.add.reduceat(monthly, starts, axis=0)
