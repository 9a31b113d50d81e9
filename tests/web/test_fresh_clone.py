"""The two commands of the README on a fresh clone, with all that they install."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bootstrap.conftest import old_pythons
from tests.web.run_of_up import ROOT, RunOfUp, environment

PYTHON = next(iter(old_pythons()), sys.executable)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git holds of this folder, with its changes, in another one."""
    if not shutil.which("git") or not Path(ROOT, ".git").exists():
        pytest.skip("git is needed to clone the folder")
    clone = tmp_path_factory.mktemp("fresh") / "quliu"
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in names.split("\0"):
        if name and Path(ROOT, name).exists():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    return clone


def test_from_a_fresh_clone_one_command_brings_the_first_page_and_another_the_tests(
    clone: Path,
) -> None:
    with RunOfUp(clone / "var", python=PYTHON, root=clone) as run:
        run.wait_for_address()
        assert run.get("/")[0] == 200
        assert run.get("/healthz")[0] == 200
        assert run.end(signal.SIGINT)[0] == 0

    done = subprocess.run(
        [PYTHON, "manage.py", "test", "tests/bootstrap", "-k", "dead_shim", "-q"],
        cwd=clone,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
