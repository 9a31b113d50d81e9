"""The rules that ship with the product, read as the product reads them; no database."""

import csv
from pathlib import Path

import pytest

from advisor.datasets.rules.reading import rule_files, texts_in
from advisor.engine.pay.rule_files import parse_pay_rules

DATA = Path(__file__).parents[3] / "advisor" / "data"


@pytest.fixture(scope="session")
def files():
    """The rule files by name."""
    return rule_files(texts_in(DATA / "rules"))


@pytest.fixture(scope="session")
def rules(files):
    return parse_pay_rules(files)


@pytest.fixture(scope="session")
def chains():
    """Adcodes of each city, followed by those of its parents."""
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as table:
        places = {row["adcode"]: row for row in csv.DictReader(table)}
    parent = next(key for key in next(iter(places.values())) if key.startswith("parent"))

    def chain(adcode):
        return [adcode, *chain(places[adcode][parent])] if adcode else []

    return {adcode: chain(adcode) for adcode, row in places.items() if row["level"] == "city"}
