"""A folder that runs of `up` share, since preparing its database takes long."""

import signal
from pathlib import Path

import pytest

from tests.web.run_of_up import RunOfUp


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run, prepared by a start stopped in the middle and one that was not."""
    var = tmp_path_factory.mktemp("up") / "var"
    with RunOfUp(var) as run:
        assert run.process.stderr
        while not run.process.stderr.readline().startswith("Loading the figures"):
            pass
        status, said = run.end(signal.SIGINT)
        assert (status, run.processes()) == (130, {})
        assert said == "Stopped before everything was ready: the next start takes it up again.\n"
    with RunOfUp(var) as run:
        run.wait_for_address()
        assert run.end(signal.SIGINT)[0] == 0
    return var
