from advisor.web.charts.ranges import Span, range_bars
from advisor.web.charts.scale import bar_between, scale_over
from advisor.web.charts.waterfall import Step, Waterfall, waterfall

SERIES = (("home", "Liaoyuan"), ("away", "Shenzhen"))


def drawn(*steps: Step) -> Waterfall:
    return waterfall(name="flow", summary="what flows", series=SERIES, steps=steps)


def test_a_scale_always_holds_zero() -> None:
    assert scale_over([50, 200]).at(0) == 0
    assert scale_over([50, 200]).at(200) == 100
    assert scale_over([-100, 100]).at(0) == 50


def test_a_scale_over_nothing_but_zero_still_has_a_width() -> None:
    assert scale_over([0, 0]).at(0) == 0


def test_a_bar_runs_from_the_smaller_to_the_larger_value() -> None:
    bar = bar_between(scale_over([0, 200]), 150, 50, series="away", y=3)
    assert (bar.x, bar.width, bar.y) == (25, 50, 3)


def test_what_comes_off_hangs_from_where_the_step_before_ended() -> None:
    chart = drawn(
        Step(label="gross", amounts=(100, 200), text="", is_level=True),
        Step(label="tax", amounts=(20, 40), text=""),
        Step(label="rent", amounts=(30, 60), text=""),
        Step(label="left", amounts=(50, 100), text="", is_level=True),
    )
    home = [(row.bars[0].x, row.bars[0].width) for row in chart.rows]
    away = [(row.bars[1].x, row.bars[1].width) for row in chart.rows]
    assert home == [(0, 50), (40, 10), (25, 15), (0, 25)]
    assert away == [(0, 100), (80, 20), (50, 30), (0, 50)]


def test_less_than_nothing_left_is_drawn_left_of_zero() -> None:
    chart = drawn(
        Step(label="gross", amounts=(100, 100), text="", is_level=True),
        Step(label="rent", amounts=(150, 50), text=""),
        Step(label="left", amounts=(-50, 50), text="", is_level=True),
    )
    assert chart.zero == 33.33
    assert (chart.rows[2].bars[0].x, chart.rows[2].bars[0].width) == (0, 33.33)


def test_every_bar_stays_inside_the_drawing() -> None:
    chart = drawn(
        Step(label="gross", amounts=(0, 7), text="", is_level=True),
        Step(label="costs", amounts=(9, 3), text=""),
    )
    for row in chart.rows:
        for bar in row.bars:
            assert 0 <= bar.x <= bar.x + bar.width <= 100.01
            assert bar.y + chart.bar_height <= chart.height


def test_a_range_runs_from_low_to_high_with_a_mark_for_what_is_needed() -> None:
    chart = range_bars(
        name="pay",
        summary="",
        spans=[Span(label="a", text="", low=100, high=200, mark=150)],
    )
    (row,) = chart.rows
    assert row.bar is not None
    assert row.mark_x is not None
    assert row.bar.x < row.mark_x < row.bar.x + row.bar.width < 100


def test_a_single_value_can_be_seen_and_an_unknown_one_is_not_drawn() -> None:
    chart = range_bars(
        name="pay",
        summary="",
        spans=[
            Span(label="offer", text="", low=100, high=100, mark=None),
            Span(label="unknown", text="", low=None, high=None, mark=None),
        ],
    )
    offer, unknown = chart.rows
    assert offer.bar is not None
    assert offer.bar.width > 0
    assert (unknown.bar, unknown.mark_x) == (None, None)
