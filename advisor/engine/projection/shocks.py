"""What is uncertain, as arrays with one entry a draw; or at its centre, for the central path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import numpy as np

from advisor.engine.draws import NOBODY, Block, Floats, Quantity, Stream, normals, uniforms
from advisor.engine.question import MONTHS

Amount = Any  # a number, or on the central path an array with one entry a candidate


@dataclass(frozen=True, slots=True)
class PayGrowth:
    """A year's growth of pay, and how far it strays: for the whole nation and for oneself."""

    expected: Amount
    national_sd: float
    own_sd: float


class Shocks(Protocol):
    """Where the kernel takes its uncertainty from."""

    def normal(
        self, quantity: Quantity, stream: Stream, earner: int = NOBODY, year: int = 0
    ) -> Floats:
        """Standard normals, one a draw."""

    def levels(self, quantity: Quantity, expected: Sequence[Amount], sd: Amount) -> Floats:
        """What grows by those yearly changes, over its start; strays alike in all lives.

        (years + 1, draws): one row more than there are changes.
        """

    def pay_levels(self, growth: PayGrowth, years: int, stream: Stream, earner: int) -> Floats:
        """Pay of each calendar year over that of the first, (years, draws)."""

    def search_months(self, mean: Floats, stream: Stream, earner: int, *, certain: bool) -> Floats:
        """Months until the first pay: exponential around the mean, unless it is certain."""

    def employed(
        self, months: int, monthly_loss: float, spell: float, stream: Stream, earner: int
    ) -> Floats:
        """The share of each month with a job, (months, draws): what losing the job leaves."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Keyed draws: the same for the same question, whatever else changes."""

    draws: Block

    def normal(
        self, quantity: Quantity, stream: Stream, earner: int = NOBODY, year: int = 0
    ) -> Floats:
        return normals(quantity, stream, self.draws, earner, year)

    def levels(self, quantity: Quantity, expected: Sequence[float], sd: float) -> Floats:
        return _levels(self, quantity, tuple(expected), sd)

    def pay_levels(self, growth: PayGrowth, years: int, stream: Stream, earner: int) -> Floats:
        return _pay_levels(self, growth, years, stream, earner)

    def search_months(self, mean: Floats, stream: Stream, earner: int, *, certain: bool) -> Floats:
        if certain:
            return mean
        waited: Floats = -np.log(uniforms(Quantity.SEARCH, stream, self.draws, earner)) * mean
        return waited

    def employed(
        self, months: int, monthly_loss: float, spell: float, stream: Stream, earner: int
    ) -> Floats:
        return _employed(self.draws, months, monthly_loss, spell, stream, earner)


@dataclass(frozen=True, slots=True)
class Central:
    """Every shock at its median; pay-free months and job loss at their expected months."""

    def normal(
        self, quantity: Quantity, stream: Stream, earner: int = NOBODY, year: int = 0
    ) -> Floats:
        return np.zeros(1)

    def levels(self, quantity: Quantity, expected: Sequence[Amount], sd: Amount) -> Floats:
        return _compounded([np.atleast_1d(change) for change in expected])

    def pay_levels(self, growth: PayGrowth, years: int, stream: Stream, earner: int) -> Floats:
        return _compounded([np.atleast_1d(growth.expected)] * (years - 1))

    def search_months(self, mean: Floats, stream: Stream, earner: int, *, certain: bool) -> Floats:
        return mean

    def employed(
        self, months: int, monthly_loss: float, spell: float, stream: Stream, earner: int
    ) -> Floats:
        without = np.asarray(monthly_loss * spell / (1 + monthly_loss * spell))
        return np.broadcast_to(1 - without, (months, without.size))


@lru_cache(maxsize=256)
def _levels(shocks: Drawn, quantity: Quantity, expected: tuple[float, ...], sd: float) -> Floats:
    """Kept, because every life shares what happens to the whole nation."""
    return _compounded(
        [
            change + sd * shocks.normal(quantity, Stream.NATIONAL, year=year)
            for year, change in enumerate(expected, start=1)
        ]
    )


@lru_cache(maxsize=256)
def _pay_levels(
    shocks: Drawn, growth: PayGrowth, years: int, stream: Stream, earner: int
) -> Floats:
    """Kept, because every life of the same stream shares it."""
    national, own = Quantity.PAY_GROWTH_NATIONAL, Quantity.PAY_DRIFT
    return _compounded(
        [
            growth.expected
            + growth.national_sd * shocks.normal(national, Stream.NATIONAL, year=year)
            + growth.own_sd * shocks.normal(own, stream, earner, year)
            for year in range(1, years)
        ]
    )


def _compounded(changes: Sequence[Floats]) -> Floats:
    """The level after each change, from 1; nothing falls below 0. Read-only."""
    steps = np.ones((len(changes) + 1, changes[0].size if changes else 1))
    if changes:
        np.maximum(1 + np.array(changes), 0.0, out=steps[1:])
    levels: Floats = np.cumprod(steps, axis=0)
    levels.flags.writeable = False
    return levels


@lru_cache(maxsize=64)
def _employed(
    draws: Block, months: int, monthly_loss: float, spell: float, stream: Stream, earner: int
) -> Floats:
    """At most one loss begins in a year: its month is geometric, its length exponential.

    Kept, because every life of the same stream shares it; read-only for that reason.
    """
    share = np.ones((months, draws.stop - draws.start))
    years = (months + MONTHS - 1) // MONTHS if monthly_loss > 0 else 0
    kept = np.log1p(-monthly_loss) if monthly_loss < 1 else -np.inf
    for year in range(years):
        waited = np.log(uniforms(Quantity.JOB_LOSS, stream, draws, earner, year))
        begins = np.floor(waited / kept)
        length = -np.log(uniforms(Quantity.JOB_LOSS_SPELL, stream, draws, earner, year))
        hit = np.flatnonzero(begins < MONTHS)
        _lose(share, hit, year * MONTHS + begins[hit], length[hit] * spell)
    np.maximum(share, 0.0, out=share)
    share.flags.writeable = False
    return share


def _lose(share: Floats, hit: np.ndarray, begins: Floats, length: Floats) -> None:
    """Take the spell's overlap with each month from the share, for the draws that are hit."""
    if not hit.size:
        return
    ends = begins + length
    for month in range(int(begins.min()), share.shape[0]):
        overlap = np.clip(np.minimum(ends, month + 1) - np.maximum(begins, month), 0.0, 1.0)
        if month > begins.max() and not overlap.any():
            return
        share[month, hit] -= overlap
