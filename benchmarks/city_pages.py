"""Pages that everybody asks for beside a constant page of the same size, on the same server.

`python -m benchmarks.city_pages`: a city's page kept, two cities side by side, and the ranking of
all cities for a household already computed; sixteen connections at once.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles

from benchmarks.serving import served
from benchmarks.timing import Row, at_least, at_most, written

PORT = 8947
BROWSER = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": "zh-CN,zh;q=0.9"}
CONNECTIONS = 16
REQUESTS = 320  # of one round
ROUNDS = 4  # of each page, in turn
PAGES = (
    ("a city's page, kept", "/cities/liaoyuan/", 0.5),
    ("two cities side by side, kept", "/compare-cities/liaoyuan/shenzhen/", 0.5),
    ("the ranking of all cities, computed", "/cities/", 0.2),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """Pages a second, and seconds that each took."""

    rate: float
    waits: tuple[float, ...]


def rows(folder: Path) -> Iterator[Row]:
    """The rows of all pages; `folder` holds the database."""
    with served(folder, PORT):
        for what, path, least in PAGES:
            size = len(gzip.decompress(_asked_once(path)))
            pages, constants = _in_turn(path, f"/constant/{size}/")
            rate, yardstick = (max(one.rate for one in kind) for kind in (pages, constants))
            note = f"{rate:.0f} a second beside {yardstick:.0f} of {size / 1000:.0f} kB"
            yield at_least("fast", f"{what}: over the constant page", rate / yardstick, least, note)
            slow = median(_spread(one.waits) for one in pages)
            bare = median(_spread(one.waits) for one in constants)
            note = f"the constant page: {bare:.1f}; median of {ROUNDS} rounds"
            yield at_most("fast", f"{what}: p99 over p50", slow, 5, note)


def _in_turn(path: str, constant: str) -> tuple[list[Served], list[Served]]:
    """Rounds of both pages by turns, so that a busy moment hits both."""
    _asked(path, CONNECTIONS)
    _asked(constant, CONNECTIONS)
    pages, constants = [], []
    for _ in range(ROUNDS):
        constants.append(_asked(constant, REQUESTS))
        pages.append(_asked(path, REQUESTS))
    return pages, constants


def _asked(path: str, count: int) -> Served:
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        begin = time.perf_counter()
        waits = tuple(pool.map(lambda _: _wait(path), range(count)))
        return Served(rate=count / (time.perf_counter() - begin), waits=waits)


def _wait(path: str) -> float:
    begin = time.perf_counter()
    _asked_once(path)
    return time.perf_counter() - begin


def _asked_once(path: str) -> bytes:
    """The page as sent, asked for on a connection of its own as sync workers serve them."""
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    connection.request("GET", path, headers=BROWSER)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status >= 400:
        raise RuntimeError(f"{path} was answered with {response.status}")
    return body


def _spread(waits: Sequence[float]) -> float:
    """The slowest hundredth over the middle."""
    return quantiles(waits, n=100)[-1] / median(waits)


def main() -> None:
    """Prepare a database of its own, measure, print the table."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"VAR_DIR": folder}
        for command in (["migrate", "--verbosity", "0"], ["load_bundled_data"]):
            subprocess.run(  # noqa: S603
                [sys.executable, "manage.py", *command], env=environment, check=True
            )
        print(written(rows(Path(folder))))  # noqa: T201
        print(f"{os.cpu_count()} cores, one sync worker, {CONNECTIONS} connections")  # noqa: T201


if __name__ == "__main__":
    main()
