"""Commands that need the database work on a fresh clone before the first `up`."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.run_of_up import ROOT, environment

ENSURE = (
    "import django; django.setup(); from advisor.web.first_use import ensure_database;"
    "ensure_database(); from advisor.datasets.models import Place; print(Place.objects.exists())"
)


def start(var: Path, **given: str) -> subprocess.Popen[str]:
    """A process that needs the database and prints whether it is there."""
    return subprocess.Popen(
        [sys.executable, "-c", ENSURE],
        cwd=ROOT,
        env=environment(VAR_DIR=str(var), DJANGO_SETTINGS_MODULE="advisor.settings", **given),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which two commands at once have found no database."""
    var = tmp_path_factory.mktemp("first") / "var"
    both = [start(var), start(var)]
    said = [process.communicate(timeout=120) for process in both]
    assert [out for out, _ in said] == ["True\n", "True\n"], said
    talk = "Preparing the database …\nLoading the figures and rules that come with Quliu …\n"
    assert sorted(err for _, err in said) == ["", talk]
    return var


def test_two_first_commands_at_once_make_the_database_once(var: Path) -> None:
    assert (var / "db.sqlite3").exists()


def test_the_folder_with_peoples_data_is_its_owners_alone(var: Path) -> None:
    assert var.stat().st_mode & 0o077 == 0


def test_a_later_command_does_nothing_and_says_nothing(var: Path) -> None:
    assert start(var).communicate(timeout=60) == ("True\n", "")


def test_a_database_that_was_taken_away_is_made_again(var: Path) -> None:
    for path in var.glob("db.sqlite3*"):
        path.rename(path.with_name(f"kept-{path.name}"))
    out, err = start(var).communicate(timeout=120)
    assert out == "True\n"
    assert "Loading the figures" in err


def test_a_database_that_somebody_named_is_left_to_them(tmp_path: Path) -> None:
    out, err = start(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/own").communicate(timeout=60)
    assert out == ""
    assert "no such table" in err
