"""Loaded into a worker under test: the process that does a run is killed where Redis says so.

`enter` begins a stage when the one before it is complete, and `end` comes last in the transaction
that publishes: dying there leaves exactly what a power cut after that stage would leave.
"""

import os
import signal
from typing import Any

import redis

from advisor.datasets.runs import Running

KEY = "tests:die-at"


def _die_if_asked(at: str) -> None:
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as client:
        if client.get(KEY) == at.encode():
            client.delete(KEY)
            os.kill(os.getpid(), signal.SIGKILL)


def _mortal(name: str) -> None:
    as_it_is = getattr(Running, name)

    def method(self: Running, word: str, *args: Any, **kwargs: Any) -> None:
        as_it_is(self, word, *args, **kwargs)
        _die_if_asked(word)

    setattr(Running, name, method)


_mortal("enter")
_mortal("end")
