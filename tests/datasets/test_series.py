"""The engine sees the periods that had ended on its day, and parses only what it asks for."""

from datetime import date

import pytest

from advisor.datasets.canonical import snapshot_text
from advisor.datasets.series import SeriesAsOf, blocks_of
from tests.datasets.toys import entry, key

YEARS = {key(period=str(year)): entry(str(year)) for year in (2023, 2024, 2025)}
MONTHS = {
    key(indicator="toy_rent", period=f"2025-{month:02}"): entry(f"{month}.5")
    for month in (10, 11, 12)
}
BLOCKS = blocks_of([snapshot_text(YEARS), snapshot_text(MONTHS)])
YEARLY, MONTHLY = ("220400", "toy_price"), ("220400", "toy_rent")


def periods(on: date, series: tuple[str, str]) -> list[str]:
    return [one.period for one in SeriesAsOf(BLOCKS, on).get(series, ())]


@pytest.mark.parametrize(
    ("on", "years", "months"),
    [
        (date(2026, 1, 1), ["2023", "2024", "2025"], ["2025-10", "2025-11", "2025-12"]),
        (date(2025, 12, 31), ["2023", "2024", "2025"], ["2025-10", "2025-11", "2025-12"]),
        (date(2025, 12, 30), ["2023", "2024"], ["2025-10", "2025-11"]),
        (date(2025, 11, 30), ["2023", "2024"], ["2025-10", "2025-11"]),
        (date(2025, 11, 29), ["2023", "2024"], ["2025-10"]),
        (date(2024, 12, 30), ["2023"], []),
        (date(2022, 6, 1), [], []),
    ],
)
def test_a_period_counts_once_it_has_ended(on: date, years: list[str], months: list[str]) -> None:
    assert periods(on, YEARLY) == years
    assert periods(on, MONTHLY) == months


def test_a_series_without_an_ended_period_is_not_there() -> None:
    series = SeriesAsOf(BLOCKS, date(2024, 6, 1))
    assert list(series) == [YEARLY]
    assert len(series) == 1
    assert MONTHLY not in series
    with pytest.raises(KeyError):
        series[MONTHLY]


@pytest.mark.parametrize("absent", [("110000", "toy_price"), ("220400", "toy"), ("", "")])
def test_an_unknown_series_is_not_there(absent: tuple[str, str]) -> None:
    assert SeriesAsOf(BLOCKS, date(2026, 1, 1)).get(absent) is None


def test_a_figure_keeps_all_its_parts() -> None:
    full = entry("1.5", low="1", high="2", range_kind="quartiles", status="eu", note="a 注 b")
    blocks = blocks_of([snapshot_text({key(): full})])
    [found] = SeriesAsOf(blocks, date(2026, 1, 1))[YEARLY]
    assert (found.place, found.indicator, found.period) == key()
    assert (found.value, found.low, found.high) == (1.5, 1.0, 2.0)
    assert (found.range_kind, found.status, found.note) == ("quartiles", "eu", "a 注 b")
