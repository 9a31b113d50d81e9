"""How long visitors wait while a refresh is under way, beside what they wait at rest."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from advisor.datasets import runs
from advisor.datasets.models import Feed, RefreshRun
from benchmarks import intake
from benchmarks.feed_files import FileServer
from benchmarks.serving import Visitor, served
from benchmarks.timing import Row, at_most
from benchmarks.visits import ROUND, Step, steps

SHARE = 0.2  # of as many requests as one worker can serve
PHASES = 3  # of each kind, in turn
AT_REST = 15.0  # seconds
AFTER = 3.0  # seconds after the end of a refresh that count as part of it
FIRST_EDITION = 50  # beyond those that were taken in before
ROUNDS_TO_SATURATE = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Waits:
    """Seconds from when each request of a phase was due to when its answer had come."""

    median: float
    slowest_of_twenty: float


def rows(folder: Path, port: int, server: FileServer, feed: Feed) -> Iterator[Row]:
    """The rows of the median and of the slowest twentieth."""
    files = [intake.content(feed, edition=FIRST_EDITION + number) for number in range(PHASES)]
    at_rest: list[Waits] = []
    during: list[Waits] = []
    with served(folder, port), _worker() as refresh:
        asked = steps(Visitor(port))
        for step in islice(asked, 2 * len(ROUND)):
            step()
        pace = SHARE * _saturation(asked)
        for file in files:
            end = time.monotonic() + AT_REST
            at_rest.append(_waits(asked, pace, lambda end=end: time.monotonic() < end))
            server.serve(file)
            run = runs.ask(feed)
            refresh(run)
            during.append(_waits(asked, pace, _going_on(run)))
    for name in ("median", "slowest_of_twenty"):
        rest, busy = (median(getattr(one, name) for one in kind) for kind in (at_rest, during))
        each = ", ".join(f"{getattr(one, name) * 1000:.0f}" for one in during)
        note = (
            f"{busy * 1000:.0f} ms ({each}) beside {rest * 1000:.0f} ms,"
            f" {pace:.1f} requests a second, medians of {PHASES} phases"
        )
        what = f"visitors' wait during a refresh, {name.replace('_', ' ')}"
        yield at_most("5", what, busy / rest, 1.5, note)


def _saturation(asked: Iterator[Step]) -> float:
    """Requests a second that one worker serves when the next always waits."""
    number = ROUNDS_TO_SATURATE * len(ROUND)
    begin = time.perf_counter()
    for step in islice(asked, number):
        step()
    return number / (time.perf_counter() - begin)


@contextmanager
def _worker() -> Iterator[Callable[[RefreshRun], None]]:
    """A worker's process, warm and stepping back for others; yields what gives it a run."""
    command = [sys.executable, "-m", "benchmarks.niced_refresh"]
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("no pipe to the worker")
        given = process.stdin
        process.stdout.readline()  # it stands

        def refresh(run: RefreshRun) -> None:
            given.write(f"{run.pk}\n")
            given.flush()

        yield refresh
        given.close()


def _going_on(run: RefreshRun) -> Callable[[], bool]:
    """Whether the run, and what it leaves to be done anew, is still under way."""
    ended: list[float] = []

    def goes_on() -> bool:
        if not ended:
            run.refresh_from_db()
            if run.finished_at is None:
                return True
            if run.outcome != "published":
                raise RuntimeError(f"not published: {run.outcome} {run.params}")
            ended.append(time.monotonic())
        return time.monotonic() < ended[0] + AFTER

    return goes_on


def _waits(asked: Iterator[Step], pace: float, goes_on: Callable[[], bool]) -> Waits:
    waits: list[float] = []
    due = time.perf_counter()
    while goes_on():
        time.sleep(max(0.0, due - time.perf_counter()))
        next(asked)()
        waits.append(time.perf_counter() - due)
        due += 1 / pace
    cuts = quantiles(waits, n=20)
    return Waits(median=cuts[9], slowest_of_twenty=cuts[18])
