"""What people in a place spend, outside housing: the estimate for who did not say."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.engine.question import MONTHS
from advisor.engine.reference import Figure, Observation, Reference
from advisor.engine.trail import Gap, say

# The NBS heads of consumption; residence is left out, since it holds the imputed rent of owners.
CATEGORIES = ("food", "clothing", "household", "transport", "education", "health", "other")


@dataclass(frozen=True, kw_only=True, slots=True)
class Consumption:
    """Urban spending a head outside residence in CNY a month; `residence_share` was left out."""

    per_month: float
    residence_share: float
    figures: tuple[Figure, ...]


def consumption(reference: Reference, adcode: str) -> Consumption | Gap:
    """Urban consumption a head without residence, on the ladder (model §5).

    The share of residence is of the same place as the total, else the nation's, whose figure then
    stands in the trail with its own rung.
    """
    total = reference.figure(adcode, "consumption_urban_total")
    if total is None:
        return Gap(line="living", reason=say("missing.consumption", city_place=adcode))
    share = _share(reference, adcode, total, "residence")
    if share is None:
        return Gap(line="living", reason=say("missing.consumption", city_place=adcode))
    value, figure = share
    return Consumption(
        per_month=total.value * (1 - value) / MONTHS,
        residence_share=value,
        figures=(total, figure),
    )


def category_spending(reference: Reference, adcode: str, category: str) -> Consumption | Gap:
    """Urban consumption a head on one NBS head, CNY a month."""
    total = reference.figure(adcode, "consumption_urban_total")
    share = _share(reference, adcode, total, category) if total else None
    if total is None or share is None:
        return Gap(line="living", reason=say("missing.consumption", city_place=adcode))
    value, figure = share
    return Consumption(
        per_month=total.value * value / MONTHS, residence_share=0.0, figures=(total, figure)
    )


def _share(
    reference: Reference, adcode: str, total: Figure, head: str
) -> tuple[float, Figure] | None:
    """The share of that head in the total: of the total's own place where it is known."""
    place, period = total.observation.place, total.observation.period
    amount = _at(reference, place, f"consumption_urban_{head}", period)
    if amount is not None:
        return amount.value / total.value, Figure(observation=amount, rung=total.rung)
    figure = reference.figure(place, f"consumption_share_{head}")
    if figure is None:
        return None
    if figure.is_own:
        figure = Figure(observation=figure.observation, rung=total.rung)
    return figure.value, figure


def _at(reference: Reference, place: str, indicator: str, period: str) -> Observation | None:
    rows = reference.series.get((place, indicator), ())
    return next((row for row in rows if row.period == period), None)
