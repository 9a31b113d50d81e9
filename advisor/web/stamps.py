"""Stamps: what a step was done with, kept beside its result, so that it is done again only then."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings


def fingerprint(files: Iterable[Path], *, beside: str = "") -> str:
    """A digest of names, sizes and times of these files and of what else decides the result."""
    digest = hashlib.sha256(beside.encode())
    for path in sorted(files):
        status = path.stat()
        digest.update(f"{path}:{status.st_size}:{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def kept(name: str) -> str:
    """The stamp kept under this name; empty where there is none."""
    path = _path(name)
    return path.read_text() if path.exists() else ""


def keep(name: str, stamp: str) -> None:
    """Keep the stamp once its step is complete."""
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(stamp)


def _path(name: str) -> Path:
    return Path(settings.VAR) / "stamps" / name
