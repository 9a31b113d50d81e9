"""The contribution scheme of a place on a day: floors, caps and rates, each with its trail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from advisor.engine.money import HIGHEST_MONTHLY_PAY_FEN, half_up_share
from advisor.engine.pay.dated import Dated, History, NoRuleYetError, last_known
from advisor.engine.pay.rules import (
    EVERYBODY,
    BaseLimits,
    CityRules,
    FundRules,
    InsuranceRules,
    PayRules,
)
from advisor.engine.reference import Rung
from advisor.engine.trail import RuleUse

NO_CAP_FEN = HIGHEST_MONTHLY_PAY_FEN * 100  # beyond any base, and still far from what int64 holds
DEFAULT_VARIANT = "non_local_hukou"  # who comes from elsewhere; asked for only where it matters


@dataclass(frozen=True, kw_only=True, slots=True)
class InsuranceScheme:
    """One insurance on one day: amounts in fen a month; `unit` fen is what it is rounded to."""

    name: str
    floor_fen: int
    cap_fen: int
    employee_ppm: int
    employer_ppm: int
    employee_flat_fen: int
    unit: int


@dataclass(frozen=True, kw_only=True, slots=True)
class FundScheme:
    """The housing fund on one day. `typical_ppm` is a hint, never a default."""

    floor_fen: int
    cap_fen: int
    lowest_ppm: int
    highest_ppm: int
    typical_ppm: int | None
    unit: int

    def clipped_rate(self, ppm: int) -> int:
        """That rate, or the nearest one that the place allows."""
        return min(max(ppm, self.lowest_ppm), self.highest_ppm)


@dataclass(frozen=True, kw_only=True, slots=True)
class ContributionScheme:
    """What a place takes on a day. `rules` holds the trail by rule (`pension.base`).

    `rung` is `own` for the place's own file, else that of the file that stands in.
    """

    place: str
    on: date
    rung: Rung
    insurances: tuple[InsuranceScheme, ...]
    fund: FundScheme
    rules: Mapping[str, RuleUse]

    @property
    def amounts(self) -> tuple[tuple[InsuranceScheme, ...], FundScheme]:
        """What the scheme takes, whatever its day and trail: equal for months that take alike."""
        return self.insurances, self.fund


def contribution_scheme(
    rules: PayRules,
    chain: Sequence[str],
    on: date,
    *,
    average_wage_fen: int | None = None,
    variant: str = DEFAULT_VARIANT,
) -> ContributionScheme:
    """The scheme of the first place in the chain (adcodes: the place, then its parents) on a day.

    A city with a file of its own stands on it. Any other takes national rates on its province's
    pension base, for the fund the local minimum wage as floor and three times the average monthly
    wage (`average_wage_fen`; unknown: the cap of the insurances) as cap; all that is imputed.
    Values whose days have passed are carried forward and marked; what only the employer pays may
    be known from a later day on, and is marked then too.

    Raises NoRuleYetError for a day before the employee's first rules, or for a place without any.
    """
    lookup = _Lookup(rules, chain, on, variant)
    for adcode in chain:
        if adcode in rules.cities:
            return lookup.own_scheme(rules.cities[adcode])
        if adcode in rules.fallback.pension_base:
            return lookup.stand_in_scheme(adcode, average_wage_fen)
    raise NoRuleYetError(place=chain[0], rule="contributions", on=on, earliest=None)


class _Lookup:
    """Looks the values of one place and day up, and keeps the trail of what was found."""

    def __init__(self, rules: PayRules, chain: Sequence[str], on: date, variant: str) -> None:
        self.rules, self.chain, self.on, self.variant = rules, chain, on, variant
        self.trail: dict[str, RuleUse] = {}

    def own_scheme(self, city: CityRules) -> ContributionScheme:
        """The scheme of a city's own file."""
        employee = _employee_histories(city.insurances, city.fund)
        self.require_begun([*employee, city.fund.base])
        rung = Rung.OWN if city.adcode == self.chain[0] else Rung.CITY
        return self.scheme(
            rung,
            [
                self.insurance(
                    name, one, self.value(f"{name}.base", one.base, rung), city.insurance_unit, rung
                )
                for name, one in city.insurances.items()
            ],
            self.fund(
                city.fund,
                self.value("housing_fund.base", city.fund.base, rung),
                city.fund_unit,
                rung,
            ),
        )

    def stand_in_scheme(self, province: str, average_wage_fen: int | None) -> ContributionScheme:
        """National rates on the base of the province."""
        fallback = self.rules.fallback
        bases = fallback.pension_base[province]
        employee = _employee_histories(fallback.insurances, fallback.fund)
        self.require_begun([*employee, bases])
        base = self.value("pension.base", bases, Rung.PROVINCE)
        fund_base = BaseLimits(floor_fen=None, cap_fen=self.fund_cap(base, average_wage_fen))
        return self.scheme(
            Rung.PROVINCE,
            [
                self.insurance(name, one, base, 1, Rung.NATION)
                for name, one in fallback.insurances.items()
            ],
            self.fund(fallback.fund, fund_base, 1, Rung.NATION),
        )

    def fund_cap(self, base: BaseLimits, average_wage_fen: int | None) -> int | None:
        if average_wage_fen is None:
            return base.cap_fen
        history = self.rules.fallback.fund_cap_in_average_wages_ppm
        ppm = self.value("housing_fund.cap_in_average_wages", history, Rung.NATION)
        return half_up_share(average_wage_fen, ppm)

    def scheme(
        self, rung: Rung, insurances: Iterable[InsuranceScheme], fund: FundScheme
    ) -> ContributionScheme:
        return ContributionScheme(
            place=self.chain[0],
            on=self.on,
            rung=rung,
            insurances=tuple(insurances),
            fund=fund,
            rules=self.trail,
        )

    def insurance(
        self, name: str, rules: InsuranceRules, base: BaseLimits, unit: int, rung: Rung
    ) -> InsuranceScheme:
        employee, flat = rules.employee_ppm, rules.employee_flat_fen
        employer = rules.employer_ppm.get(self.variant) or rules.employer_ppm[EVERYBODY]
        has_flat = last_known(flat, self.on) is not None
        return InsuranceScheme(
            name=name,
            floor_fen=base.floor_fen or 0,
            cap_fen=NO_CAP_FEN if base.cap_fen is None else base.cap_fen,
            employee_ppm=self.value(f"{name}.employee_rate", employee, rung) if employee else 0,
            employer_ppm=self.value(f"{name}.employer_rate", employer, rung),
            employee_flat_fen=self.value(f"{name}.employee_flat", flat, rung) if has_flat else 0,
            unit=unit,
        )

    def fund(self, rules: FundRules, base: BaseLimits, unit: int, rung: Rung) -> FundScheme:
        rates = self.value("housing_fund.rate_range", rules.rate_range, rung)
        typical = last_known(rules.typical_ppm, self.on)
        return FundScheme(
            floor_fen=self.minimum_wage() if base.floor_fen is None else base.floor_fen,
            cap_fen=NO_CAP_FEN if base.cap_fen is None else base.cap_fen,
            lowest_ppm=rates.lowest_ppm,
            highest_ppm=rates.highest_ppm,
            typical_ppm=None if typical is None else typical.value,
            unit=unit,
        )

    def minimum_wage(self) -> int:
        """The floor of the fund where no other is known: the lowest in force, own before province.

        0 where none is known: no floor is better than a made-up one.
        """
        for adcode in self.chain:
            levels = self.rules.minimum_wages.get(adcode, {}).values()
            found = [one for level in levels if (one := last_known(level, self.on))]
            if found:
                lowest = min(found, key=lambda dated: dated.value)
                rung = Rung.OWN if adcode == self.chain[0] else Rung.PROVINCE
                return self.value("housing_fund.minimum_wage", (lowest,), rung)
        return 0

    def require_begun(self, histories: Iterable[History[Any]]) -> None:
        """Raises NoRuleYetError, with the first day on which all have begun, for an earlier one."""
        earliest = max(history[0].effective_from for history in histories)
        if self.on < earliest:
            raise NoRuleYetError(
                place=self.chain[0], rule="contributions", on=self.on, earliest=earliest
            )

    def value[T](self, rule: str, history: History[T], rung: Rung) -> T:
        """The newest value that has begun, else the first one, with its trail."""
        dated: Dated[T] = last_known(history, self.on) or history[0]
        self.trail[rule] = dated.use(self.on, rung=rung)
        return dated.value


def _employee_histories(
    insurances: Mapping[str, InsuranceRules], fund: FundRules
) -> Iterator[History[Any]]:
    """All that an employee's contributions need: nothing of it is ever taken from a later day."""
    yield fund.rate_range
    for insurance in insurances.values():
        if insurance.employee_ppm:
            yield insurance.employee_ppm
            if insurance.base:
                yield insurance.base
