"""Feeds of a small dataset, and content for them."""

from collections.abc import Iterable
from typing import Any

from advisor.datasets import editions
from advisor.datasets.models import Dataset, Feed, Indicator
from advisor.engine.reference import Level
from tests.datasets.bundled_places import bundled_places
from tests.datasets.toys import SOURCE, draft, entry

HEADING = "adcode,indicator,period,value,low,high,status,source_id,note"
PRICE = "toy_price_m2"


def price_dataset(code: str = "toys") -> Dataset:
    """A dataset of prices of all cities, in force since its first version."""
    dataset, _ = Dataset.objects.get_or_create(
        code=code, defaults={"kind": "observations", "label_en": code, "label_zh": code}
    )
    Indicator.objects.get_or_create(
        code=f"{code}_{PRICE}",
        defaults={
            "dataset": dataset,
            "label_en": PRICE,
            "label_zh": PRICE,
            "unit": "CNY/m2",
            "period_type": "month",
            "cadence": "monthly",
            "plausible_min": 800,
            "plausible_max": 200_000,
        },
    )
    return dataset


def cities(count: int = 60) -> list[str]:
    """Codes of as many cities, in their order, read without a database."""
    return sorted(one.adcode for one in bundled_places() if one.level is Level.CITY)[:count]


def tidy(
    values: Iterable[tuple[str, Any]], *, period: str = "2026-06", dataset: str = "toys"
) -> bytes:
    """A tidy CSV of the prices of places."""
    lines = [f"{place},{dataset}_{PRICE},{period},{value},,,,{SOURCE}," for place, value in values]
    return "\n".join([HEADING, *lines, ""]).encode()


def prices(times: float = 1.0, count: int = 60, **given: Any) -> bytes:
    """Prices of as many cities, each times a factor."""
    listed = enumerate(cities(count))
    return tidy(((city, f"{(3000 + 10 * at) * times:g}") for at, city in listed), **given)


def publish_prices(dataset: Dataset, count: int = 60) -> None:
    """Have the prices of 2026-05 in force."""
    figures = {
        (city, f"{dataset.code}_{PRICE}", "2026-05"): entry(f"{3000 + 10 * at}")
        for at, city in enumerate(cities(count))
    }
    editions.publish(drafts=[draft(dataset, figures)], by=None)


def feed_of(dataset: Dataset, address: str, **given: Any) -> Feed:
    known = {
        "name": f"{dataset.code} of the office",
        "source_id": SOURCE,
        "dataset": dataset,
        "format": "csv",
        "address": address,
    }
    return Feed.objects.create(**{**known, **given})
