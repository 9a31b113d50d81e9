"""The conventions that ship with the product: one validated file, for pages and engine alike."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from advisor.engine.conventions import Convention, conventions

FILE = Path(__file__).parent.parent / "data" / "conventions.toml"


@lru_cache(maxsize=1)
def bundled_conventions() -> Mapping[str, Convention]:
    """All conventions by name; raises ConventionError where the file breaks its own rules."""
    return conventions(tomllib.loads(FILE.read_text(encoding="utf-8")))
