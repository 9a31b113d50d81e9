"""Mebibytes that an answer takes above the process at rest; run one a process."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

CASES = {  # cities (None: the default question's), years, draws
    "40 cities × 120 months × 10,000 draws": (40, 10, 10_000),
    "the default answer": (None, 5, 2000),
    "the default question over thirty years": (None, 30, 2000),
    "all cities × 60 months × 500 draws": (1000, 5, 500),
}
MIB = 1024


def main(name: str, day: date) -> None:
    """Print what answering this question adds at most."""
    import django  # noqa: PLC0415

    django.setup()
    from advisor.datasets.conventions import bundled_conventions  # noqa: PLC0415
    from advisor.datasets.loading import reference  # noqa: PLC0415
    from advisor.engine.comparison import compare  # noqa: PLC0415
    from benchmarks.projection_case import default_household, household_of  # noqa: PLC0415

    cities, years, draws = CASES[name]
    figures, conventions = reference(on=day), bundled_conventions()
    default = default_household(day, years)
    asked = default if cities is None else household_of(figures, cities, years=years, draws=draws)
    compare(replace(default, draws=100, horizon_years=1), figures, conventions)
    at_rest = _kib("VmRSS")
    compare(asked, figures, conventions)
    print((_kib("VmHWM") - at_rest) / MIB)  # noqa: T201  what it is for


def _kib(name: str) -> int:
    """A size of this process as Linux tells it: VmRSS is in memory now, VmHWM at most so far."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status[name].split()[0])


if __name__ == "__main__":
    main(sys.argv[1], date.fromisoformat(sys.argv[2]))
