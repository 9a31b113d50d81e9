"""Plain values that all processes share: gathered once, then taken from the cache."""

import json
import zlib
from collections.abc import Callable
from typing import Any

from django.core.cache import cache

from advisor.datasets.models import Version

type Key = tuple[int, str]  # of a version: its number and its moment

FORM = 2  # of the cached bytes
FAST = 1  # level of compression


def shared(name: str, gathered: Callable[[], Any]) -> Any:
    """What the cache holds under that name, else what is gathered now and kept there for good."""
    key = f"{name}:{FORM}"
    if (stored := cache.get(key)) is not None:
        return json.loads(zlib.decompress(stored))
    plain = gathered()
    text = json.dumps(plain, ensure_ascii=False)
    cache.set(key, zlib.compress(text.encode(), FAST), timeout=None)
    return plain


def key_of(version: Version) -> Key:
    """What stands for the version: a number whose first version was never committed comes again."""
    return version.pk, f"{version.created_at:%Y%m%dT%H%M%S.%f}"
