"""The secret key of a run on one's own machine: made once, kept in the folder of its state."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def local_secret_key(folder: Path) -> str:
    """The key kept in `folder`, made on first use and readable by its owner only.

    Raises ImproperlyConfigured where the folder can't be written and no SECRET_KEY is given.
    """
    kept = folder / "secret_key"
    try:
        return _kept_key(kept)
    except OSError as error:
        raise ImproperlyConfigured(
            f"No SECRET_KEY is set and {kept} can't be used ({error.strerror}):"
            " set SECRET_KEY, or make the folder writable."
        ) from error


def _kept_key(kept: Path) -> str:
    if not kept.exists():
        kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = kept.with_name(f"{kept.name}.{os.getpid()}")
        new.touch(mode=0o600)
        new.write_text(secrets.token_urlsafe(50))
        _keep_first(new, kept)
    return kept.read_text()


def _keep_first(new: Path, kept: Path) -> None:
    """Of two processes that make a key at once, the first one's is kept."""
    try:
        kept.hardlink_to(new)
    except FileExistsError:
        pass
    finally:
        new.unlink()
