"""The model held against figures it does not use: printed on the method page as they come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from advisor.engine.consumption import consumption
from advisor.engine.question import MONTHS
from advisor.engine.reference import NATION, Level, Reference
from advisor.engine.schooling import CHILDHOOD_YEARS
from advisor.engine.trail import Gap


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """Ours beside another's for one city, in CNY a month (rents: a m² and month)."""

    place: str
    ours: float
    theirs: float
    period: str
    source: str

    @property
    def ratio(self) -> float:
        return self.ours / self.theirs


def rents_beside_samples(reference: Reference) -> tuple[Check, ...]:
    """Our rents a m² beside the independent sample of listings."""
    return tuple(_rent_checks(reference))


def living_beside_consumption(
    reference: Reference, home: str, elasticity: float
) -> tuple[Check, ...]:
    """The life of the home's average resident at each city's prices beside what locals spend."""
    at_home = consumption(reference, home)
    home_rent = reference.newest(home, "rent_m2")
    if isinstance(at_home, Gap) or home_rent is None:
        return ()
    found = []
    for place in reference.places.values():
        rent = reference.newest(place.adcode, "rent_m2")
        local = consumption(reference, place.adcode)
        if place.level is not Level.CITY or rent is None or isinstance(local, Gap):
            continue
        if not local.figures[0].is_own or place.adcode == home:
            continue
        row = local.figures[0].observation
        moved = at_home.per_month * (rent.value / home_rent.value) ** elasticity
        found.append(
            Check(place=place.adcode, ours=moved, theirs=local.per_month,
                  period=row.period, source=row.source)
        )  # fmt: skip
    return tuple(found)


def child_beside_published_cost(reference: Reference, scale_child: float) -> tuple[Check, ...]:
    """A child's share in our living beside the published cost of raising one, a month."""
    found = []
    for place in reference.places.values():
        cost = reference.newest(place.adcode, "child_cost_0_17")
        spending = consumption(reference, place.adcode)
        if cost is None or isinstance(spending, Gap):
            continue
        found.append(
            Check(
                place=place.adcode, ours=spending.per_month * scale_child,
                theirs=cost.value / (CHILDHOOD_YEARS * MONTHS),
                period=cost.period, source=cost.source,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda check: check.place != NATION))


def _rent_checks(reference: Reference) -> Iterator[Check]:
    for place in reference.places:
        ours = reference.newest(place, "rent_m2")
        sample = reference.newest(place, "rent_m2_sample")
        if ours is not None and sample is not None:
            yield Check(
                place=place, ours=ours.value, theirs=sample.value,
                period=sample.period, source=sample.source,
            )  # fmt: skip
