"""The cache, with its Redis and without."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache

from advisor.web import cache as module
from advisor.web.cache import JSONSerializer, SurvivingRedisCache
from tests.servers.redis import running_redis

NOBODY_LISTENS = "redis://127.0.0.1:9"


@pytest.fixture
def absent() -> SurvivingRedisCache:
    """A cache whose Redis is gone."""
    return SurvivingRedisCache(NOBODY_LISTENS, {})


@pytest.fixture
def own_redis(tmp_path: Path) -> str:
    """The address of a Redis that a test may stop."""
    return f"unix://{tmp_path / 'redis.sock'}"


@pytest.fixture
def own_cache(own_redis: str) -> Iterator[SurvivingRedisCache]:
    """A cache in it."""
    cache = SurvivingRedisCache(own_redis, {})
    yield cache
    cache._cache.get_client().connection_pool.disconnect()


@pytest.mark.parametrize("value", ["家乡", 7, -1, 3.5, None, True, [1, {"a": "b"}], b"\x00j\xff"])
def test_what_is_kept_comes_back_the_same(value: object) -> None:
    cache.set("key", value)
    assert cache.get("key") == value
    assert type(cache.get("key")) is type(value)


def test_whole_numbers_are_counted_by_redis() -> None:
    cache.set("count", 1)
    assert cache.incr("count") == 2
    assert cache.get("count") == 2


def test_what_could_run_code_when_read_is_not_kept() -> None:
    with pytest.raises(TypeError):
        JSONSerializer().dumps(Path())


def test_without_redis_nothing_is_found_and_nothing_fails(absent: SurvivingRedisCache) -> None:
    absent.set("key", "value")
    absent.set_many({"key": "value"})
    assert absent.add("key", "value")
    assert absent.get("key") is None
    assert absent.get("key", "default") == "default"
    assert absent.get_many(["key"]) == {}
    assert absent.get_or_set("key", lambda: "made") == "made"
    assert "key" not in absent
    assert not absent.delete("key")
    assert not absent.touch("key")
    absent.delete_many(["key"])
    absent.clear()
    with pytest.raises(ValueError, match="not found"):
        absent.incr("key")
    assert not absent.answers()


def test_an_absent_redis_is_not_asked_at_every_turn(absent: SurvivingRedisCache) -> None:
    absent.get("key")
    start = time.perf_counter()
    for _ in range(200):
        absent.get("key")
    assert time.perf_counter() - start < 0.2


def test_a_redis_that_comes_back_is_used_again(
    own_redis: str, own_cache: SurvivingRedisCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "REST_AFTER_FAILURE", 0.1)
    with running_redis(own_redis):
        own_cache.set("key", "value")
        assert own_cache.get("key") == "value"
    assert own_cache.get("key") is None
    with running_redis(own_redis):
        time.sleep(0.2)
        own_cache.set("key", "again")
        assert own_cache.get("key") == "again"


def test_a_redis_that_was_restarted_unnoticed_costs_nothing(
    own_redis: str, own_cache: SurvivingRedisCache
) -> None:
    with running_redis(own_redis):
        own_cache.set("key", "value")
    with running_redis(own_redis):
        own_cache.set("key", "new")
        assert own_cache.get("key") == "new"
