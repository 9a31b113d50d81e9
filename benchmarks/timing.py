"""Best-of-several times, and rows of a table of ratios."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One bar: a ratio of two times (or rates) of this run, and what it should be."""

    bar: str
    what: str
    ratio: float | None
    limit: str = ""
    met: bool | None = None
    note: str = ""


def at_most(bar: str, what: str, ratio: float, most: float, note: str = "") -> Row:
    """A ratio with an upper limit."""
    met = ratio <= most
    return Row(bar=bar, what=what, ratio=ratio, limit=f"<= {most:g}", met=met, note=note)


def at_least(bar: str, what: str, ratio: float, least: float, note: str = "") -> Row:
    """A ratio with a lower limit."""
    met = ratio >= least
    return Row(bar=bar, what=what, ratio=ratio, limit=f">= {least:g}", met=met, note=note)


def best(deed: Callable[[], object], *, rounds: int) -> float:
    """Seconds of the fastest of so many runs, after one that warms up."""
    deed()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        deed()
        times.append(time.perf_counter() - start)
    return min(times)


def best_in_turn(deeds: Iterable[Callable[[], object]], *, rounds: int) -> list[float]:
    """Seconds of the fastest run of each; they take turns, so that a busy moment hits all."""
    deeds = list(deeds)
    fastest = [float("inf")] * len(deeds)
    for deed in deeds:
        deed()
    for _ in range(rounds):
        for index, deed in enumerate(deeds):
            start = time.perf_counter()
            deed()
            fastest[index] = min(fastest[index], time.perf_counter() - start)
    return fastest


def written(rows: Iterable[Row]) -> str:
    """The rows as a table in Markdown."""
    lines = ["| bar | what | ratio | should be | met | note |", "|---|---|---|---|---|---|"]
    words = {True: "yes", False: "no", None: ""}
    for row in rows:
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        lines.append(
            f"| {row.bar} | {row.what} | {ratio} | {row.limit} | {words[row.met]} | {row.note} |"
        )
    return "\n".join(lines)
