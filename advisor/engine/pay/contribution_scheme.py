"""The contribution scheme of a place on a day: floors, caps and rates, each with its trail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisor.engine.money import HIGHEST_MONTHLY_PAY_FEN, half_up_share
from advisor.engine.pay.dated import Dated, History, NoRuleYetError, known, last_known
from advisor.engine.pay.rules import (
    EVERYBODY,
    BaseLimits,
    CityRules,
    FallbackRules,
    FundRules,
    InsuranceRules,
    PayRules,
)
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
    rung: str
    insurances: tuple[InsuranceScheme, ...]
    fund: FundScheme
    rules: Mapping[str, RuleUse]


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
    Values whose days have passed are carried forward and marked.

    Raises NoRuleYetError for a day before the first rule, or for a place without any.
    """
    city = next((rules.cities[adcode] for adcode in chain if adcode in rules.cities), None)
    reading = _Reading(rules, chain, on, variant, "own" if city else "nation")
    if city is None:
        return reading.fallback_scheme(rules.fallback, average_wage_fen)
    return reading.city_scheme(city)


class _Reading:
    """Collects the trail while the values of one place and day are looked up."""

    def __init__(
        self, rules: PayRules, chain: Sequence[str], on: date, variant: str, rung: str
    ) -> None:
        self.rules, self.chain, self.on, self.variant, self.rung = rules, chain, on, variant, rung
        self.trail: dict[str, RuleUse] = {}

    def city_scheme(self, city: CityRules) -> ContributionScheme:
        rung = "own" if city.adcode == self.chain[0] else "city"
        self.rung = rung
        insurances = tuple(
            self.insurance(name, one, self.base(name, one), city.insurance_unit)
            for name, one in city.insurances.items()
        )
        base = self.needed("housing_fund.base", city.fund.base)
        return self.scheme(insurances, self.fund(city.fund, base, city.fund_unit), rung)

    def fallback_scheme(
        self, fallback: FallbackRules, average_wage_fen: int | None
    ) -> ContributionScheme:
        base = self.province_base(fallback)
        insurances = tuple(
            self.insurance(name, one, base, 1) for name, one in fallback.insurances.items()
        )
        cap = base.cap_fen
        if average_wage_fen is not None:
            wages = self.needed(
                "housing_fund.cap_in_average_wages", fallback.fund_cap_in_average_wages_ppm
            )
            cap = half_up_share(average_wage_fen, wages)
        limits = BaseLimits(floor_fen=None, cap_fen=cap)
        return self.scheme(insurances, self.fund(fallback.fund, limits, 1), "province")

    def scheme(
        self, insurances: tuple[InsuranceScheme, ...], fund: FundScheme, rung: str
    ) -> ContributionScheme:
        return ContributionScheme(
            place=self.chain[0],
            on=self.on,
            rung=rung,
            insurances=insurances,
            fund=fund,
            rules=self.trail,
        )

    def insurance(
        self, name: str, rules: InsuranceRules, base: BaseLimits, unit: int
    ) -> InsuranceScheme:
        flat = last_known(rules.employee_flat_fen, self.on)
        if flat is not None:
            self.note(f"{name}.employee_flat", flat)
        rate = rules.employee_ppm
        return InsuranceScheme(
            name=name,
            floor_fen=base.floor_fen or 0,
            cap_fen=NO_CAP_FEN if base.cap_fen is None else base.cap_fen,
            employee_ppm=self.needed(f"{name}.employee_rate", rate) if rate else 0,
            employer_ppm=self.employer_rate(name, rules),
            employee_flat_fen=0 if flat is None else flat.value,
            unit=unit,
        )

    def fund(self, rules: FundRules, base: BaseLimits, unit: int) -> FundScheme:
        rates = self.needed("housing_fund.rate_range", rules.rate_range)
        typical = last_known(rules.typical_ppm, self.on)
        floor = self.minimum_wage() if base.floor_fen is None else base.floor_fen
        return FundScheme(
            floor_fen=floor,
            cap_fen=NO_CAP_FEN if base.cap_fen is None else base.cap_fen,
            lowest_ppm=rates.lowest_ppm,
            highest_ppm=rates.highest_ppm,
            typical_ppm=None if typical is None else typical.value,
            unit=unit,
        )

    def base(self, name: str, rules: InsuranceRules) -> BaseLimits:
        """Floor and cap; of the first known day where only the employer pays and none is older."""
        if rules.employee_ppm:
            return self.needed(f"{name}.base", rules.base)
        return self.note(f"{name}.base", last_known(rules.base, self.on) or rules.base[0])

    def employer_rate(self, name: str, rules: InsuranceRules) -> int:
        """The rate; of the first known day where that is still to come: it costs no employee."""
        history = rules.employer_ppm.get(self.variant) or rules.employer_ppm[EVERYBODY]
        return self.note(f"{name}.employer_rate", last_known(history, self.on) or history[0])

    def province_base(self, fallback: FallbackRules) -> BaseLimits:
        for adcode in self.chain:
            if adcode in fallback.pension_base:
                history = fallback.pension_base[adcode]
                return self.needed("pension.base", history, rung="province")
        raise NoRuleYetError(place=self.chain[0], rule="pension.base", on=self.on, earliest=None)

    def minimum_wage(self) -> int:
        """The floor of the fund where no other is known: the lowest in force, own before province.

        0 where none is known: no floor is better than a made-up one.
        """
        for adcode in self.chain:
            levels = self.rules.minimum_wages.get(adcode, {}).values()
            found = [one for level in levels if (one := last_known(level, self.on))]
            if found:
                lowest = min(found, key=lambda dated: dated.value)
                rung = "own" if adcode == self.chain[0] else "province"
                return self.note("housing_fund.minimum_wage", lowest, rung=rung)
        return 0

    def needed[T](self, rule: str, history: History[T], *, rung: str | None = None) -> T:
        dated = known(history, self.on, place=self.chain[0], rule=rule)
        return self.note(rule, dated, rung=rung)

    def note[T](self, rule: str, dated: Dated[T], *, rung: str | None = None) -> T:
        self.trail[rule] = dated.use(self.on, rung=rung or self.rung)
        return dated.value
