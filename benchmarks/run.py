"""Print the ratios of all bars from one run: `python -m benchmarks.run`, see README.md."""

from __future__ import annotations

import argparse
import os
import socket
import tempfile
from pathlib import Path

from benchmarks.timing import written


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def prepared(folder: Path) -> None:
    """Django on a new database with the bundled figures."""
    os.environ["VAR_DIR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import django  # noqa: PLC0415

    django.setup()
    from advisor.web import first_use, static_files  # noqa: PLC0415

    first_use.prepare_database()
    static_files.collect_changed()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--openfisca-python", help="a Python that has benchmarks/requirements.txt")
    parser.add_argument("--only", choices="abcde", nargs="+", default="abcde", help="these bars")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared(folder)
        from django.utils import timezone  # noqa: PLC0415

        from advisor.datasets.loading import reference  # noqa: PLC0415
        from benchmarks import comparing, pay, serving  # noqa: PLC0415

        today = timezone.localdate()
        figures = reference(on=today)
        measured = (
            ("ab", lambda: pay.rows(figures, options.openfisca_python)),
            ("cd", lambda: comparing.rows(figures, today)),
            ("e", lambda: serving.rows(folder, free_port())),
        )
        rows = [row for bars, rows_of in measured if {*bars} & {*options.only} for row in rows_of()]
    print(f"{os.cpu_count()} cores\n\n{written(rows)}")  # noqa: T201  what it is for


if __name__ == "__main__":
    main()
