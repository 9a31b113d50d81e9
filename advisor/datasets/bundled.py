"""The edition that ships with the product, as it lies in `advisor/data`."""

import csv
import hashlib
import io
import json
import tomllib
from dataclasses import dataclass
from datetime import datetime, time
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path
from typing import Any

from advisor.datasets.canonical import Content, Entry, decimal_text, one_line
from advisor.datasets.models.editions import SHANGHAI
from advisor.datasets.rules.reading import rule_files, texts_in

FOLDER = Path(__file__).resolve().parent.parent / "data"
OBSERVATION_COLUMNS = (
    "place",
    "indicator",
    "period",
    "value",
    "low",
    "high",
    "range_kind",
    "status",
    "source",
    "note",
)
RULES = "rules"


class BundledDataError(ValueError):
    """A file of the bundled edition is not as it must be; the message names file and line."""


@dataclass(frozen=True, slots=True)
class BundledFile:
    """A file of the edition by its path in the folder."""

    name: str
    content: bytes

    def rows(self) -> list[dict[str, str]]:
        """The rows of a CSV file by column name."""
        text = self.content.decode("utf-8")
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@dataclass(frozen=True)
class BundledEdition:
    """The bundled files. `sha256` stands for all of them: nothing changed if it is the same."""

    folder: Path = FOLDER

    @cached_property
    def files(self) -> dict[str, BundledFile]:
        tables = [self.folder / f"{name}.csv" for name in ("places", "sources", "indicators")]
        tables += [self.folder / "datasets.csv", self.folder / "edition.toml"]
        figures = sorted((self.folder / "observations").glob("*.csv"))
        rules = sorted((self.folder / RULES).rglob("*.*"))
        found = {}
        for path in [*tables, *figures, *rules]:
            name = path.relative_to(self.folder).as_posix()
            found[name] = BundledFile(name, path.read_bytes())
        return found

    @cached_property
    def sha256(self) -> str:
        total = hashlib.sha256()
        for name, file in self.files.items():
            total.update(f"{name}\0{len(file.content)}\0".encode())
            total.update(file.content)
        return total.hexdigest()

    @property
    def published_at(self) -> datetime:
        """The first moment, in China, of the day the edition gives as its own."""
        text = self.files["edition.toml"].content.decode("utf-8")
        return datetime.combine(tomllib.loads(text)["date"], time(), tzinfo=SHANGHAI)

    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of `places`, `sources`, `indicators` or `datasets`."""
        return self.files[f"{name}.csv"].rows()

    def figures_file(self, dataset: str) -> BundledFile:
        return self.files[f"observations/{dataset}.csv"]

    def figures(self, dataset: str) -> Content:
        """The figures of a dataset; raises BundledDataError where a row is not as it must be."""
        return figures_of(self.figures_file(dataset))

    @cached_property
    def rule_texts(self) -> dict[str, str]:
        return texts_in(self.folder / RULES)

    def rules_file(self) -> BundledFile:
        """All rule files as one: JSON of their texts by path, as staff upload them."""
        text = json.dumps(self.rule_texts, ensure_ascii=False, sort_keys=True)
        return BundledFile(f"{RULES}.json", text.encode())

    def rules(self) -> dict[str, Any]:
        """The rule files by name, every scalar as text or None."""
        return rule_files(self.rule_texts)


def figures_of(file: BundledFile) -> Content:
    """The figures of a tidy CSV file; raises BundledDataError naming the first wrong line."""
    found: Content = {}
    for line, row in enumerate(file.rows(), start=2):
        if tuple(row) != OBSERVATION_COLUMNS:
            raise BundledDataError(f"{file.name}: the columns must be {OBSERVATION_COLUMNS}")
        key = (row["place"], row["indicator"], row["period"])
        if key in found:
            raise BundledDataError(f"{file.name}, line {line}: {key} stands twice")
        try:
            found[key] = _entry(row)
        except InvalidOperation as error:
            raise BundledDataError(f"{file.name}, line {line}: not a number") from error
    return found


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        value=decimal_text(Decimal(row["value"])),
        low=decimal_text(Decimal(row["low"]) if row["low"] else None),
        high=decimal_text(Decimal(row["high"]) if row["high"] else None),
        range_kind=row["range_kind"],
        status=row["status"],
        source=row["source"],
        note=one_line(row["note"]),
    )
