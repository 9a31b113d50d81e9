"""The tables that ship with the product are complete and say what they are."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from advisor.datasets.bundled import BundledEdition
from advisor.datasets.canonical import Content
from advisor.datasets.models import RangeKind

EDITION = BundledEdition()
PLACES = {row["adcode"]: row for row in EDITION.table("places")}
SOURCES = {row["source"]: row for row in EDITION.table("sources")}
INDICATORS = {row["indicator"]: row for row in EDITION.table("indicators")}

# The rows of the reference pack, by the dataset of their indicator. Homes and rents of districts
# lay in a file of their own there: 195 rows are home prices, 64 are rents, 52 stayed. Of context
# one row is left out, the commute of Beijing in 2021, which stood twice with the same value.
ROWS = {
    "wages": 443,
    "sector_wages": 675,
    "post_wages": 60,
    "home_prices": 1_117 + 195,
    "rents": 372 + 64,
    "district_homes": 311 - 195 - 64,
    "house_price_index": 18_060,
    "living": 483,
    "child_costs": 20,
    "labour_market": 169,
    "population": 101,
    "context": 3_021 - 1,
}

RANGE_KINDS = {
    ("home_price_m2", RangeKind.QUARTILES): 418,
    ("home_price_m2_mean", RangeKind.DECILES): 352,
    ("rent_m2", RangeKind.MONTHS): 344,
    ("rent_m2_listing", RangeKind.QUARTILES): 5,
    ("rent_one_bed", RangeKind.QUARTILES): 5,
    ("rent_two_bed", RangeKind.QUARTILES): 5,
    ("rent_three_bed", RangeKind.QUARTILES): 5,
    ("posted_offer_median", RangeKind.QUARTILES): 3,
    ("commute_oneway_min", RangeKind.PLACES): 1,
    ("consumption_share_food", RangeKind.PLACES): 1,
    ("consumption_share_clothing", RangeKind.PLACES): 1,
    ("consumption_share_residence", RangeKind.PLACES): 1,
    ("consumption_share_household", RangeKind.PLACES): 1,
    ("consumption_share_transport", RangeKind.PLACES): 1,
    ("consumption_share_education", RangeKind.PLACES): 1,
    ("consumption_share_health", RangeKind.PLACES): 1,
    ("consumption_share_other", RangeKind.PLACES): 1,
}


@pytest.fixture(scope="module")
def figures() -> dict[str, Content]:
    return {dataset: EDITION.figures(dataset) for dataset in ROWS}


def test_every_row_of_the_pack_is_there(figures: dict[str, Content]) -> None:
    assert {dataset: len(content) for dataset, content in figures.items()} == ROWS


def test_every_place_source_and_indicator_of_the_pack_is_there() -> None:
    levels = Counter(row["level"] for row in PLACES.values())
    assert levels == {"nation": 1, "region": 4, "province": 27, "city": 361, "district": 71}
    assert (len(SOURCES), len(INDICATORS)) == (312, 118)


def test_every_source_says_whether_its_figures_may_be_passed_on_in_bulk() -> None:
    said = {(row["kind"], row["allows_bulk"]) for row in SOURCES.values()}
    assert said == {
        *((kind, "yes") for kind in ("official", "secondary", "derived")),
        *((kind, "no") for kind in ("platform", "derived")),
    }


def test_every_dataset_that_an_indicator_names_is_listed() -> None:
    listed = {row["dataset"] for row in EDITION.table("datasets") if row["kind"] == "observations"}
    assert {row["dataset"] for row in INDICATORS.values()} == listed == set(ROWS)


def test_a_figure_lies_in_the_file_of_its_indicators_dataset(figures: dict[str, Content]) -> None:
    for dataset, content in figures.items():
        indicators = {indicator for _, indicator, _ in content}
        assert {INDICATORS[indicator]["dataset"] for indicator in indicators} == {dataset}


def test_a_figure_names_a_place_and_a_source_that_exist(figures: dict[str, Content]) -> None:
    for content in figures.values():
        assert {place for place, _, _ in content} <= PLACES.keys()
        assert {entry.source for entry in content.values()} <= SOURCES.keys()


def test_a_figure_lies_within_the_plausible_bounds(figures: dict[str, Content]) -> None:
    for content in figures.values():
        for (_, indicator, _), entry in content.items():
            bounds = INDICATORS[indicator]
            assert (
                Decimal(bounds["plausible_min"])
                <= Decimal(entry.low or entry.value)
                <= Decimal(entry.value)
                <= Decimal(entry.high or entry.value)
            ), (indicator, entry)
            assert Decimal(entry.value) <= Decimal(bounds["plausible_max"]), (indicator, entry)


def test_a_period_is_of_its_indicators_type(figures: dict[str, Content]) -> None:
    for content in figures.values():
        for _, indicator, period in content:
            is_year = INDICATORS[indicator]["period_type"] == "year"
            pattern = r"(19|20)\d\d" if is_year else r"(19|20)\d\d-(0[1-9]|1[0-2])"
            assert re.fullmatch(pattern, period), (indicator, period)


def test_an_estimate_names_the_method_by_which_it_was_made(figures: dict[str, Content]) -> None:
    for content in figures.values():
        for entry in content.values():
            if set(entry.status) & {"e", "i"}:
                assert SOURCES[entry.source]["kind"] == "derived"
                assert SOURCES[entry.source]["note"]


def test_every_range_says_what_it_is(figures: dict[str, Content]) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for content in figures.values():
        for (_, indicator, _), entry in content.items():
            assert bool(entry.low or entry.high) == bool(entry.range_kind)
            if entry.range_kind:
                found[indicator, entry.range_kind] += 1
    assert found == RANGE_KINDS


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("low = p25, high = p75", RangeKind.QUARTILES),
        ("low = p10, high = p90", RangeKind.DECILES),
        ("lowest and highest month", RangeKind.MONTHS),
        ("least and most", RangeKind.PLACES),
    ],
)
def test_the_kind_of_a_range_agrees_with_the_words_of_its_note(
    figures: dict[str, Content], words: str, kind: RangeKind
) -> None:
    kinds = {
        entry.range_kind
        for content in figures.values()
        for entry in content.values()
        if words in entry.note
    }
    assert kinds == {kind}


def test_the_edition_is_of_the_day_it_was_compiled_in_china() -> None:
    assert EDITION.published_at.isoformat() == "2026-11-23T00:00:00+08:00"
