"""A server that misbehaves on purpose."""

from collections.abc import Iterator

import pytest

from tests.sources.misbehaving_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server
