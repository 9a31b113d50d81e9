"""The bundled edition as a reference, without a database: for tests of documents."""

from datetime import date
from functools import lru_cache

from advisor.comparisons.city_names import city_named
from advisor.datasets.bundled import BundledEdition
from advisor.datasets.naming import Gazetteer
from advisor.engine.reference import Level, Observation, Place, Reference, Source

ON = date(2026, 11, 23)
AVERAGE_WAGE = "nonprivate_avg_wage"


@lru_cache(maxsize=1)
def bundled_reference() -> Reference:
    """Places, sources and rules of the bundled edition, and of its figures the average wages."""
    edition = BundledEdition()
    return Reference(
        edition="bundled",
        on=ON,
        places={row["adcode"]: _place(row) for row in edition.table("places")},
        series=_average_wages(edition),
        sources={row["source"]: _source(row) for row in edition.table("sources")},
        rule_files=edition.rules(),
    )


@lru_cache(maxsize=1)
def bundled_names():
    """How documents name the cities of the bundled edition."""
    return city_named(Gazetteer(bundled_reference().places.values()))


def _place(row):
    return Place(
        adcode=row["adcode"],
        name_zh=row["name_zh"],
        name_en=row["name_en"],
        level=Level(row["level"]),
        parent=row["parent"] or None,
        short_zh=row["short_zh"],
        slug=row["slug"],
        pinyin=row["pinyin"],
        initials=row["initials"],
    )


def _source(row):
    aside = {"source", "allows_bulk"}  # the engine hands nothing on in bulk
    return Source(id=row["source"], **{key: row[key] for key in row if key not in aside})


def _average_wages(edition):
    series = {}
    for row in edition.figures_file("wages").rows():
        if row["indicator"] == AVERAGE_WAGE:
            numbers = {
                key: float(row[key]) if row[key] else None for key in ("value", "low", "high")
            }
            series.setdefault((row["place"], AVERAGE_WAGE), []).append(
                Observation(**{**row, **numbers})
            )
    return {key: tuple(sorted(rows, key=lambda one: one.period)) for key, rows in series.items()}
