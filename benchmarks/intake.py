"""Taking a large file in, beside bare pandas and SQL."""

from __future__ import annotations

import resource
from collections.abc import Iterator

from advisor.datasets import editions, runs, tasks
from advisor.datasets.models import Dataset, Feed, Indicator, Place, RefreshRun, Source
from benchmarks import bare_intake
from benchmarks.feed_files import FileServer, figures
from benchmarks.timing import Row, at_most, best, best_in_turn

DATASET = "benchmark"
INDICATORS = 10
PLACES = 360
ROUNDS = 2
MEMORY_MB = 600


def feed_of(server: FileServer) -> Feed:
    """A feed of a dataset of its own, with the file's first edition published by a person."""
    source = Source.objects.values_list("pk", flat=True)[0]
    dataset = Dataset.objects.create(
        code=DATASET, kind="observations", label_en=DATASET, label_zh=DATASET
    )
    Indicator.objects.bulk_create(_indicator(dataset, code) for code in _codes())
    feed = Feed.objects.create(
        name=DATASET, source_id=source, dataset=dataset, format="csv", address=server.address
    )
    server.serve(content(feed, edition=0))
    run = refreshed(feed)
    if run.version is None:
        raise RuntimeError(f"the first file was not taken in: {run.outcome} {run.params}")
    editions.publish(drafts=[run.version], by=None, why="the benchmark begins")
    return feed


def content(feed: Feed, *, edition: int) -> bytes:
    """The file of that edition: 180,000 rows."""
    cities = Place.objects.order_by("pk").values_list("pk", flat=True)
    return figures(list(cities[:PLACES]), _codes(), feed.source_id, edition=edition)


def refreshed(feed: Feed) -> RefreshRun:
    """The feed's run, done in this process as a worker does it, as it stands in the database."""
    run = runs.ask(feed)
    tasks.refresh_feed(run_id=run.pk)
    run.refresh_from_db()
    return run


def rows(server: FileServer, feed: Feed) -> Iterator[Row]:
    """The rows of a changed file and of memory."""
    files = [content(feed, edition=edition) for edition in range(1, ROUNDS + 2)]
    ours = best(lambda: _changed(server, feed, files.pop()), rounds=ROUNDS)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bare_intake.create_tables()
    bare, keyless = best_in_turn(
        (
            lambda: bare_intake.copied(server.address, bare_intake.EQUAL),
            lambda: bare_intake.copied(server.address, bare_intake.KEYLESS),
        ),
        rounds=ROUNDS,
    )
    note = f"{ours:.2f} s beside {bare:.2f} s for {server.content.count(b'\n') - 1:,} rows"
    yield at_most("5", "a changed file published, over read_csv and COPY", ours / bare, 3, note)
    note = f"no bar: a table without foreign keys takes {keyless:.2f} s"
    yield Row(bar="5", what="the same over COPY without keys", ratio=ours / keyless, note=note)
    yield at_most("5", "memory of it, over 600 MB", memory / MEMORY_MB, 1, f"{memory:.0f} MB")


def _changed(server: FileServer, feed: Feed, new: bytes) -> None:
    server.serve(new)
    run = refreshed(feed)
    if run.outcome != "published":
        raise RuntimeError(f"not published: {run.outcome} {run.params}")


def _codes() -> list[str]:
    return [f"benchmark_{number}" for number in range(INDICATORS)]


def _indicator(dataset: Dataset, code: str) -> Indicator:
    return Indicator(
        code=code, dataset=dataset, label_en=code, label_zh=code, unit="CNY",
        period_type="month", cadence="monthly", plausible_min=0, plausible_max=1_000_000,
    )  # fmt: skip
