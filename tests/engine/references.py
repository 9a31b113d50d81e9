"""What the engine is tested on: the bundled figures and rules, or a few hand-made figures."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from advisor.datasets.bundled import BundledEdition
from advisor.datasets.canonical import snapshot_text
from advisor.datasets.series import SeriesAsOf, blocks_of
from advisor.engine.pay.reference_rules import pay_rules
from advisor.engine.reference import Level, Observation, Place, Reference, Source

ON = date(2026, 11, 1)
NATION, EAST, NORTHEAST = "000000", "R1", "R4"
LIAOYUAN, CHANGCHUN, JILIN = "220400", "220100", "220000"
BEIJING, SHANGHAI, GUANGZHOU, SHENZHEN = "110000", "310000", "440100", "440300"
GUANGDONG = "440000"
TIER_ONE = (BEIJING, SHANGHAI, GUANGZHOU, SHENZHEN)


@lru_cache(maxsize=8)
def bundled_reference(on: date = ON) -> Reference:
    """The edition that ships with the product, read from its files: no database."""
    edition = BundledEdition()
    datasets = [row["dataset"] for row in edition.table("datasets") if row["kind"] != "rules"]
    texts = [snapshot_text(edition.figures(dataset)) for dataset in datasets]
    return Reference(
        edition="bundled",
        on=on,
        places={row["adcode"]: _place(row) for row in edition.table("places")},
        series=SeriesAsOf(blocks_of(texts), on),
        sources={row["source"]: _source(row) for row in edition.table("sources")},
        rule_files=edition.rules(),
    )


def figure_row(place: str, indicator: str, period: str, value: float, **more: Any) -> Observation:
    """One hand-made observation."""
    low, high = more.pop("low", None), more.pop("high", None)
    return Observation(
        place=place,
        indicator=indicator,
        period=period,
        value=value,
        low=low,
        high=high,
        range_kind=more.pop("range_kind", ""),
        status=more.pop("status", ""),
        source=more.pop("source", "hand_made"),
        note="",
    )


def hand_made_reference(*rows: Observation, on: date = ON) -> Reference:
    """Those figures alone, with the places and rules that ship with the product."""
    series: dict[tuple[str, str], tuple[Observation, ...]] = {}
    for row in sorted(rows, key=lambda row: row.period):
        key = row.place, row.indicator
        series[key] = (*series.get(key, ()), row)
    return _other_figures(bundled_reference(on), series)


def with_figures(reference: Reference, *rows: Observation) -> Reference:
    """The same reference with these figures instead of the ones of their place and indicator."""
    changed: dict[tuple[str, str], tuple[Observation, ...]] = {}
    for row in rows:
        key = row.place, row.indicator
        changed[key] = (*changed.get(key, ()), row)
    return _other_figures(reference, ChainMap(changed, reference.series))


def without_figures(reference: Reference, *keys: tuple[str, str]) -> Reference:
    """The same reference without the figures of these places and indicators."""
    kept = {key: rows for key, rows in reference.series.items() if key not in keys}
    return _other_figures(reference, kept)


def _other_figures(reference: Reference, series: Any) -> Reference:
    """The reference with other figures; the parsed rules, which no figure changes, are kept."""
    rules = {"pay_rules": pay_rules(reference)}
    return replace(reference, series=series, cache=rules)


def _place(row: dict[str, str]) -> Place:
    return Place(
        adcode=row["adcode"],
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        level=Level(row["level"]),
        parent=row["parent"] or None,
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        tier=row["tier"] or None,
        short_zh=row["short_zh"],
    )


def _source(row: dict[str, str]) -> Source:
    fields = {name: row[name] for name in Source.__dataclass_fields__ if name != "id"}
    return Source(id=row["source"], **fields)
