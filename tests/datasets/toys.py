"""A small dataset for tests, beside the real ones."""

import json
from typing import Any

from django.db import connection
from django.db.models import Model

from advisor.datasets import drafting
from advisor.datasets.canonical import Content, Entry, Key
from advisor.datasets.drafting import Making
from advisor.datasets.models import Dataset, Indicator, Origin, Version

PLACES = ("110000", "220400", "440300")
INDICATORS = ("toy_price", "toy_rent")
SOURCE = "china_division_2_7"


def toy_dataset(code: str = "toys") -> Dataset:
    """A new dataset with two indicators and no version."""
    dataset = Dataset.objects.create(
        code=code, kind="observations", label_en="Toys", label_zh="玩具"
    )
    for indicator in INDICATORS:
        Indicator.objects.get_or_create(
            code=indicator,
            defaults={
                "dataset": dataset,
                "label_en": indicator,
                "label_zh": indicator,
                "unit": "CNY",
                "period_type": "year",
                "cadence": "annual",
                "plausible_min": 0,
                "plausible_max": 1_000_000,
            },
        )
    return dataset


def empty(*tables: type[Model]) -> None:
    """Delete all rows, also those that the product never deletes."""
    for table in tables:
        table._base_manager.all()._raw_delete(connection.alias)


def key(place: str = "220400", indicator: str = "toy_price", period: str = "2024") -> Key:
    return (place, indicator, period)


def entry(value: str, **parts: str) -> Entry:
    """A figure of that value; all else empty but for what is given."""
    given = {"low": "", "high": "", "range_kind": "", "status": "", "source": SOURCE, "note": ""}
    return Entry(value=value, **{**given, **parts})


def making(content: Any = "", **parts: Any) -> Making:
    """How the draft came to be, with a file of that content."""
    file = json.dumps(str(content)).encode()
    return Making(**{"origin": Origin.UPLOAD, "file_name": "toys.csv", "file": file, **parts})


def draft(dataset: Dataset, figures: Content, *, whole: bool = True, **parts: Any) -> Version:
    """A draft upon the version in force by now."""
    dataset.refresh_from_db()
    return drafting.draft_figures(
        dataset=dataset, figures=figures, whole=whole, making=making(figures, **parts)
    )
