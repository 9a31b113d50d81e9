"""Writing the registry: places, sources, datasets and indicators as the product ships them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.db import models

from advisor.datasets.bundled import BundledEdition
from advisor.datasets.models import Dataset, Indicator, Place, Source

ROWS_A_BATCH = 5_000


def write_registry(edition: BundledEdition) -> None:
    """Insert or bring up to date what the edition's figures are about; nothing is removed."""
    _upsert(Place, _places(edition.table("places")))
    _upsert(Source, map(_source, edition.table("sources")))
    _upsert(
        Dataset,
        (Dataset(code=row.pop("dataset"), **row) for row in edition.table("datasets")),
        kept=("head",),
    )
    _upsert(Indicator, map(_indicator, edition.table("indicators")))


def _upsert(
    model: type[models.Model], rows: Iterable[models.Model], *, kept: Sequence[str] = ()
) -> None:
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model._default_manager.bulk_create(
        list(rows),
        batch_size=ROWS_A_BATCH,
        update_conflicts=True,
        unique_fields=[model._meta.pk.name],
        update_fields=[name for name in fields if name not in kept],
    )


def _places(rows: list[dict[str, str]]) -> list[Place]:
    """The places, parents before their children, so that a parent is there to be pointed at."""
    order = ["nation", "region", "province", "city", "district"]
    return [_place(row) for row in sorted(rows, key=lambda row: order.index(row["level"]))]


def _place(row: dict[str, str]) -> Place:
    fields: dict[str, Any] = dict(row)
    parent = fields.pop("parent") or None
    for name in ("lat", "lon"):
        fields[name] = Decimal(fields[name]) if fields[name] else None
    return Place(parent_id=parent, **fields)


def _source(row: dict[str, str]) -> Source:
    fields: dict[str, Any] = dict(row)
    fields["allows_bulk"] = {"yes": True, "no": False}[fields["allows_bulk"]]
    return Source(id=fields.pop("source"), is_bundled=True, **fields)


def _indicator(row: dict[str, str]) -> Indicator:
    fields: dict[str, Any] = dict(row)
    for name in ("plausible_min", "plausible_max"):
        fields[name] = Decimal(fields[name])
    return Indicator(code=fields.pop("indicator"), dataset_id=fields.pop("dataset"), **fields)
