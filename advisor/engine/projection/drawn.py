"""Both lives in every draw: what is kept of their paths, block by block (model §7, §8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.outlook import LifeOutlook, Outlook
from advisor.engine.projection.paths import Paths

TIE_FEN = 100.0  # within CNY 1 of each other, two lives count as equal
MONTHS_TRIED = (6, 12)  # after which one may come back
KEPT_CELLS = 2**21  # months × draws up to which the stay life is kept for the next destination


@dataclass(frozen=True, kw_only=True, slots=True)
class LifeDraws:
    """One life in every draw, fen: (years + 1, draws), at each year's end; nominal.

    One entry a draw: `cash_needed`, `on_arrival` and `monthly_costs` of its first twelve months,
    and `saved`, the cash and housing fund that the horizon adds to those of the day of arrival.
    """

    net_worth: Floats
    cash: Floats
    cash_needed: Floats
    on_arrival: Floats
    monthly_costs: Floats
    saved: Floats

    @classmethod
    def of(cls, paths: Paths) -> LifeDraws:
        """What the paths of a block of draws come to."""
        first_year = paths.first_year
        draws = first_year.needed.shape
        return cls(
            net_worth=paths.net_worth,
            cash=paths.cash,
            cash_needed=first_year.needed,
            on_arrival=np.broadcast_to(first_year.on_arrival, draws),
            monthly_costs=np.broadcast_to(first_year.monthly_costs, draws),
            saved=paths.cash[-1] + paths.fund[-1] - paths.cash[0] - paths.fund[0],
        )

    @classmethod
    def joined(cls, blocks: Sequence[LifeDraws]) -> LifeDraws:
        """The blocks' draws one after the other."""
        names = [part.name for part in fields(cls)]
        return cls(**{name: _joined([getattr(one, name) for one in blocks]) for name in names})


@dataclass(frozen=True, kw_only=True, slots=True)
class DrawnLives:
    """Both lives in every draw; `pay_back` is the pay-back month, infinity for never.

    `ahead`: by months after the move, the flows there less those at home until then, fen.
    """

    stay: LifeDraws
    move: LifeDraws
    pay_back: Floats
    ahead: Mapping[int, Floats]


class StayDrawn:
    """The stay life in every draw, kept for all destinations unless it is too large to keep."""

    def __init__(self, outlook: Outlook, stay: LifeOutlook) -> None:
        self.outlook, self.stay = outlook, stay
        cells = outlook.calendar.months * outlook.question.household.draws
        self.kept = tuple(outlook.drawn(stay.plan)) if cells <= KEPT_CELLS else None

    def beside(self, move: LifeOutlook) -> DrawnLives:
        """Staying beside that move; of each block only the year ends are kept."""
        stayed: Iterable[Paths] = self.kept or self.outlook.drawn(self.stay.plan)
        stays, moves, months = [], [], []
        ahead: dict[int, list[Floats]] = {tried: [] for tried in MONTHS_TRIED}
        for at_home, away in zip(stayed, self.outlook.drawn(move.plan), strict=True):
            stays.append(LifeDraws.of(at_home))
            moves.append(LifeDraws.of(away))
            difference = away.flow - at_home.flow
            months.append(pay_back_months(difference, move.plan.one_off))
            for tried, found in ahead.items():
                found.append(difference[:tried].sum(axis=0))
        return DrawnLives(
            stay=LifeDraws.joined(stays),
            move=LifeDraws.joined(moves),
            pay_back=_joined(months),
            ahead={tried: _joined(found) for tried, found in ahead.items()},
        )


def pay_back_months(difference: Floats, one_off: Floats | int) -> Floats:
    """The pay-back month of each draw, infinity for never; `difference` is (months, draws).

    Month 0 where nothing has to be paid back and the difference never falls behind.
    """
    behind = _running(difference) < one_off - TIE_FEN / 200
    months = behind.shape[0]
    counted = np.arange(1, months + 1, dtype=np.int16)[:, None]
    last_behind = (behind * counted).max(axis=0)
    never_behind = 0 if np.all(np.asarray(one_off) == 0) else 1
    first = np.where(last_behind == 0, never_behind, last_behind + 1)
    return np.where(last_behind == months, np.inf, first.astype(np.float64))


def _running(difference: Floats) -> Floats:
    """Sums to date, row by row: `cumsum` walks down the columns, which takes twice as long."""
    total = np.empty_like(difference)
    total[0] = difference[0]
    for month in range(1, len(difference)):
        np.add(total[month - 1], difference[month], out=total[month])
    return total


def _joined(parts: Sequence[Floats]) -> Floats:
    return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=-1)
