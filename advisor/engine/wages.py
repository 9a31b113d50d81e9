"""Typical pay: what a person paid so at home could expect there, without an offer (model §3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from advisor.engine.household import Earner, Unit
from advisor.engine.question import MONTHS, Question, fen
from advisor.engine.reference import NATION, Figure, Level, Reference
from advisor.engine.result import TypicalPay
from advisor.engine.trail import Gap, say

SERIES = {Unit.PRIVATE: "private_avg_wage", Unit.NON_PRIVATE: "nonprivate_avg_wage"}
RUNGS = (Level.CITY, Level.PROVINCE, Level.REGION, Level.NATION)
P90_OVER_P75 = 1.2816 / 0.6745  # of a log-normal: how much further out p90 lies than p75


@dataclass(frozen=True, kw_only=True, slots=True)
class Ratio:
    """Destination over home, with the figures; both of one series and one rung."""

    value: float
    figures: tuple[Figure, ...]


def typical_pay(question: Question, index: int, city: str) -> TypicalPay | Gap:
    """Low, typical and high gross pay a month of that earner in that city.

    Typical = pay at home × ratio^shrink; low and high = the lower and the higher of the pay at home
    and pay at home × ratio. Without pay at home: the city's private average × median over mean.
    """
    earner = question.household.earners[index]
    if earner.pay.gross_fen == 0:
        return _pay_of_newcomer(question, index, city)
    ratio = wage_ratio(question, earner, city)
    if ratio is None:
        return Gap(line="typical_pay", reason=say("missing.typical_pay", city_place=city))
    shrink = question.assumptions["typical_pay_shrink"]
    home, full = earner.pay.gross_fen, earner.pay.gross_fen * ratio.value
    return TypicalPay(
        earner=index,
        low=_whole_yuan(min(home, full)),
        typical=_whole_yuan(home * ratio.value**shrink),
        high=_whole_yuan(max(home, full)),
        figures=ratio.figures,
    )


def wage_ratio(question: Question, earner: Earner, city: str) -> Ratio | None:
    """Average wage there over that at home, for the earner's kind of unit, sector and post.

    A kind of unit that is unknown takes the geometric mean of both series.
    """
    home = question.household.home
    units = list(SERIES) if earner.unit is Unit.UNKNOWN else [earner.unit]
    found = [_series_ratio(question.reference, SERIES[unit], home, city) for unit in units]
    known = [ratio for ratio in found if ratio is not None]
    if not known:
        return None
    average = Ratio(
        value=prod(ratio.value for ratio in known) ** (1 / len(known)),
        figures=tuple(figure for ratio in known for figure in ratio.figures),
    )
    return _product(average, *_refinements(question.reference, earner, home, city))


def has_own_wages(question: Question, index: int, city: str) -> bool:
    """Whether typical pay rests on wages of both cities themselves, not of a larger area."""
    earner, home = question.household.earners[index], question.household.home
    units = SERIES if earner.unit is Unit.UNKNOWN else (earner.unit,)
    return any(
        _fresh_pair(question.reference, SERIES[unit], home, city, Level.CITY) for unit in units
    )


def _series_ratio(reference: Reference, indicator: str, home: str, away: str) -> Ratio | None:
    """The ratio at the first rung where both have a figure that is not outdated."""
    for level in RUNGS:
        pair = _fresh_pair(reference, indicator, home, away, level)
        if pair is not None:
            at_home, there = pair
            year = max(at_home.observation.year, there.observation.year)
            value = _carried(reference, there, year) / _carried(reference, at_home, year)
            return Ratio(value=value, figures=pair)
    return None


def _fresh_pair(
    reference: Reference, indicator: str, home: str, away: str, level: Level
) -> tuple[Figure, Figure] | None:
    at_home = reference.figure_at(home, indicator, level)
    there = reference.figure_at(away, indicator, level)
    if at_home is None or there is None:
        return None
    if _is_outdated(reference, at_home) or _is_outdated(reference, there):
        return None
    return at_home, there


def _is_outdated(reference: Reference, figure: Figure) -> bool:
    """Whether the ladder itself would pass over this figure for a parent's newer one."""
    row = figure.observation
    newest = reference.figure(row.place, row.indicator)
    return newest is None or newest.observation.place != row.place


def _carried(reference: Reference, figure: Figure, year: int) -> float:
    """The figure carried to that year by the national series, where that has both years."""
    row = figure.observation
    national = {one.year: one.value for one in reference.series.get((NATION, row.indicator), ())}
    if row.year == year or row.year not in national or year not in national:
        return row.value
    return row.value * national[year] / national[row.year]


def _refinements(reference: Reference, earner: Earner, home: str, city: str) -> Iterator[Ratio]:
    """Sector and post, each only at a rung that both cities share; the nation's ratio is 1."""
    indicators: list[tuple[str, tuple[Level, ...]]] = []
    if earner.sector:
        indicators.append((_sector_indicator(earner), (Level.CITY, Level.PROVINCE, Level.REGION)))
    if earner.post:
        indicators.append((f"post_wage_ratio_{earner.post}", (Level.REGION,)))
    for indicator, levels in indicators:
        for level in levels:
            pair = _fresh_pair(reference, indicator, home, city, level)
            if pair is not None:
                yield Ratio(value=pair[1].value / pair[0].value, figures=pair)
                break


def _sector_indicator(earner: Earner) -> str:
    unit = "private" if earner.unit is Unit.PRIVATE else "nonprivate"
    return f"{unit}_wage_ratio_sector_{(earner.sector or '').lower()}"


def _product(first: Ratio, *others: Ratio) -> Ratio:
    every = (first, *others)
    return Ratio(
        value=prod(ratio.value for ratio in every),
        figures=tuple(figure for ratio in every for figure in ratio.figures),
    )


def _pay_of_newcomer(question: Question, index: int, city: str) -> TypicalPay | Gap:
    """Pay of who has none at home: private average × median over mean of posted pay, wide."""
    reference = question.reference
    average = reference.figure(city, SERIES[Unit.PRIVATE])
    posted = _posted_pay(reference)
    if average is None or posted is None:
        return Gap(line="typical_pay", reason=say("missing.typical_pay", city_place=city))
    mean, median = posted
    row = median.observation
    assert row.low  # noqa: S101  chosen so in _posted_pay
    assert row.high  # noqa: S101
    typical = average.value / MONTHS * median.value / mean.value
    spread = (row.high / row.low) ** (P90_OVER_P75 / 2)
    return TypicalPay(
        earner=index,
        low=_whole_yuan(fen(typical / spread)),
        typical=_whole_yuan(fen(typical)),
        high=_whole_yuan(fen(typical * spread)),
        figures=(average, mean, median),
    )


def _posted_pay(reference: Reference) -> tuple[Figure, Figure] | None:
    """Mean and median of posted pay in the newest quarter that has both and the quartiles."""
    means = {row.period: row for row in reference.series.get((NATION, "posted_offer"), ())}
    for row in reversed(reference.series.get((NATION, "posted_offer_median"), ())):
        if row.period in means and row.low is not None and row.high is not None:
            nation = reference.figure(NATION, "posted_offer")
            assert nation is not None  # noqa: S101  the series has rows
            rung = nation.rung
            return (
                Figure(observation=means[row.period], rung=rung),
                Figure(observation=row, rung=rung),
            )
    return None


def _whole_yuan(amount_fen: float) -> int:
    """A range is not given to the fen: whole yuan."""
    return int((amount_fen + 50) // 100) * 100
