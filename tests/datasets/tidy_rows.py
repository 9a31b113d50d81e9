"""Rows of the tidy form for tests of validation: a figure that is right but for what is given."""

from datetime import date
from decimal import Decimal
from typing import Any

from advisor.datasets.canonical import Content
from advisor.datasets.validation.examination import Examination, Standing, examination
from advisor.datasets.validation.registry import IndicatorRule, Registry
from advisor.datasets.validation.tidy import FileRows, TidyRow

TODAY = date(2026, 11, 24)
RIGHT = {
    "row": 2,
    "place": "220400",
    "indicator": "price",
    "period": "2026-06",
    "value": "3000",
    "low": "",
    "high": "",
    "range_kind": None,
    "status": "",
    "source": "office",
    "note": "",
}
CITIES = [f"{number}0000" for number in range(11, 61)]


def rule(dataset: str = "prices", **given: Any) -> IndicatorRule:
    parts = {"unit": "CNY/m2", "period_type": "month", "lowest": "800", "highest": "200000"}
    parts |= given
    for bound in ("lowest", "highest"):
        parts[bound] = Decimal(parts[bound])
    return IndicatorRule(dataset=dataset, **parts)


REGISTRY = Registry(
    levels=dict.fromkeys(["220400", *CITIES], "city"),
    sources=frozenset({"office", "platform"}),
    indicators={
        "price": rule(),
        "home_price_m2": rule(),
        "rent_m2": rule(lowest="3", highest="250"),
        "wage": rule(period_type="year", lowest="5000", highest="400000"),
        "offer": rule(period_type="quarter"),
        "temperature": rule(lowest="-35", highest="28"),
        "people": rule("population", period_type="year"),
    },
)


def row(**given: Any) -> TidyRow:
    return TidyRow(**{**RIGHT, **given})


def rows(*given: dict[str, Any]) -> list[TidyRow]:
    """Rows numbered as in a file with headings."""
    return [row(row=number, **one) for number, one in enumerate(given, start=2)]


def examined(
    listed: list[TidyRow], before: Content | None = None, *, whole: bool = False, **file: Any
) -> Examination:
    """What is found in these rows by the rules above, with `before` in force."""
    return examination(
        FileRows(rows=listed, **file),
        standing=Standing(dataset="prices", figures=before or {}, counterparts={}),
        registry=REGISTRY,
        whole=whole,
        today=TODAY,
    )
