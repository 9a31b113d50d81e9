"""What is found when new figures are held against those in force."""

from typing import Any

import pytest

from advisor.datasets.canonical import Content
from advisor.datasets.validation.found import Found
from advisor.datasets.validation.units import factor
from tests.datasets.tidy_rows import CITIES, examined, rows
from tests.datasets.toys import entry

KEY = ("220400", "price", "2026-06")


def series(*values: str, place: str = "220400", indicator: str = "price") -> Content:
    """Monthly figures that end in 2026-06."""
    months = [f"2026-{month:02}" for month in range(7 - len(values), 7)]
    return {
        (place, indicator, month): entry(value, source="office")
        for month, value in zip(months, values, strict=True)
    }


def cities(value: str = "3000", indicator: str = "price", count: int = 50) -> Content:
    return {(city, indicator, "2026-06"): entry(value, source="office") for city in CITIES[:count]}


def of_all_cities(**given: Any) -> list[dict[str, Any]]:
    return [{"place": city, **given} for city in CITIES]


def found_in(
    given: list[dict[str, Any]], before: Content, *, whole: bool = False
) -> dict[str, Found]:
    return {one.code: one for one in examined(rows(*given), before, whole=whole).findings}


def test_the_same_file_again_changes_nothing_and_finds_nothing() -> None:
    found = examined(rows(*of_all_cities()), cities(), whole=True)
    assert not found.change
    assert not found.findings
    assert found.accepted == 50


@pytest.mark.parametrize(
    ("before", "now", "slipped"),
    [
        (3000, 30_000_000, "10000"),
        (3000, 27_000_000, "10000"),
        (3000, 0.3, "1/10000"),
        (3000, 30_000, "10"),
        (3000, 36_000, "10"),  # a year for a month
        (3000, 300, "1/10"),
        (3000, 6_000, ""),
        (3000, 15_000, ""),
        (3000, 3000, ""),
        (0, 3000, ""),
    ],
)
def test_a_unit_that_slipped_is_told_by_the_ratio(before: float, now: float, slipped: str) -> None:
    assert factor(before, now) == slipped


@pytest.mark.parametrize("value", ["30000", "30000000", "0.3"])
def test_a_figure_whose_unit_slipped_is_set_aside(value: str) -> None:
    found = examined(rows({"value": value}, {"place": "110000"}), series("3000"))
    assert [(one.row, one.code) for one in found.set_aside] == [(2, "unit_slipped")]
    assert list(found.change.added) == [("110000", "price", "2026-06")]
    assert found.is_publishable


def test_a_new_period_is_held_against_the_one_before() -> None:
    found = examined(rows({"period": "2026-07", "value": "30000"}), series("3000"))
    assert [one.params["factor"] for one in found.set_aside] == ["10"]
    assert found.set_aside[0].params["period"] == "2026-06"


@pytest.mark.parametrize("value", ["30000", "30000000"])
def test_a_file_in_another_unit_is_blocked(value: str) -> None:
    found = found_in(of_all_cities(value=value), cities())
    assert {"units_slipped", "no_row_left"} <= found.keys()
    assert found["units_slipped"].rows == 50
    assert found["units_slipped"].is_error


def test_a_file_that_is_mostly_in_another_unit_is_blocked_though_rows_are_left() -> None:
    given = of_all_cities(value="30000")[:30] + of_all_cities(value="3100")[30:]
    assert found_in(given, cities())["units_slipped"].is_error


def test_figures_that_may_be_negative_have_no_unit_to_slip() -> None:
    before = series("1", indicator="temperature")
    assert not examined(rows({"indicator": "temperature", "value": "10"}), before).set_aside


def test_half_of_the_rows_gone_is_an_error_and_a_few_are_a_warning() -> None:
    half = found_in(of_all_cities()[:25], cities(), whole=True)
    assert (half["rows_lost"].is_error, half["rows_lost"].rows) == (True, 25)
    assert half["places_lost"].is_error
    few = found_in(of_all_cities()[:48], cities(), whole=True)
    assert (few["rows_lost"].is_error, few["rows_lost"].rows) == (False, 2)
    assert few["places_lost"].params["examples"] == CITIES[48:]


def test_a_part_loses_nothing() -> None:
    assert not found_in(of_all_cities()[:25], cities())


def test_a_row_set_aside_of_a_whole_file_leaves_the_published_figure() -> None:
    given = of_all_cities()
    given[7]["value"] = "NaN"
    found = examined(rows(*given), cities(), whole=True)
    assert not found.change
    assert len(found.set_aside) == 1


def test_a_whole_file_of_which_no_row_is_left_would_drop_nothing() -> None:
    assert not examined(rows({"place": "x"}), cities(), whole=True).change


def test_a_move_beyond_the_series_own_history_asks_for_a_person() -> None:
    calm = series("3000", "3010", "3005", "3020", "3015", "3025")
    wild = series("3000", "3600", "2900", "3500", "2800", "3025")
    given = [{"period": "2026-07", "value": "3600"}]
    assert found_in(given, calm)["unusual_moves"].rows == 1
    assert "unusual_moves" not in found_in(given, wild)
    assert "unusual_moves" not in found_in([{"period": "2026-07", "value": "3100"}], calm)


def test_a_short_series_is_held_against_how_others_move() -> None:
    others = {
        key: one for city in CITIES[:20] for key, one in series("3000", "3010", place=city).items()
    }
    before = others | series("3000")
    given = [{"period": "2026-07", "value": "3600"}]
    assert "unusual_moves" in found_in(given, before)
    assert "unusual_moves" not in found_in(given, series("3000"))


def test_where_nothing_says_how_figures_move_a_half_more_is_too_much() -> None:
    assert "unusual_moves" in found_in([{"value": "4600"}], series("3000"))
    assert "unusual_moves" not in found_in([{"value": "4400"}], series("3000"))


def test_a_temperature_may_move_by_a_quarter_of_its_span() -> None:
    before = series("-10", indicator="temperature")
    for value, is_unusual in (("0", False), ("10", True)):
        given = [{"indicator": "temperature", "value": value}]
        assert ("unusual_moves" in found_in(given, before)) == is_unusual


def test_the_first_figure_of_a_place_is_held_against_other_places() -> None:
    given = [{"value": "7000"}]
    assert found_in(given, cities())["unlike_other_places"].rows == 1
    assert not found_in(given, cities(count=9))
    assert not found_in([{"value": "5000"}], cities())


def test_time_that_runs_backwards_asks_for_a_person() -> None:
    found = found_in([{"period": "2025-06"}], series("3000"))
    assert found["period_backwards"].params["newest"] == "2026-06"


@pytest.mark.parametrize(("rent", "fits"), [("20", True), ("100", False), ("2.5e0", False)])
def test_a_rent_must_fit_the_price_of_the_home(rent: str, fits: bool) -> None:
    price = series("6000", indicator="home_price_m2")
    before = price | series("4" if rent == "2.5e0" else "60", indicator="rent_m2")
    found = found_in([{"indicator": "rent_m2", "value": "3" if rent == "2.5e0" else rent}], before)
    assert ("rent_against_price" in found) != fits


def test_the_biggest_moves_come_first() -> None:
    given = of_all_cities(value="3100")
    given[4]["value"] = "3900"
    moves = examined(rows(*given), cities()).biggest_moves
    assert len(moves) == 10
    assert moves[0] == {
        "adcode": CITIES[4],
        "indicator": "price",
        "period": "2026-06",
        "from": 3000.0,
        "from_period": "2026-06",
        "to": 3900.0,
        "change": 0.3,
    }
