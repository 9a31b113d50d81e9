"""A server for sources that a test makes behave as it likes."""

from collections.abc import Iterator

import pytest

from tests.sources.misbehaving_server import Server, running


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server
