"""Looking at a file that did not change, beside a bare request, a hash and an inserted row."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from statistics import median, quantiles

from advisor.datasets import runs, tasks
from advisor.datasets.models import Feed
from benchmarks import bare_intake
from benchmarks.feed_files import FileServer
from benchmarks.intake import refreshed
from benchmarks.timing import Row, at_most

LOOKS = 200


def rows(server: FileServer, feed: Feed) -> Iterator[Row]:
    """The rows of an unchanged file, whether the server says so or sends it all again."""
    bare_intake.create_log()
    for tells, what in ((True, "answered with 304"), (False, "sent in full")):
        server.tells_unchanged = tells
        yield from _unchanged(server, feed, what)
    server.tells_unchanged = True


def _unchanged(server: FileServer, feed: Feed, what: str) -> Iterator[Row]:
    if (seen := [refreshed(feed) for _ in range(3)][-1]).outcome != "unchanged":
        raise RuntimeError(f"not seen as unchanged: {seen.outcome} {seen.params}")
    times = _in_turn(server, feed)
    asking, ours, bare = map(median, times)
    _, swift, bare_swift = (quantiles(one, n=10)[0] for one in times)
    note = (
        f"{ours * 1000:.1f} ms beside {bare * 1000:.1f} ms, medians of {LOOKS} in turn;"
        f" of the swiftest tenth {swift / bare_swift:.2f}"
    )
    what = f"an unchanged file, {what}, over GET, sha256 and INSERT"
    yield at_most("5", what, ours / bare, 2, note)
    note = f"no bar: to ask for a run and send its task takes {asking * 1000:.1f} ms"
    yield Row(bar="5", what="the same with the asking", ratio=(asking + ours) / bare, note=note)


def _in_turn(server: FileServer, feed: Feed) -> tuple[tuple[float, ...], ...]:
    """Seconds of asking for a run, of a worker's task, and of the bare look, each time."""
    times: list[tuple[float, float, float]] = []
    for _ in range(LOOKS):
        begin = time.perf_counter()
        run = runs.ask(feed)
        asking = time.perf_counter() - begin
        ours = _seconds(lambda pk=run.pk: tasks.refresh_feed(run_id=pk))
        bare = _seconds(lambda: bare_intake.looked(server.address, server.tag))
        times.append((asking, ours, bare))
    return tuple(zip(*times, strict=True))


def _seconds(deed: Callable[[], object]) -> float:
    begin = time.perf_counter()
    deed()
    return time.perf_counter() - begin
