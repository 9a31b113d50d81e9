"""Finding a Python to run on, by running candidates."""

import ast
import subprocess
from pathlib import Path

import pytest

from advisor import interpreters
from tests.bootstrap.conftest import ROOT, SHIPPED, Clone, old_pythons

OLD = old_pythons()
FIRST_FILES = [ROOT / "manage.py", *(ROOT / "advisor" / f"{name}.py" for name in SHIPPED)]


def candidate(folder: Path, name: str, script: str) -> Path:
    """An executable of that name."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def no_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which every Python that there may be is too old; a folder on its PATH."""
    monkeypatch.setattr(interpreters, "LOWEST", (99, 0))
    for name in ("HOME", "PYENV_ROOT", "UV_PYTHON_INSTALL_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "bin"


@pytest.mark.parametrize("path", FIRST_FILES, ids=lambda path: path.name)
def test_what_runs_before_the_environment_is_python_3_8(path: Path) -> None:
    ast.parse(path.read_text(), feature_version=(3, 8))


@pytest.mark.skipif(not OLD, reason="no Python from 3.8 to 3.11 on this machine")
def test_an_old_python_goes_on_in_the_environment(made: Clone) -> None:
    done = made.run("check", python=OLD[0])
    assert done.stdout == f"1.0 check {made.venv}\n", done.stderr


@pytest.mark.parametrize("python", OLD)
def test_every_old_python_can_say_what_is_missing(
    fresh: Clone, python: str, tmp_path: Path
) -> None:
    fresh.environment |= {"PATH": "/nowhere", "HOME": str(tmp_path), "PYENV_ROOT": str(tmp_path)}
    fresh.environment |= {"UV_PYTHON_INSTALL_DIR": str(tmp_path)}
    code = "from advisor import interpreters; interpreters.LOWEST = (99, 0)\n"
    code += "from advisor import bootstrap; bootstrap.enter(['manage.py', 'up'])"
    done = subprocess.run(
        [python, "-c", code],
        cwd=fresh.folder,
        env=fresh.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Quliu needs Python 99.0 or newer, and none was found: install")
    assert done.stderr.count("\n") == 1


def test_a_dead_shim_is_passed_over_for_the_next_candidate(no_python: Path) -> None:
    candidate(no_python, "python3.13", "exit 127")
    works = candidate(no_python, "python3.12", "exit 0")
    assert interpreters.find(outside=Path("/nowhere")) == str(works)


def test_a_python_that_lacks_a_module_is_named_when_there_is_no_other(no_python: Path) -> None:
    complaint = "ModuleNotFoundError: No module named 'ensurepip'"
    path = candidate(no_python, "python3.13", f'echo "{complaint}" >&2; exit 1')
    with pytest.raises(interpreters.NoPythonError, match="No module named 'ensurepip'") as raised:
        interpreters.find(outside=Path("/nowhere"))
    assert str(path) in str(raised.value)


def test_a_python_inside_the_environment_to_be_made_is_no_candidate(no_python: Path) -> None:
    candidate(no_python, "python3.13", "exit 0")
    with pytest.raises(interpreters.NoPythonError):
        interpreters.find(outside=no_python)


@pytest.mark.parametrize("place", ["versions/3.13.0/bin", "cpython-3.13/bin", ".local/bin"])
def test_the_folders_of_pyenv_and_uv_are_searched(no_python: Path, place: str) -> None:
    folder = no_python.parent / place
    folder.mkdir(parents=True)
    path = candidate(folder, "python3.13", "exit 0")
    assert interpreters.find(outside=Path("/nowhere")) == str(path)
