"""What is wrong between the parts of a `compare` document that are right by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor.comparisons.compare_document import CompareDocument
from advisor.comparisons.faults import Fault
from advisor.engine.conventions import Convention
from advisor.engine.household import CategoryMode, FlatKind, Household


def household_faults(
    parsed: CompareDocument, household: Household, conventions: Mapping[str, Convention]
) -> Iterator[Fault]:
    """One fault for each contradiction, with its path."""
    if household.adults < len(household.earners):
        yield Fault("adults", "greater_than_equal", {"ge": len(household.earners)})
    if parsed.parents_supported is not None and parsed.parents_60_plus > parsed.parents_supported:
        yield Fault("parents_60_plus", "less_than_equal", {"le": parsed.parents_supported})
    if parsed.living_total_home is not None and parsed.living is not None:
        yield Fault("living", "total_or_categories")
    yield from _faults_of_assumptions(parsed, conventions)
    for name, category in household.living.items():
        if category.mode is CategoryMode.MINE and category.home_fen is None:
            yield Fault(f"living.{name}.home", "missing")
    yield from _faults_of_destinations(parsed, household)


def _faults_of_assumptions(
    parsed: CompareDocument, conventions: Mapping[str, Convention]
) -> Iterator[Fault]:
    for name, value in parsed.assumptions.items():
        path = f"assumptions.{name}"
        if name not in conventions:
            yield Fault(path, "extra_forbidden")
            continue
        lowest, highest = conventions[name].bounds
        if value < lowest:
            yield Fault(path, "greater_than_equal", {"ge": f"{lowest:,}"})
        elif value > highest:
            yield Fault(path, "less_than_equal", {"le": f"{highest:,}"})


def _faults_of_destinations(parsed: CompareDocument, household: Household) -> Iterator[Fault]:
    all_stay = all(earner.stays for earner in household.earners)
    for index, destination in enumerate(household.destinations):
        path = f"destinations[{index}]"
        if all_stay and destination.city not in ("", household.home):
            yield Fault("earners[0].stays", "nobody_moves")
            return
        if len(destination.offers) > len(household.earners):
            yield Fault(f"{path}.offers", "too_long", {"max_length": len(household.earners)})
        housing = destination.housing
        if housing and housing.kind is FlatKind.AREA and housing.area_m2 is None:
            yield Fault(f"{path}.housing.area_m2", "missing")
        pairs = zip(household.earners, destination.offers, strict=False)
        for place, (earner, offer) in enumerate(pairs):
            if offer is not None and earner.stays and destination.city != household.home:
                yield Fault(f"{path}.offers[{place}]", "offer_for_who_stays")
