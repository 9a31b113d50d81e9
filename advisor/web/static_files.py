"""The collected static files: made again only where a source file has changed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management.base import CommandError

from advisor.web import stamps


def collect_changed() -> None:
    """Collect, hash and compress the static files unless that was done with these sources."""
    stamp = stamps.fingerprint(_sources(), beside=django.__version__)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamps.kept("static") == stamp:
        return
    sys.stderr.write("Collecting style sheets and scripts …\n")
    # A process of its own, with the storage that the web server will have.
    done = subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "--verbosity", "0"],
        cwd=settings.ROOT,
        env=os.environ | {"STATIC_COLLECTED": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CommandError(f"The static files can't be collected: {done.stderr.strip()}")
    stamps.keep("static", stamp)


def _sources() -> Iterator[Path]:
    for finder in get_finders():
        for path, storage in finder.list([]):
            yield Path(storage.path(path))
