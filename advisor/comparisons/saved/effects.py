"""What each changed figure does to an answer: put into the old figures alone, compared again.

A swap is compared month by month first, which is quick. Only where that moves nothing are the years
ahead worked out, for as many as fit. An effect is that on the city it moves most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.comparisons.saved.used import SeriesKey
from advisor.datasets.conventions import bundled_conventions
from advisor.engine.comparison import compare
from advisor.engine.household import Household
from advisor.engine.pay.dated import NoRuleYetError
from advisor.engine.reference import Observation, Reference, Series
from advisor.engine.result import Comparison, Prospect

MOST_SWAPS = 60
MOST_YEARS_AHEAD = 10
FEWEST_DRAWS = 100  # the central path, by which effects are measured, draws nothing
MONTHS = 12


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """Fen: what is left a month against home, or what is owned at the horizon against staying."""

    city: str
    left: int
    owned: int
    months: int

    @property
    def weight(self) -> float:
        """Its size, fen a month."""
        return max(abs(self.left), abs(self.owned) / self.months)


@dataclass(frozen=True, kw_only=True, slots=True)
class Swap:
    """A changed series, or with `place` empty a changed rule file; its effect if it was tried."""

    key: SeriesKey
    effect: Effect | None


class _Swapped(Mapping[SeriesKey, tuple[Observation, ...]]):
    """Series with one of them taken from elsewhere; absent there, it is absent here."""

    def __init__(self, base: Series, key: SeriesKey, other: Series) -> None:
        self._base, self._key, self._other = base, key, other

    def __getitem__(self, key: SeriesKey) -> tuple[Observation, ...]:
        return (self._other if key == self._key else self._base)[key]

    def __iter__(self) -> Iterator[SeriesKey]:
        return iter(self._base)

    def __len__(self) -> int:
        return len(self._base)


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """A household, the figures it was answered by, and those to try one by one."""

    household: Household
    old: Reference
    new: Reference

    def swaps(self, series: Sequence[SeriesKey], rules: Sequence[str]) -> tuple[Swap, ...]:
        """All that changed, the largest effect first; what was not tried comes last."""
        before = self._compared(self.old, years_ahead=False)
        tried = {
            key: _effect(before, self._swapped(key, years_ahead=False))
            for key in [*(("", name) for name in rules), *series][:MOST_SWAPS]
        }
        still = [key for key, effect in tried.items() if not effect.weight][:MOST_YEARS_AHEAD]
        if still:
            ahead = self._compared(self.old, years_ahead=True)
            tried |= {key: _effect(ahead, self._swapped(key, years_ahead=True)) for key in still}
        keys = [*(("", name) for name in rules), *series]
        found = [Swap(key=key, effect=tried.get(key)) for key in keys]
        return tuple(sorted(found, key=lambda one: -(one.effect.weight if one.effect else -1)))

    def _swapped(self, key: SeriesKey, *, years_ahead: bool) -> Comparison | None:
        place, name = key
        try:
            return self._compared(
                self._with_series(key) if place else self._with_rules(name),
                years_ahead=years_ahead,
            )
        except NoRuleYetError:
            return None

    def _with_series(self, key: SeriesKey) -> Reference:
        return self.old.with_series(_Swapped(self.old.series, key, self.new.series))

    def _with_rules(self, name: str) -> Reference:
        files = {key: file for key, file in self.old.rule_files.items() if key != name}
        if name in self.new.rule_files:
            files[name] = self.new.rule_files[name]
        return replace(self.old, rule_files=files, cache={})

    def _compared(self, figures: Reference, *, years_ahead: bool) -> Comparison:
        household = replace(self.household, draws=FEWEST_DRAWS)
        return compare(household, figures, bundled_conventions(), years_ahead=years_ahead)


def _effect(before: Comparison, after: Comparison | None) -> Effect:
    """The effect on the city that it moves most; none where one of the two has no answer."""
    found = [
        Effect(
            city=old.picture.city,
            left=(new.difference.money_left or 0) - (old.difference.money_left or 0),
            owned=round(_owned(new) - _owned(old)),
            months=_months(old),
        )
        for old, new in _pairs(before, after)
    ]
    nothing = Effect(city=before.destinations[0].picture.city, left=0, owned=0, months=MONTHS)
    return max(found, key=lambda one: one.weight, default=nothing)


def _pairs(before: Comparison, after: Comparison | None) -> Iterator[tuple[Prospect, Prospect]]:
    if after is not None:
        yield from zip(before.destinations, after.destinations, strict=True)


def _owned(prospect: Prospect) -> float:
    """What is owned at the horizon by moving against staying, on the central path."""
    projected = prospect.projected
    if projected is None:
        return 0.0
    return projected.years[-1].central_move - projected.years[-1].central_stay


def _months(prospect: Prospect) -> int:
    projected = prospect.projected
    return MONTHS * (projected.years[-1].year if projected else 1)
