"""What a home is let for: measured by bedrooms, or by square metre and area."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.household import AwayHousing, FlatKind, HomeHousing, RentLevel
from advisor.engine.question import Question, fen
from advisor.engine.reference import Figure
from advisor.engine.trail import Basis, Gap, Sentence, say

BEDROOM_INDICATOR = {
    FlatKind.ONE_BED: "rent_one_bed",
    FlatKind.TWO_BED: "rent_two_bed",
    FlatKind.THREE_BED: "rent_three_bed",
}
AREA_CONVENTION = {
    FlatKind.ONE_BED: "area_one_bed",
    FlatKind.TWO_BED: "area_two_bed",
    FlatKind.THREE_BED: "area_three_bed",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Rent:
    """A monthly rent in fen with its trail."""

    per_month: int
    basis: Basis
    formula: Sentence
    figures: tuple[Figure, ...] = ()
    conventions: tuple[str, ...] = ()


def rent_away(question: Question, city: str, housing: AwayHousing) -> Rent | Gap:
    """The rent of the wanted home in that city, or why it is unknown (model §4)."""
    if housing.rent_fen is not None:
        return own_rent(housing.rent_fen)
    if housing.kind is FlatKind.DORMITORY:
        return _dormitory(question)
    if housing.kind is FlatKind.ROOM:
        return _room(question, city, housing.level)
    if housing.kind is FlatKind.AREA or housing.area_m2 is not None:
        return by_area(question, city, housing.area_m2 or 0, housing.level)
    return whole_flat(question, city, housing.kind, housing.level)


def rent_home(question: Question, housing: HomeHousing) -> Rent | Gap:
    """The rent a renter pays at home: typed, by the typed area, or a one-bed at typical rent."""
    city = question.household.home
    if housing.rent_fen is not None:
        return own_rent(housing.rent_fen)
    if housing.area_m2 is not None:
        return by_area(question, city, housing.area_m2, RentLevel.TYPICAL)
    return whole_flat(question, city, FlatKind.ONE_BED, RentLevel.TYPICAL)


def own_rent(rent_fen: int) -> Rent:
    """The rent that the user typed, in fen a month."""
    return Rent(per_month=rent_fen, basis=Basis.YOURS, formula=say("formula.yours"))


def whole_flat(question: Question, city: str, kind: FlatKind, level: RentLevel) -> Rent | Gap:
    """Rent of a whole flat: the city's own listings of that size, else rent per m² × area."""
    figure = question.reference.figure(city, BEDROOM_INDICATOR[kind])
    if figure is None or not figure.is_own:
        name = AREA_CONVENTION[kind]
        return by_area(question, city, question.assumptions[name], level, name)
    factor, conventions = _level_factor(question, figure, level)
    return Rent(
        per_month=fen(figure.value * factor),
        basis=Basis.MEASURED,
        formula=say(
            "formula.rent_listed",
            kind=kind.value, level=level.value, period=figure.observation.period,
        ),
        figures=(figure,),
        conventions=conventions,
    )  # fmt: skip


def by_area(
    question: Question, city: str, area_m2: float, level: RentLevel, *conventions: str
) -> Rent | Gap:
    """Rent per m² × area; the one method that rankings use for all cities."""
    figure = question.reference.figure(city, "rent_m2")
    if figure is None:
        return Gap(line="rent", reason=say("missing.rent", city_place=city))
    factor, more = _level_factor(question, figure, level)
    return Rent(
        per_month=fen(figure.value * area_m2 * factor),
        basis=Basis.MEASURED,
        formula=say(
            "formula.rent_by_area",
            rent_m2_fen=fen(figure.value), area_m2=area_m2, level=level.value,
        ),
        figures=(figure,),
        conventions=(*conventions, *more),
    )  # fmt: skip


def _level_factor(
    question: Question, figure: Figure, level: RentLevel
) -> tuple[float, tuple[str, ...]]:
    """What a low or high rent is to the typical: the figure's quartiles, else a convention."""
    if level is RentLevel.TYPICAL:
        return 1.0, ()
    row = figure.observation
    quartile = row.low if level is RentLevel.LOW else row.high
    if row.range_kind == "quartiles" and quartile is not None:
        return quartile / row.value, ()
    name = f"rent_level_{level.value}"
    return question.assumptions[name], (name,)


def _room(question: Question, city: str, level: RentLevel) -> Rent | Gap:
    """The lower of a share of a two-bed flat and a share of a one-bed flat."""
    shares = []
    for kind, name in (
        (FlatKind.TWO_BED, "room_share_two_bed"),
        (FlatKind.ONE_BED, "room_share_one_bed"),
    ):
        flat = whole_flat(question, city, kind, level)
        if isinstance(flat, Gap):
            return flat
        shares.append((fen(flat.per_month / 100 * question.assumptions[name]), kind, name, flat))
    per_month, kind, name, flat = min(shares, key=lambda share: share[0])
    return Rent(
        per_month=per_month,
        basis=Basis.MEASURED,
        formula=say(
            "formula.room",
            share=question.assumptions[name], kind=kind.value, flat_fen=flat.per_month,
        ),
        figures=flat.figures,
        conventions=(name, *flat.conventions),
    )  # fmt: skip


def _dormitory(question: Question) -> Rent:
    return Rent(
        per_month=fen(question.assumptions["dormitory_rent"]),
        basis=Basis.YOURS if question.assumptions.is_yours("dormitory_rent") else Basis.CONVENTION,
        formula=say("formula.dormitory"),
        conventions=("dormitory_rent",),
    )
