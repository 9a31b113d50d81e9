"""What housing costs a month: at home, there, and for the home left behind (model §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advisor.engine.household import (
    AwayHousing,
    Destination,
    FlatKind,
    HomeHousing,
    HomeKind,
    IfLeaving,
    RentLevel,
)
from advisor.engine.question import MONTHS, Question, fen, split
from advisor.engine.rent import Rent, by_area, rent_away, rent_home
from advisor.engine.trail import Basis, Gap, Head, Line, Part, say
from advisor.engine.unused import unused_at_home

TIER_ONE = "first"  # as the places file names it
DEFAULT_OWNED_AREA = "area_two_bed"  # an owned home whose area was not said


def housing_at_home(question: Question) -> Part:
    """Monthly housing of the life at home."""
    housing = question.household.housing
    if housing.kind is HomeKind.RENTER:
        return rent_part(rent_home(question, housing))
    unused = unused_at_home(housing)
    if housing.kind is HomeKind.OWNER:
        return Part(
            lines=_upkeep(question, Head.HOUSING, "", 1.0) + _mortgage(housing, Head.HOUSING, ""),
            notes=unused,
        )
    return Part(notes=(say("note.with_family"), *unused))


def housing_away(question: Question, destination: Destination) -> Part:
    """Monthly housing of the new life: the home there, and the one at home if somebody stays."""
    if _stays_put(question, destination):
        return housing_at_home(question)
    there = rent_part(rent_away(question, destination.city, wanted_housing(question, destination)))
    if not split(question.household, destination).stayers.adults:
        return there
    at_home = housing_at_home(question)
    return there + replace(at_home, lines=tuple(_at_home(line) for line in at_home.lines))


def home_left_behind(question: Question, destination: Destination) -> Part:
    """Monthly commitments for an owned home that nobody of the household lives in any more."""
    housing = question.household.housing
    is_left = leaves_home(question, destination)
    if housing.kind is not HomeKind.OWNER or not is_left or is_sold(question, destination):
        return Part()
    heated = {
        IfLeaving.KEEP: question.assumptions["heating_empty_share"],
        IfLeaving.LET: 1.0,
        IfLeaving.FAMILY: 1.0,
    }[housing.if_leaving]
    lines = _upkeep(question, Head.COMMITMENTS, "kept_home_", heated)
    kept = Part(lines=lines + _mortgage(housing, Head.COMMITMENTS, "kept_home_"))
    return kept + _rent_received(question) if housing.if_leaving is IfLeaving.LET else kept


def leaves_home(question: Question, destination: Destination) -> bool:
    """Whether no adult of the household lives in the home at home any more."""
    somebody_stays = split(question.household, destination).stayers.adults > 0
    return not somebody_stays and not _stays_put(question, destination)


def is_sold(question: Question, destination: Destination) -> bool:
    """Whether the owned home is sold: only one that is left."""
    housing = question.household.housing
    sells = housing.kind is HomeKind.OWNER and housing.if_leaving is IfLeaving.SELL
    return sells and leaves_home(question, destination)


def _stays_put(question: Question, destination: Destination) -> bool:
    return destination.city == question.household.home and destination.housing is None


def wanted_housing(question: Question, destination: Destination) -> AwayHousing:
    """The home wanted there, or the default."""
    if destination.housing is not None:
        return destination.housing
    return AwayHousing(kind=default_flat(split(question.household, destination).movers.children))


def default_flat(children: Sequence[object]) -> FlatKind:
    """The flat where none is named: one bedroom, two with children who move."""
    return FlatKind.TWO_BED if children else FlatKind.ONE_BED


def rent_part(rent: Rent | Gap) -> Part:
    """The rent as the one line of its part, or what is missing for it."""
    if isinstance(rent, Gap):
        return Part(missing=(rent,))
    return Part(
        lines=(
            Line(
                line="rent", head=Head.HOUSING, amount=rent.per_month, basis=rent.basis,
                formula=rent.formula, figures=rent.figures, conventions=rent.conventions,
            ),
        )
    )  # fmt: skip


def home_area_m2(question: Question) -> float:
    """Gross floor area of the owned home, or the convention for a two-bed flat."""
    return question.household.housing.area_m2 or question.assumptions[DEFAULT_OWNED_AREA]


def has_district_heating(question: Question, city: str) -> bool:
    """Whether homes there pay a heating fee: by latitude, a convention."""
    lat = question.place(city).lat
    return lat is not None and lat >= question.assumptions["heating_latitude"]


def _upkeep(question: Question, head: Head, prefix: str, heated: float) -> tuple[Line, ...]:
    """Property fee, and in the north heating, of the owned home."""
    home = question.household.home
    area = home_area_m2(question)
    tier_one = question.place(home).tier == TIER_ONE
    fee = "property_fee_tier_one" if tier_one else "property_fee_home"
    lines = [_area_line(question, f"{prefix}property_fee", head, fee, area, 1.0)]
    if has_district_heating(question, home) and heated > 0:
        lines.append(
            _area_line(
                question, f"{prefix}heating", head, "heating_north_m2", area, heated / MONTHS,
                *(() if heated == 1.0 else ("heating_empty_share",)),
            )
        )  # fmt: skip
    return tuple(lines)


def _area_line(
    question: Question, line: str, head: Head, name: str, area: float, share: float, *more: str
) -> Line:
    rate = question.assumptions[name]
    yours = question.assumptions.is_yours(name, *more)
    return Line(
        line=line, head=head, amount=fen(rate * area * share),
        basis=Basis.YOURS if yours else Basis.CONVENTION,
        formula=say("formula.per_area", rate_fen=fen(rate), area_m2=area, share=share),
        conventions=(name, *more),
    )  # fmt: skip


def _mortgage(housing: HomeHousing, head: Head, prefix: str) -> tuple[Line, ...]:
    if not housing.mortgage_monthly_fen:
        return ()
    return (
        Line(
            line=f"{prefix}mortgage", head=head, amount=housing.mortgage_monthly_fen,
            basis=Basis.YOURS, formula=say("formula.yours"),
        ),
    )  # fmt: skip


def _rent_received(question: Question) -> Part:
    """Rent for the let home, negative: asking rent × what is really paid × occupancy."""
    rent = by_area(question, question.household.home, home_area_m2(question), RentLevel.TYPICAL)
    if isinstance(rent, Gap):
        return Part(missing=(replace(rent, line="kept_home_rent_received"),))
    names = ("letting_rent_share", "letting_occupancy")
    paid, occupied = (question.assumptions[name] for name in names)
    received = fen(rent.per_month / 100 * paid * occupied)
    return Part(
        lines=(
            Line(
                line="kept_home_rent_received", head=Head.COMMITMENTS, amount=-received,
                basis=Basis.MEASURED,
                formula=say(
                    "formula.rent_received",
                    rent_fen=rent.per_month, paid_share=paid, occupied_share=occupied,
                ),
                figures=rent.figures, conventions=names,
            ),
        )
    )  # fmt: skip


def _at_home(line: Line) -> Line:
    """The same line, named as the second household's at home."""
    return replace(line, line=f"home_{line.line}")
