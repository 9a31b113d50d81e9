"""Which release of the product runs: what pages look like changes with it, not only with data."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from django.conf import settings

PARTS = ("advisor", "static", "templates")
SUFFIXES = {".py", ".html", ".mo", ".css", ".js", ".svg", ".toml"}
LENGTH = 12  # hexadecimal digits: two releases never meet in one


@lru_cache(maxsize=1)
def release() -> str:
    """A digest of the files that pages are made of: the same on every host of one release.

    Read once a process; a process that runs knows no newer code anyway.
    """
    digest = hashlib.sha256()
    for path in _files():
        digest.update(path.relative_to(settings.ROOT).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:LENGTH]


def _files() -> Iterator[Path]:
    for part in PARTS:
        found = (Path(settings.ROOT) / part).rglob("*")
        yield from sorted(path for path in found if path.suffix in SUFFIXES)
