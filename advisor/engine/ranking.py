"""Every city by the pay it takes there to be no worse off: needs no wage of the city (model §8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from advisor.engine.city_columns import CityColumns, Floats, city_columns
from advisor.engine.city_costs import CityCosts, city_costs
from advisor.engine.conventions import Assumptions, Convention
from advisor.engine.deductions import Residence
from advisor.engine.earnings import earnings_options, monthly_take_home, with_pay
from advisor.engine.household import Destination, HomeKind, Household, Offer
from advisor.engine.jobs import Job, job_at_any_pay, jobs_at_home
from advisor.engine.lives import life_at_home, utilities_of
from advisor.engine.lowest_pays import Yuan, lowest_pays
from advisor.engine.money import FEN_PER_YUAN, PPM, FenArray
from advisor.engine.pay.contribution_scheme import ContributionScheme
from advisor.engine.pay.stacked_scheme import schemes_at
from advisor.engine.pictures import picture
from advisor.engine.question import MONTHS, Question, first_mover
from advisor.engine.reference import Place, Reference
from advisor.engine.rulebook import income_tax_scheme
from advisor.engine.thresholds import standard_kept
from advisor.engine.trail import Sentence, say


@dataclass(frozen=True, kw_only=True, slots=True)
class RankedCity:
    """A city's place in the ranking. Money is fen a month; None where it is unknown.

    `band` counts from 1: cities whose difference lies within the error share one. `error` is one
    standard deviation of the required pay.
    """

    place: Place
    required_pay: int | None
    ratio_to_home_pay: float | None
    equal_standard: int | None
    break_even_pay: int | None
    rent: int | None
    distance_km: float | None
    error: int | None
    band: int | None
    money_left: int | None
    unknown: Sentence | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """All cities, by required pay; those without one stand last, by code."""

    cities: tuple[RankedCity, ...]
    home_money_left: int | None
    home_pay: int
    notes: tuple[Sentence, ...]


def ranking(
    household: Household,
    reference: Reference,
    conventions: Mapping[str, Convention],
    *,
    like: Destination | None = None,
    offer: Offer | None = None,
) -> Ranking:
    """Every city for this household, by one method for all (rents a m², prices by rents).

    `like` says how one would live there (its city is not read); `offer` is one offer applied
    everywhere, for `money_left`. Raises NoRuleYetError before the first income-tax rules.
    """
    assumptions = Assumptions(conventions=conventions, changed=household.assumptions)
    question = Question(household=household, reference=reference, assumptions=assumptions)
    columns = city_columns(reference)
    life = life_at_home(question)
    home = picture(life).monthly
    kept = standard_kept(home, utilities_of(life))
    costs = city_costs(question, columns, like or Destination(city=""), kept)
    search = _Search(question, columns, first_mover(household.earners) or 0)
    needed = _needed(question, costs, home.money_left)
    found = {name: search.lowest(amount) for name, amount in needed.items()}
    left = None if offer is None else search.take_home_of(offer) - costs.total
    rows = _rows(question, columns, costs, found, left)
    return Ranking(
        cities=_banded(rows),
        home_money_left=home.money_left,
        home_pay=household.earners[search.mover].pay.gross_fen,
        notes=_notes(question, home.money_left),
    )


def _needed(question: Question, costs: CityCosts, home_left: int | None) -> dict[str, Floats]:
    """Take-home pay a month that each answer asks for, fen by city; NaN where it has none."""
    unknown = np.full_like(costs.total, np.nan)
    goes = home_left is not None and home_left >= 0
    return {
        "required_pay": costs.total + (home_left or 0) if goes else unknown,
        "equal_standard": costs.for_equal_standard if goes else unknown,
        "break_even_pay": costs.total,
    }


class _Search:
    """Take-home pay in all cities at once, by groups of cities with one rent deduction."""

    def __init__(self, question: Question, columns: CityColumns, mover: int) -> None:
        self.question, self.columns, self.mover = question, columns, mover

    def lowest(self, needed: Floats) -> FenArray:
        """Fen of the lowest gross pay that leaves what is needed, by city; -1 for none."""
        found = np.full(len(self.columns.places), -1, dtype=np.int64)
        for rows, city, schemes in self.columns.groups:
            known = rows[~np.isnan(needed[rows])]
            if known.size:
                some = schemes_at(schemes, np.searchsorted(rows, known))
                found[known] = self._lowest_of_group(city, some, needed[known])
        return np.where(found < 0, found, found * FEN_PER_YUAN)

    def take_home_of(self, offer: Offer) -> Floats:
        """Take-home pay a month by city of one offer applied everywhere."""
        found = np.full(len(self.columns.places), np.nan)
        pay = np.array([[offer.gross_fen // FEN_PER_YUAN]])
        for rows, city, schemes in self.columns.groups:
            found[rows] = self._take_home(city, schemes, pay)[:, 0]
        return found

    def _lowest_of_group(self, city: str, schemes: ContributionScheme, needed: Floats) -> Yuan:
        def holds(yuan: Yuan) -> np.ndarray:
            return self._take_home(city, schemes, yuan) >= needed[:, None]

        # Others' pay may already cover all; alone, nobody takes home more than is paid.
        floor = np.ceil(needed / FEN_PER_YUAN).astype(np.int64)
        alone = len(self.question.household.earners) == 1
        at_least = np.maximum(floor, 1) if alone else np.ones_like(floor)
        return lowest_pays(holds, at_least, self._breaks(city))

    def _take_home(self, city: str, schemes: ContributionScheme, yuan: Yuan) -> FenArray:
        jobs = [self._job(index, city, schemes, yuan) for index in range(self._earners)]
        residences = [self._residence(job, city) for job in jobs]
        options = earnings_options(self.question, jobs, residences)
        return monthly_take_home(options, jobs)

    def _job(self, index: int, city: str, schemes: ContributionScheme, yuan: Yuan) -> Job:
        earner = self.question.household.earners[index]
        if earner.stays:
            return jobs_at_home(self.question).jobs[index]
        job = replace(job_at_any_pay(self.question, index, city), scheme=schemes)
        clipped = np.clip(job.pay.fund_ppm or 0, schemes.fund.lowest_ppm, schemes.fund.highest_ppm)
        job = replace(job, pay=replace(job.pay, fund_ppm=clipped), fund_is_typed=True)
        if index == self.mover:
            return with_pay(job, yuan * FEN_PER_YUAN)
        return with_pay(job, np.array([[earner.pay.gross_fen]]))

    def _residence(self, job: Job, city: str) -> Residence:
        home = self.question.household.housing
        if job.scheme is None:
            return Residence(
                city=job.city,
                pays_rent=home.kind is HomeKind.RENTER,
                owns_home=home.kind is HomeKind.OWNER,
                pays_mortgage=bool(home.mortgage_monthly_fen),
            )
        return Residence(city=city, pays_rent=True, owns_home=False)

    def _breaks(self, city: str) -> Yuan:
        job = job_at_any_pay(self.question, self.mover, city)
        if not job.bonus_ppm:
            return np.zeros(0, dtype=np.int64)
        bounds = income_tax_scheme(self.question.reference).monthly.bounds_fen
        return np.array(
            [MONTHS * bound * PPM // job.bonus_ppm // FEN_PER_YUAN + 1 for bound in bounds]
        )

    @property
    def _earners(self) -> int:
        return len(self.question.household.earners)


def _rows(
    question: Question,
    columns: CityColumns,
    costs: CityCosts,
    found: Mapping[str, FenArray],
    left: Floats | None,
) -> list[RankedCity]:
    home_pay = question.household.earners[first_mover(question.household.earners) or 0].pay
    rows = []
    for row, place in enumerate(columns.places):
        pay = {name: _known(values[row]) for name, values in found.items()}
        required = pay["required_pay"]
        ratio = required / home_pay.gross_fen if required and home_pay.gross_fen else None
        rent = costs.rent[row]
        rows.append(
            RankedCity(
                place=place,
                ratio_to_home_pay=ratio,
                rent=None if np.isnan(rent) else int(rent),
                distance_km=None if np.isnan(costs.distance[row]) else float(costs.distance[row]),
                error=None if np.isnan(costs.error[row]) else int(costs.error[row]),
                band=None,
                money_left=None if left is None or np.isnan(left[row]) else int(left[row]),
                unknown=say("missing.rent", city_place=place.adcode) if np.isnan(rent) else None,
                **pay,
            )
        )
    return rows


def _known(fen: int) -> int | None:
    return None if fen < 0 else int(fen)


def _banded(rows: list[RankedCity]) -> tuple[RankedCity, ...]:
    """Sorted by required pay (else by the pay that makes ends meet); bands by error."""
    ranked = sorted(
        (row for row in rows if _order(row) is not None), key=lambda row: _order(row) or 0
    )
    others = [row for row in rows if _order(row) is None]
    banded, band, first = [], 0, None
    for row in ranked:
        if first is None or (_order(row) or 0) - (_order(first) or 0) > (first.error or 0):
            band, first = band + 1, row
        banded.append(replace(row, band=band))
    return (*banded, *others)


def _order(row: RankedCity) -> int | None:
    return row.break_even_pay if row.required_pay is None else row.required_pay


def _notes(question: Question, home_left: int | None) -> tuple[Sentence, ...]:
    notes = []
    if home_left is None:
        notes.append(say("note.home_unknown"))
    elif home_left < 0:
        notes.append(say("note.home_in_deficit"))
    if sum(not earner.stays for earner in question.household.earners) > 1:
        notes.append(say("note.ranking_partner_paid_as_at_home"))
    return tuple(notes)
