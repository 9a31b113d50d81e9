"""Both lives on the central path, for many candidate values of the inputs at once (model §8)."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from advisor.engine.draws import Floats
from advisor.engine.projection.outlook import CENTRAL, LifeOutlook, Outlook
from advisor.engine.projection.paths import Paths
from advisor.engine.projection.pay import whole_fen
from advisor.engine.projection.plan import EarnerPlan, Plan, with_gross, with_rent, with_search

ASSUMPTIONS = ("pay_growth", "rent_growth", "job_loss_month", "inflation", "interest_on_cash")
NOTHING_FEN = 0.5  # a difference that no amount in whole fen shows

type StayKey = tuple[tuple[str, bytes], ...]
type Columns = Mapping[str, Floats]  # by input, a candidate value each; other inputs as they are


@dataclass(frozen=True, kw_only=True, slots=True)
class Ends:
    """Where each candidate leads: net worth at the horizon of the move less that of staying.

    Fen in today's money; `cash_needed` is what the first twelve months of the move take.
    """

    difference: Floats
    cash_needed: Floats


type CentralSearch[Found] = Generator[Columns, Ends, Found]


@dataclass(frozen=True, slots=True)
class CentralLives:
    """Staying beside moving on the central path; `mover` is the earner whose pay is varied.

    `stayed` keeps where staying ends under changed assumptions, for the next destination.
    """

    outlook: Outlook
    stay: LifeOutlook
    move: LifeOutlook
    mover: int
    stayed: dict[StayKey, Floats] = field(default_factory=dict)

    @property
    def earner(self) -> EarnerPlan:
        """The mover in the life after the move."""
        return next(one for one in self.move.plan.earners if one.job.earner == self.mover)

    @property
    def values(self) -> dict[str, float]:
        """Every input that can be varied with its value; money in fen."""
        plan, assumptions = self.move.plan, self.outlook.question.assumptions
        return {
            "gross_monthly": float(self.earner.job.gross),
            "living_away": float(plan.living.per_month),
            "rent": float(plan.rents[0].per_month) if plan.rents else 0.0,
            "search_months": float(self.earner.search),
            **{name: float(assumptions[name]) for name in ASSUMPTIONS},
        }

    def ends(self, asked: Sequence[Columns]) -> list[Ends]:
        """Where the candidates of each of the columns lead.

        Those that vary an assumption are worked out together, for it bears on both lives; and so
        are all others, for which staying stays as it is.
        """
        found: dict[int, Ends] = {}
        for wanted in (True, False):
            group = [
                index
                for index, columns in enumerate(asked)
                if wanted is any(name in ASSUMPTIONS for name in columns)
            ]
            if group:
                ends = self._together([asked[index] for index in group])
                found |= zip(group, ends, strict=True)
        return [found[index] for index in range(len(asked))]

    def _together(self, asked: Sequence[Columns]) -> list[Ends]:
        sizes = [next(iter(columns.values())).size for columns in asked]
        values = self.values
        names = dict.fromkeys(name for columns in asked for name in columns)
        whole = self._ends_of(
            {
                name: np.concatenate(
                    [
                        columns.get(name, np.full(size, values[name]))
                        for columns, size in zip(asked, sizes, strict=True)
                    ]
                )
                for name in names
            },
            sum(sizes),
        )
        cuts = np.cumsum(sizes)[:-1]
        parts = (np.split(row, cuts) for row in (whole.difference, whole.cash_needed))
        return [Ends(difference=row, cash_needed=cash) for row, cash in zip(*parts, strict=True)]

    def _ends_of(self, columns: Columns, size: int) -> Ends:
        changed = {name: column for name, column in columns.items() if name in ASSUMPTIONS}
        outlook = self._assuming(changed) if changed else self.outlook
        moved = outlook.run(_varied(self.move.plan, self.mover, columns), CENTRAL)
        difference = _at_horizon(moved, outlook) - self._stay_at_horizon(outlook, changed)
        difference = np.where(np.abs(difference) < NOTHING_FEN, 0.0, difference)
        return Ends(
            difference=np.broadcast_to(difference, (size,)),
            cash_needed=np.broadcast_to(moved.first_year.needed, (size,)),
        )

    def _stay_at_horizon(self, outlook: Outlook, changed: Columns) -> Floats:
        """Net worth of staying under these assumptions, which no destination changes."""
        key = tuple((name, column.tobytes()) for name, column in changed.items())
        if key not in self.stayed:
            stayed = outlook.run(self.stay.plan, CENTRAL) if changed else self.stay.central
            self.stayed[key] = _at_horizon(stayed, outlook)
        return self.stayed[key]

    def _assuming(self, changed: Columns) -> Outlook:
        question = self.outlook.question
        assumptions = question.assumptions
        return Outlook(
            replace(
                question,
                assumptions=replace(assumptions, changed={**assumptions.changed, **changed}),
            )
        )


def _at_horizon(life: Paths, outlook: Outlook) -> Floats:
    worth: Floats = life.net_worth[-1] / outlook.deflator[-1]
    return worth


def _varied(plan: Plan, mover: int, columns: Columns) -> Plan:
    if "gross_monthly" in columns:
        plan = with_gross(plan, mover, whole_fen(columns["gross_monthly"]))
    if "living_away" in columns:
        plan = replace(plan, living=replace(plan.living, per_month=columns["living_away"]))
    if "rent" in columns:
        plan = with_rent(plan, columns["rent"])
    if "search_months" in columns:
        plan = with_search(plan, mover, columns["search_months"])
    return plan
