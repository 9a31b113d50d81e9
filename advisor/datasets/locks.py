"""Locks in Redis, each held by a token: one request a host at a time.

They spare publishers. That nothing is done twice does not rest on them but on the database: without
Redis everybody gets every lock.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.cache import cache

HOST_SECONDS = 150  # a lock outlives its last extension by this, if its holder was killed
HOST_PATIENCE = 60.0
POLL = 0.05
MARGIN = 10.0  # between our clock and that of Redis


class HostBusyError(Exception):
    """Somebody else asks the host, for longer than is waited."""


def take(key: str, token: str, seconds: int) -> bool:
    """Take the lock unless somebody has it."""
    return bool(cache.add(key, token, timeout=seconds))


def extend(key: str, token: str, seconds: int) -> None:
    """Hold the lock for longer."""
    if cache.get(key) == token:
        cache.touch(key, timeout=seconds)


def release(key: str, token: str) -> None:
    """Give the lock back if it is still held by that token."""
    if cache.get(key) == token:
        cache.delete(key)


def host_key(host: str) -> str:
    return f"refresh:host:{host}"


@contextmanager
def turn(host: str, token: str, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Be the only one who asks the host. `waiting` is called while somebody else does.

    Raises HostBusyError.
    """
    key = host_key(host)
    deadline = time.monotonic() + HOST_PATIENCE
    while not take(key, token, HOST_SECONDS):
        if time.monotonic() > deadline:
            raise HostBusyError(host)
        waiting()
        time.sleep(POLL)
    surely_ours = time.monotonic() + HOST_SECONDS - MARGIN
    try:
        yield
    finally:
        if time.monotonic() < surely_ours:
            cache.delete(key)
        else:
            release(key, token)
