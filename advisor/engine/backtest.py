"""Would the ranges have held? Widths set on the past, later years held out and counted.

A series is cut after a year. Its yearly log changes up to then give mean and standard deviation;
from the last level known the 80 % band of each later year follows as the projection makes it:
growth fading to nothing over three years for home prices, constant for wages, yearly shocks adding
up. Counted is how many later years lay inside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.engine.projection.home_prices import fading
from advisor.engine.reference import Reference

Z80 = 1.2815515655446004  # the 80 % band reaches this many standard deviations to either side
SHORTEST_PAST = 3  # yearly changes below which no width is set


@dataclass(frozen=True, kw_only=True, slots=True)
class BackTest:
    """One indicator cut after one year, over all its series.

    `inside` of `years` later years lay in the band; `too_short` series had too little past.
    """

    indicator: str
    cut: int
    series: int
    years: int
    inside: int
    below: int
    above: int
    too_short: int
    by_year: Mapping[int, tuple[int, int]]  # later year: inside, counted

    @property
    def share(self) -> float | None:
        """The share of later years inside the band; 0.8 were right."""
        return self.inside / self.years if self.years else None


def back_test(
    reference: Reference, indicator: str, cut: int, held_out: range, *, fades: bool
) -> BackTest:
    """The test of one indicator: known to the end of `cut`, looked at in the years held out."""
    outcomes: list[tuple[int, int]] = []
    series = too_short = 0
    for (_, name), rows in reference.series.items():
        if name != indicator:
            continue
        levels = _year_ends({row.period: row.value for row in rows})
        found = _outcomes(levels, cut, held_out, fades=fades)
        if found is None:
            too_short += 1
        elif found:
            series += 1
            outcomes += found
    return _counted(indicator, cut, series, too_short, outcomes)


def _year_ends(levels: Mapping[str, float]) -> dict[int, float]:
    """The last level of each year (monthly series: December or the last month there is)."""
    found: dict[int, float] = {}
    for period in sorted(levels):
        found[int(period[:4])] = levels[period]
    return found


def _outcomes(
    levels: Mapping[int, float], cut: int, held_out: range, *, fades: bool
) -> list[tuple[int, int]] | None:
    """(year, -1 below, 0 inside, 1 above) of each later year; None where the past is too short."""
    changes = [
        float(np.log(levels[year] / levels[year - 1]))
        for year in sorted(levels)
        if year <= cut and year - 1 in levels
    ]
    if cut not in levels or len(changes) < SHORTEST_PAST:
        return None
    growth = changes[-1] if fades else float(np.mean(changes))
    sd = float(np.std(changes, ddof=1))
    found = []
    for year in held_out:
        if year in levels:
            ahead = year - cut
            middle = growth * _years_of_growth(ahead, fades=fades)
            width = Z80 * sd * np.sqrt(ahead)
            off = float(np.log(levels[year] / levels[cut])) - middle
            found.append((year, 0 if abs(off) <= width else int(np.sign(off))))
    return found


def _years_of_growth(ahead: int, *, fades: bool) -> float:
    """How many years' worth of the growth has come in after so many years."""
    if not fades:
        return float(ahead)
    return sum(fading(1.0, ahead))


def _counted(
    indicator: str, cut: int, series: int, too_short: int, outcomes: Sequence[tuple[int, int]]
) -> BackTest:
    years = sorted({year for year, _ in outcomes})
    return BackTest(
        indicator=indicator,
        cut=cut,
        series=series,
        years=len(outcomes),
        inside=sum(side == 0 for _, side in outcomes),
        below=sum(side < 0 for _, side in outcomes),
        above=sum(side > 0 for _, side in outcomes),
        too_short=too_short,
        by_year={
            year: (
                sum(side == 0 for at, side in outcomes if at == year),
                sum(at == year for at, _ in outcomes),
            )
            for year in years
        },
    )
