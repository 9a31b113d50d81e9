"""How long visitors wait while a refresh is under way, beside what they wait at rest."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles

from advisor.datasets import runs
from advisor.datasets.models import Feed, RefreshRun
from benchmarks import intake
from benchmarks.feed_files import FileServer
from benchmarks.serving import Visitor, address_asked, per_second, served
from benchmarks.timing import Row, at_most

HOUSEHOLDS = 10
SHARE = 0.2  # of as many pages as one worker can serve
AT_REST = 20.0  # seconds
REFRESHES = 1
FIRST_EDITION = 50  # beyond those that were taken in before


def rows(folder: Path, port: int, server: FileServer, feed: Feed) -> Iterator[Row]:
    """The rows of the median and of the slowest twentieth."""
    with served(folder, port):
        visitor = Visitor(port)
        visitor.get("/check/")
        pages = [address_asked(visitor, 4000 + 7 * number) for number in range(HOUSEHOLDS)]
        pace = SHARE * per_second(visitor, pages, rounds=3)
        end = time.monotonic() + AT_REST
        at_rest = _waits(visitor, pages, pace, lambda: time.monotonic() < end)
        during: list[float] = []
        for number in range(REFRESHES):
            server.serve(intake.content(feed, edition=FIRST_EDITION + number))
            with _refresh(feed) as is_open:
                during += _waits(visitor, pages, pace, is_open)
            anew = 1 / per_second(visitor, pages[:1], rounds=1)
            per_second(visitor, pages, rounds=1)  # all by the new edition before the next begins
    for name, part in (("median", 9), ("slowest of twenty", 18)):
        rest, busy = (quantiles(waits, n=20)[part] for waits in (at_rest, during))
        note = f"{busy * 1000:.0f} ms beside {rest * 1000:.0f} ms at {pace:.0f} pages a second"
        yield at_most("5", f"visitors' wait during a refresh, {name}", busy / rest, 1.5, note)
    note = f"no bar: {anew * 1000:.0f} ms, since every answer is worked out by the new edition"
    what = "the first page after it, over the median at rest"
    yield Row(bar="5", what=what, ratio=anew / median(at_rest), note=note)


@contextmanager
def _refresh(feed: Feed) -> Iterator[Callable[[], bool]]:
    """A refresh in a worker's process; yields whether it still goes on."""
    run = runs.ask(feed)
    finished = RefreshRun.objects.filter(pk=run.pk, finished_at__isnull=False)
    command = [sys.executable, "-m", "benchmarks.niced_refresh", str(run.pk)]
    with subprocess.Popen(command) as worker:  # noqa: S603
        yield lambda: worker.poll() is None and not finished.exists()
    if not finished.filter(outcome="published").exists():
        raise RuntimeError("the refresh was not published")


def _waits(
    visitor: Visitor, pages: list[str], pace: float, goes_on: Callable[[], bool]
) -> list[float]:
    """Seconds from when each page was due to when it had come."""
    waits: list[float] = []
    due = time.perf_counter()
    for page in cycle(pages):
        if not goes_on():
            break
        time.sleep(max(0.0, due - time.perf_counter()))
        visitor.get(page)
        waits.append(time.perf_counter() - due)
        due += 1 / pace
    return waits
