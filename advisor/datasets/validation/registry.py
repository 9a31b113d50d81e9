"""What rows may name: places, sources, and indicators with their rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from advisor.datasets.models import Indicator, Place, Source


@dataclass(frozen=True, kw_only=True, slots=True)
class IndicatorRule:
    """Where an indicator belongs, the form of its periods, and the bounds of its figures."""

    dataset: str
    unit: str
    period_type: str
    lowest: Decimal
    highest: Decimal

    @property
    def is_positive(self) -> bool:
        """Whether figures can be compared by their ratio."""
        return self.lowest > 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Registry:
    """Places by code with their level, known sources, and indicators."""

    levels: Mapping[str, str]
    sources: frozenset[str]
    indicators: Mapping[str, IndicatorRule]


def registry() -> Registry:
    """The registry as the database holds it now."""
    indicators = Indicator.objects.values_list(
        "code", "dataset_id", "unit", "period_type", "plausible_min", "plausible_max"
    )
    return Registry(
        levels=dict(Place.objects.values_list("adcode", "level")),
        sources=frozenset(Source.objects.values_list("id", flat=True)),
        indicators={
            code: IndicatorRule(
                dataset=dataset, unit=unit, period_type=period_type, lowest=low, highest=high
            )
            for code, dataset, unit, period_type, low, high in indicators
        },
    )
