"""Households to ask about, in CNY: a single renter in Liaoyuan unless told otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from advisor.datasets.conventions import bundled_conventions
from advisor.engine.comparison import compare
from advisor.engine.conventions import Assumptions
from advisor.engine.household import (
    AwayHousing,
    Child,
    Destination,
    Earner,
    HomeHousing,
    HomeKind,
    Household,
    Offer,
    Pay,
)
from advisor.engine.question import Question
from advisor.engine.reference import Reference
from advisor.engine.result import Comparison, Prospect
from tests.engine.references import BEIJING, LIAOYUAN, ON


def fen(yuan: float | None) -> int | None:
    return None if yuan is None else round(yuan * 100)


def earner(gross: float = 4500, *, bonus: float = 0, **more: Any) -> Earner:
    """Someone paid so much a month; `pay_…` keys go to the pay, the others to the earner."""
    of_pay = {key[4:]: more.pop(key) for key in list(more) if key.startswith("pay_")}
    pay = Pay(gross_fen=round(gross * 100), bonus_fen=round(bonus * 100), **of_pay)
    return Earner(pay=pay, **more)


def offer(gross: float, *, bonus: float | None = None, **more: Any) -> Offer:
    return Offer(gross_fen=round(gross * 100), bonus_fen=fen(bonus), **more)


def to(city: str, *offers: Offer | None, rent: float | None = None, **more: Any) -> Destination:
    """A destination; `rent` is what the home there costs."""
    if rent is not None:
        housing = more.get("housing") or AwayHousing()
        more["housing"] = replace(housing, rent_fen=fen(rent))
    return Destination(city=city, offers=offers, **more)


def household(*earners: Earner, **more: Any) -> Household:
    """A household of those earners; sums in CNY under `rent`, `living_total`, `savings`."""
    people = earners or (earner(),)
    rent = more.pop("rent", None)
    if rent is not None:
        more["housing"] = HomeHousing(kind=HomeKind.RENTER, rent_fen=fen(rent))
    return Household(
        on=more.pop("on", ON),
        move=more.pop("move", date(2027, 1, 1)),
        horizon_years=more.pop("horizon_years", 5),
        draws=more.pop("draws", 100),
        home=more.pop("home", LIAOYUAN),
        housing=more.pop("housing", HomeHousing()),
        earners=people,
        destinations=more.pop("destinations", (to(BEIJING),)),
        adults=more.pop("adults", len(people)),
        living_total_fen=fen(more.pop("living_total", None)),
        savings_fen=fen(more.pop("savings", None)),
        commitments_fen=round(more.pop("commitments", 0) * 100),
        **more,
    )


def owner(area_m2: float | None = 75, *, mortgage: float | None = None, **more: Any) -> HomeHousing:
    return HomeHousing(
        kind=HomeKind.OWNER, area_m2=area_m2, mortgage_monthly_fen=fen(mortgage), **more
    )


def child(born: str, *, moves: bool = True) -> Child:
    return Child(born=date.fromisoformat(f"{born}-01"), moves=moves)


def question_of(asking: Household, reference: Reference) -> Question:
    return Question(
        household=asking,
        reference=reference,
        assumptions=Assumptions(conventions=bundled_conventions(), changed=asking.assumptions),
    )


def compared(asking: Household, reference: Reference) -> Comparison:
    return compare(asking, reference, bundled_conventions())


def prospect(asking: Household, reference: Reference) -> Prospect:
    """The answer for the household's only destination."""
    (only,) = compared(asking, reference).destinations
    return only


def amounts(lines: Any) -> dict[str, float]:
    """CNY by line; the lines of a second earner end in 2."""
    return {
        f"{line.line}{line.earner + 1 if line.earner else ''}": line.amount / 100 for line in lines
    }


def named(lines: Any, name: str) -> Any:
    """The only line of that name."""
    (only,) = [line for line in lines if line.line == name]
    return only
