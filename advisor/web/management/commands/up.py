"""`python3 manage.py up`: everything on this machine, until Ctrl-C."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from advisor.web import first_use, parts, readiness, static_files
from advisor.web.supervisor import PartDiedError, Supervisor


class Command(BaseCommand):
    """Prepare what is not ready yet, start every part, and stop them together."""

    help = "Start Quliu: database, web server, worker and scheduler, until Ctrl-C."
    requires_system_checks: list[str] = []  # run while the web server starts

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --port, else PORT, else 8000."""
        parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"))

    def handle(self, *, port: int, **options: Any) -> None:
        """Run until a signal comes or a part dies."""
        with readiness.only_one(Path(settings.VAR), port) as lock:
            readiness.refuse_taken(port)
            self._prepare()
            try:
                self._run(port, lock)
            except PartDiedError as error:
                raise CommandError(str(error)) from error

    def _prepare(self) -> None:
        try:
            first_use.prepare_database()
            static_files.collect_changed()
        except KeyboardInterrupt:
            raise CommandError(
                "Stopped before everything was ready: the next start takes it up again.",
                returncode=130,
            ) from None

    def _run(self, port: int, lock: Any) -> None:
        socket = parts.redis_socket()
        environment = parts.environment(port, socket)
        logs = Path(settings.VAR) / "logs"
        with Supervisor(logs=logs, environment=environment, lock=lock) as running:
            for part in parts.parts(socket):
                running.start(part)
            self.check()
            stopped = readiness.wait_for_answer(port, running.wait)
            if not stopped:
                self.stdout.write(f"Quliu is at http://127.0.0.1:{port}/ (Ctrl-C stops it)")
                self.stdout.flush()
                while not running.wait():
                    pass
        sys.stderr.write("Stopped.\n")
