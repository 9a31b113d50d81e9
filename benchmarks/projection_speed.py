"""Print how fast the projection is and what it holds: `python -m benchmarks.projection_speed`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.run import prepared
from benchmarks.timing import written


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        prepared(Path(name))
        from django.utils import timezone  # noqa: PLC0415

        from benchmarks import projection_rows  # noqa: PLC0415

        today = timezone.localdate()
        rows = [
            *projection_rows.large(today),
            *projection_rows.answers(today),
            *projection_rows.memory(today),
        ]
    print(f"{os.cpu_count()} cores, one used\n\n{written(rows)}")  # noqa: T201  what it is for


if __name__ == "__main__":
    main()
