"""`manage.py serve`: prepare what is not ready, then serve pages with gunicorn in this process."""

import os
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.cache import caches
from django.core.management.base import BaseCommand
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication

from advisor import gunicorn as configuration
from advisor.web import demo_staff, first_use, static_files


class Command(BaseCommand):
    """The web server of `up`, and of a container."""

    help = "Prepare the database and the static files, then serve pages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What `up` may ask for."""
        parser.add_argument(
            "--demo-staff",
            action="store_true",
            help=f"admit `{demo_staff.ADDRESS}` as staff, with the password on standard input",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Serve until a signal comes."""
        first_use.prepare_database()
        static_files.collect_changed()
        if options["demo_staff"]:
            demo_staff.admit(sys.stdin.read())
        # Up to here standard error was for the person who started it; now it joins the log.
        os.dup2(1, 2)
        # gunicorn's workers are forks, which must not share what is open here.
        connections.close_all()
        caches.close_all()
        Server().run()


class Server(BaseApplication):
    """gunicorn with the settings of advisor/gunicorn.py and the application of this process."""

    def load_config(self) -> None:
        """Take over every setting that the module names."""
        for name, value in vars(configuration).items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self) -> Any:
        """The application."""
        return get_wsgi_application()
