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

    A stretch is a run of months of one calendar year and one year of life (which starts with the
    month of the move). `year_of_stretch` is the calendar year of each, counted from 0.
    """

    first_month: int
    months: int
    year_of_stretch: Integers = field(init=False, compare=False, repr=False)
    scale_to_year: Floats = field(init=False, compare=False, repr=False)
    _spans: tuple[tuple[int, int], ...] = field(init=False, compare=False, repr=False)
    _calendar_years: Integers = field(init=False, compare=False, repr=False)
    _years_of_life: Integers = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        month = np.arange(self.months)
        of_month = (month + self.months_before) // MONTHS
        of_life = month // MONTHS
        starts = np.flatnonzero(_changes(of_month) | _changes(of_life))
        columns = {
            "year_of_stretch": of_month[starts],
            "scale_to_year": _scale_to_year(of_month),
            "_calendar_years": np.flatnonzero(_changes(of_month[starts])),
            "_years_of_life": np.flatnonzero(_changes(of_life[starts])),
        }
        for name, column in columns.items():
            column.flags.writeable = False
            object.__setattr__(self, name, column)
        ends = (*starts[1:].tolist(), self.months)
        object.__setattr__(self, "_spans", tuple(zip(starts.tolist(), ends, strict=True)))

    @property
    def months_before(self) -> int:
        """Months of the first calendar year before the move."""
        return self.first_month - 1

    @property
    def years(self) -> int:
        return int(self.year_of_stretch[-1]) + 1

    def by_stretch(self, monthly: Floats) -> Floats:
        """Sums by stretch of what is (months, draws)."""
        sums = np.empty((len(self._spans), monthly.shape[1]))
        for row, (start, end) in zip(sums, self._spans, strict=True):
            np.add.reduce(monthly[start:end], axis=0, out=row)
        return sums

    def calendar_years_of(self, by_stretch: Floats) -> Floats:
        """Sums by calendar year of what is (stretches, draws)."""
        return np.add.reduceat(by_stretch, self._calendar_years, axis=0)

    def years_of_life_of(self, by_stretch: Floats) -> Floats:
        """Sums by year of life of what is (stretches, draws)."""
        return np.add.reduceat(by_stretch, self._years_of_life, axis=0)

    def by_year_of_life(self, monthly: Floats) -> Floats:
        """Sums by year of life of what is (months, draws)."""
        return self.years_of_life_of(self.by_stretch(monthly))

    def times_yearly(self, monthly: Floats, yearly: Floats) -> Floats:
        """What is (months, draws) times what is (calendar years, draws)."""
        draws = max(monthly.shape[1], yearly.shape[1])
        product = np.empty((self.months, draws))
        for (start, end), year in zip(self._spans, self.year_of_stretch, strict=True):
            np.multiply(monthly[start:end], yearly[year], out=product[start:end])
        return product


@lru_cache(maxsize=64)
def calendar(first_month: int, months: int) -> Calendar:
    """The calendar of so many months; kept, since every life of a question shares it."""
    return Calendar(first_month, months)


def _changes(years: Integers) -> npt.NDArray[np.bool_]:
    changes: npt.NDArray[np.bool_] = np.diff(years, prepend=-1) != 0
    return changes


def _scale_to_year(year_of_month: Integers) -> Floats:
    """What makes a calendar year whole, (years, 1): 1, more only for a last one that is cut off."""
    in_year = np.bincount(year_of_month)
    scale = np.ones((in_year.size, 1))
    if in_year.size > 1:
        scale[-1] = MONTHS / in_year[-1]
    return scale
