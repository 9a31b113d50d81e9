"""The cache in Redis, for which no Redis means slower, never broken."""

import json
import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError
from redis.retry import Retry

logger = logging.getLogger(__name__)

REST_AFTER_FAILURE = 5.0  # seconds in which Redis isn't asked again
ABSENT = (RedisConnectionError, RedisTimeoutError)


class JSONSerializer:
    """Values as JSON, and bytes as they are: whoever can write to Redis can't run code here."""

    def dumps(self, value: Any) -> bytes | int:
        """The stored form; whole numbers stay such, so that Redis can count with them."""
        if type(value) is int:
            return value
        if isinstance(value, bytes):
            return b"b" + value
        return b"j" + json.dumps(value, ensure_ascii=False).encode()

    def loads(self, stored: bytes) -> Any:
        """The value of a stored form."""
        if stored.startswith(b"b"):
            return stored[1:]
        return json.loads(stored.removeprefix(b"j"))


class _OneClient(RedisCacheClient):
    """Asks through clients that it keeps: making one takes longer than a question to Redis."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._clients: dict[bool, Any] = {}

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        """The client that reads, or writes; it may be used by all threads and after a fork."""
        if write not in self._clients:
            self._clients[write] = super().get_client(key, write=write)
        return self._clients[write]


class SurvivingRedisCache(RedisCache):
    """Redis while it answers; while it doesn't, a cache that never holds anything."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {
            "serializer": JSONSerializer,
            "socket_connect_timeout": 0.5,
            "socket_timeout": 1.0,
            # A connection that went stale while unused is opened once more.
            "retry": Retry(NoBackoff(), 1),
        }
        super().__init__(server, params | {"OPTIONS": options | params.get("OPTIONS", {})})
        self._class = _OneClient
        self._absent = DummyCache(server, params)
        self._asked_again_at = 0.0

    def answers(self) -> bool:
        """Whether Redis answers now."""
        try:
            return bool(self._cache.get_client().ping())
        except ABSENT:
            return False

    def _or_absent(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= self._asked_again_at:
            try:
                return getattr(super(), name)(*args, **kwargs)
            except ABSENT as error:
                self._asked_again_at = time.monotonic() + REST_AFTER_FAILURE
                logger.warning("Redis does not answer (%s): going on without", type(error).__name__)
        return getattr(self._absent, name)(*args, **kwargs)


def _surviving(name: str) -> Callable[..., Any]:
    def method(self: SurvivingRedisCache, *args: Any, **kwargs: Any) -> Any:
        return self._or_absent(name, *args, **kwargs)

    method.__name__ = name
    return method


for _name in (
    "add",
    "get",
    "set",
    "touch",
    "delete",
    "get_many",
    "has_key",
    "incr",
    "set_many",
    "delete_many",
    "clear",
):
    setattr(SurvivingRedisCache, _name, _surviving(_name))
