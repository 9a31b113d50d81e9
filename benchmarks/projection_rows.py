"""The rows of the projection's benchmark: time against bare numpy and a page, and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.test import RequestFactory

from advisor.datasets.conventions import bundled_conventions
from advisor.datasets.loading import reference
from advisor.engine.comparison import compare
from advisor.engine.household import Destination
from benchmarks import projection_case
from benchmarks.plain_page import plain_page
from benchmarks.projection_case import Case, bare_life, default_household, nation_of
from benchmarks.projection_kernel import tiles
from benchmarks.projection_loop import net_worths
from benchmarks.projection_memory import CASES
from benchmarks.timing import Row, at_most

CITIES, YEARS, DRAWS = 40, 10, 10_000
LOOPED = 200  # draws of one city that the loop in pure Python runs through
HANGZHOU = "330100"
MOST_MEMORY = 400  # MiB above the process at rest


def large(today: date) -> Iterator[Row]:
    """Forty cities over ten years in ten thousand draws, against bare numpy and pure Python."""
    figures = reference(on=today)
    asked = projection_case.household_of(figures, CITIES, years=YEARS, draws=DRAWS)
    case = projection_case.Case.of(figures, asked)
    apart = projection_case.largest_difference(case)
    ours, bare, whole = _best_cpu_in_turn(
        (
            lambda: sum(1 for _ in case.drawn()),
            case.bare,
            lambda: compare(asked, figures, bundled_conventions()),
        ),
        rounds=3,
    )
    size = f"{len(case.moves)} cities × {YEARS * 12} months × {DRAWS:,} draws"
    note = f"{bare:.2f} s in bare numpy; both end within CNY {apart / 100:.2f} of each other"
    yield at_most("projection", f"{size}: our time over the bare kernel's", ours / bare, 2, note)
    note = "pictures, thresholds, what would change the answer, and facts with it"
    yield Row(bar="", what="the same, the whole of `compare`", ratio=whole / bare, note=note)
    looped = _loop_seconds(case) * len(case.moves) * DRAWS / LOOPED
    note = f"{LOOPED} draws of one city were run, and scaled"
    yield Row(bar="", what="the same as a loop in pure Python", ratio=looped / bare, note=note)


def answers(today: date) -> Iterator[Row]:
    """The default answer, and over thirty years, against rendering the plain page."""
    figures, conventions = reference(on=today), bundled_conventions()
    request = RequestFactory().get("/plain/")
    default, long = default_household(today), default_household(today, 30)
    five_away = replace(default, destinations=(*default.destinations, Destination(city=HANGZHOU)))
    page, five, six, thirty = _best_cpu_in_turn(
        (
            lambda: plain_page(request),
            lambda: compare(default, figures, conventions),
            lambda: compare(five_away, figures, conventions),
            lambda: compare(long, figures, conventions),
        ),
        rounds=15,
    )
    note = f"the page takes {page * 1000:.1f} ms"
    what = "home and four cities, 2,000 draws"
    yield at_most("answer", f"{what}, 60 months: plain pages", five / page, 10, note)
    more = "home and five cities, 2,000 draws, 60 months: plain pages"
    yield at_most("answer", more, six / page, 10, "one city more than is asked by default")
    yield at_most("answer", f"{what}, 360 months: plain pages", thirty / page, 30)


def memory(today: date) -> Iterator[Row]:
    """What each answer holds above the process at rest, each in a process of its own."""
    for name in CASES:
        command = [sys.executable, "-m", "benchmarks.projection_memory", name, today.isoformat()]
        ran = subprocess.run(  # noqa: S603  our own module
            command, check=True, capture_output=True, text=True
        )
        mebibytes = float(ran.stdout)
        yield at_most("memory", f"{name}: MiB above rest", mebibytes, MOST_MEMORY)


def _best_cpu_in_turn(deeds: Sequence[Callable[[], object]], *, rounds: int) -> list[float]:
    """Processor seconds of the fastest run of each, which no other process' load lengthens."""
    fastest = [float("inf")] * len(deeds)
    for deed in deeds:
        deed()
    for _ in range(rounds):
        for index, deed in enumerate(deeds):
            start = time.process_time()
            deed()
            fastest[index] = min(fastest[index], time.process_time() - start)
    return fastest


def _loop_seconds(case: Case) -> float:
    life, nation = bare_life(case.question, case.moves[0]), nation_of(case.question)
    drawn = next(tiles(LOOPED))
    start = time.process_time()
    net_worths(life, nation, drawn, LOOPED)
    return time.process_time() - start
