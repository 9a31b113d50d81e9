"""From the `compare` document to the engine's household: cities found, defaults filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from advisor.comparisons.compare_document import (
    ChildPart,
    CompareDocument,
    DestinationPart,
    EarnerPart,
    LivingPart,
    PaidThisYearPart,
    PayPart,
)
from advisor.comparisons.faults import Fault, FaultyDocumentError, faults_of
from advisor.comparisons.household_faults import household_faults
from advisor.engine.conventions import Convention
from advisor.engine.household import (
    AwayHousing,
    CategorySpending,
    Child,
    Destination,
    Earner,
    FlatKind,
    HomeHousing,
    Household,
    InsuredBase,
    Moving,
    Offer,
    PaidThisYear,
    Pay,
    Probation,
    Unit,
)
from advisor.engine.housing import default_flat
from advisor.engine.trail import Sentence

TIER_ONE = ("110000", "310000", "440100", "440300")  # all schemes agree on these (glossary)


@dataclass(frozen=True, slots=True)
class NamedCity:
    """The city that a name means, and a sentence where it could have meant another place."""

    adcode: str
    note: Sentence | None = None


CityNamed = Callable[[str], NamedCity | Fault]  # the fault's path is filled in here


@dataclass(frozen=True, slots=True)
class Asked:
    """A household with what must be said about how its document was read."""

    household: Household
    notes: tuple[Sentence, ...]


def asked(
    document: Any,
    *,
    city_named: CityNamed,
    conventions: Mapping[str, Convention],
    today: date,
) -> Asked:
    """The household of a document in the contract's shape.

    Raises FaultyDocumentError with one fault for everything that is wrong.
    """
    try:
        parsed = CompareDocument.model_validate(document)
    except ValidationError as error:
        raise FaultyDocumentError(faults_of(error, document)) from error
    cities = _Cities(city_named)
    household = _household(parsed, cities, today)
    faults = [*cities.faults, *household_faults(parsed, household, conventions)]
    if faults:
        raise FaultyDocumentError(faults)
    return Asked(household, tuple(cities.notes))


class _Cities:
    """Looks names up, gathering faults and notes."""

    def __init__(self, city_named: CityNamed) -> None:
        self._city_named = city_named
        self.faults: list[Fault] = []
        self.notes: list[Sentence] = []

    def adcode(self, name: str, path: str) -> str:
        found = self._city_named(name)
        if isinstance(found, Fault):
            self.faults.append(Fault(path, found.code, found.params))
            return ""
        if found.note is not None and found.note not in self.notes:
            self.notes.append(found.note)
        return found.adcode


def _household(parsed: CompareDocument, cities: _Cities, today: date) -> Household:
    on = parsed.on or today
    return Household(
        on=on,
        move=parsed.move_date or _month_after(on),
        horizon_years=parsed.horizon_years,
        draws=parsed.draws,
        home=cities.adcode(parsed.home.city, "home.city"),
        housing=_home_housing(parsed),
        earners=tuple(_earner(part) for part in parsed.earners),
        destinations=_destinations(parsed, cities),
        adults=parsed.adults or len(parsed.earners),
        children=tuple(Child(born=part.born, moves=part.moves) for part in parsed.children),
        parents_supported=max(parsed.parents_supported or 0, parsed.parents_60_plus),
        parents_60_plus=parsed.parents_60_plus,
        basket=parsed.basket,
        living_total_fen=parsed.living_total_home,
        living=_living(parsed.living),
        commitments_fen=parsed.commitments_monthly,
        savings_fen=parsed.savings,
        fund_balance_fen=parsed.fund_balance,
        assumptions=dict(parsed.assumptions),
    )


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _home_housing(parsed: CompareDocument) -> HomeHousing:
    part = parsed.home.housing
    return HomeHousing(
        kind=part.kind,
        area_m2=part.area_m2,
        value_fen=part.value,
        mortgage_left_fen=part.mortgage_left,
        mortgage_monthly_fen=part.mortgage_monthly,
        rent_fen=part.rent,
        if_leaving=part.if_leaving,
    )


def _earner(part: EarnerPart) -> Earner:
    probation = part.probation
    return Earner(
        pay=_pay(part.pay),
        unit=part.unit or Unit.UNKNOWN,
        sector=part.sector,
        post=part.post,
        age=part.age,
        only_child=part.only_child,
        stays=part.stays,
        further_study=part.further_study,
        paid_this_year=_paid_this_year(part.paid_this_year) if part.paid_this_year else None,
        probation=Probation(months=probation.months, share=probation.share) if probation else None,
    )


def _paid_this_year(part: PaidThisYearPart) -> PaidThisYear:
    return PaidThisYear(
        months=part.months,
        gross_fen=part.gross,
        contributions_fen=part.contributions,
        tax_fen=part.tax,
    )


def _pay(part: PayPart) -> Pay:
    base, amount = _insured_base(part)
    return Pay(
        gross_fen=part.gross_monthly,
        months=12 if part.months is None else part.months,
        bonus_fen=part.bonus or 0,
        fund_ppm=part.fund_rate,
        insured_base=base or InsuredBase.ACTUAL,
        insured_base_fen=amount,
        contributions_fen=part.contributions_monthly,
    )


def _offer(part: PayPart | None) -> Offer | None:
    if part is None:
        return None
    base, amount = _insured_base(part)
    return Offer(
        gross_fen=part.gross_monthly,
        months=part.months,
        bonus_fen=part.bonus,
        fund_ppm=part.fund_rate,
        insured_base=base,
        insured_base_fen=amount,
        contributions_fen=part.contributions_monthly,
    )


def _insured_base(part: PayPart) -> tuple[InsuredBase | None, int | None]:
    if part.insured_base is None:
        return None, None
    if isinstance(part.insured_base, int):
        return InsuredBase.AMOUNT, part.insured_base
    return InsuredBase(part.insured_base), None


def _destinations(parsed: CompareDocument, cities: _Cities) -> tuple[Destination, ...]:
    if parsed.destinations is None:
        home = cities.adcode(parsed.home.city, "home.city") if not cities.faults else ""
        return tuple(Destination(city=city) for city in TIER_ONE if city != home)
    return tuple(
        _destination(part, cities.adcode(part.city, f"destinations[{index}].city"), parsed.children)
        for index, part in enumerate(parsed.destinations)
    )


def _destination(part: DestinationPart, city: str, children: Sequence[ChildPart]) -> Destination:
    moving = part.moving
    return Destination(
        city=city,
        offers=tuple(_offer(offer) for offer in part.offers or ()),
        housing=_away_housing(part, children),
        moving=Moving(
            travel_fen=moving.travel,
            freight_fen=moving.freight,
            agent_fee_fen=moving.agent_fee,
            deposit_months=moving.deposit_months,
            advance_months=moving.advance_months,
            set_up_fen=moving.set_up,
            first_nights_fen=moving.first_nights,
            search_months=moving.search_months,
            trips_home_a_year=moving.trips_home_a_year,
        ),
        basket=part.basket,
        school_place=part.school_place,
        fund_for_rent=part.fund_for_rent,
    )


def _away_housing(part: DestinationPart, children: Sequence[ChildPart]) -> AwayHousing | None:
    """The home wanted there; an area alone means a home of that area."""
    housing = part.housing
    if housing is None:
        return None
    moving = [child for child in children if child.moves]
    default = default_flat(moving) if housing.area_m2 is None else FlatKind.AREA
    return AwayHousing(
        kind=housing.kind or default,
        area_m2=housing.area_m2,
        level=housing.level,
        rent_fen=housing.rent,
        buy_in_year=housing.buy_in_year,
        buy_area_m2=housing.buy_area_m2,
        down_payment_fen=housing.down_payment,
    )


def _living(part: LivingPart | None) -> dict[str, CategorySpending]:
    if part is None:
        return {}
    return {
        name: CategorySpending(mode=category.mode, home_fen=category.home, away_fen=category.away)
        for name in LivingPart.model_fields
        if (category := getattr(part, name)) is not None and category.mode != "estimate"
    }
