"""Print the ratios of a refresh: `python -m benchmarks.refreshing`, see README.md."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg

from benchmarks.feed_files import file_server
from benchmarks.run import free_port
from benchmarks.timing import written
from tests.servers.postgresql import running_postgresql
from tests.servers.redis import running_redis


@contextmanager
def servers() -> Iterator[Path]:
    """PostgreSQL and Redis of our own, and Django on them with the bundled figures."""
    with tempfile.TemporaryDirectory(prefix="quliu-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # PostgreSQL runs as another user where we are root
        (folder / "postgresql").mkdir(mode=0o711)
        redis_url = f"unix://{folder / 'redis.sock'}"
        with running_redis(redis_url), _postgresql(folder) as sockets:
            with psycopg.connect(
                host=str(sockets), user="postgres", dbname="postgres", autocommit=True
            ) as server:
                server.execute("CREATE DATABASE quliu")
            os.environ |= {
                "VAR_DIR": str(folder),
                "DATABASE_URL": f"postgresql://postgres@/{sockets}/quliu",
                "REDIS_URL": redis_url,
                "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            }
            import django  # noqa: PLC0415

            django.setup()
            from advisor.web import first_use, static_files  # noqa: PLC0415

            first_use.prepare_database()
            static_files.collect_changed()
            yield folder


def _postgresql(folder: Path) -> AbstractContextManager[Path]:
    """As it comes: a commit waits for the disk."""
    return running_postgresql(folder / "postgresql", is_durable=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=("changed", "unchanged", "visitors"))
    only = parser.parse_args().only
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    with servers() as folder, file_server() as server:
        from benchmarks import intake, looks, visiting  # noqa: PLC0415

        feed = intake.feed_of(server)
        parts = {
            "changed": lambda: intake.rows(server, feed),
            "unchanged": lambda: looks.rows(server, feed),
            "visitors": lambda: visiting.rows(folder, free_port(), server, feed),
        }
        rows = [row for name in parts if only in (None, name) for row in parts[name]()]
    print(f"{os.cpu_count()} cores\n\n{written(rows)}")  # noqa: T201  what it is for


if __name__ == "__main__":
    main()
