"""The environment that manage.py makes on first use, and what can go wrong meanwhile."""

import ctypes
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.bootstrap.conftest import Clone

type FirstStart = tuple[Clone, subprocess.CompletedProcess[str]]
type Start = Callable[..., subprocess.Popen[str]]

CAP_DAC_OVERRIDE, PR_CAPBSET_DROP = 1, 24
NOBODY_LISTENS = "http://127.0.0.1:9/simple"


def last_sentence(text: str) -> str:
    """All that may follow the talk of a set-up."""
    assert "Traceback" not in text
    return text.strip().splitlines()[-1]


def test_a_fresh_clone_runs_any_command_and_keeps_its_talk_off_standard_output(
    first_start: FirstStart,
) -> None:
    clone, done = first_start
    assert done.stdout == f"1.0 check {clone.venv}\n"
    assert "Getting the packages of requirements.txt" in done.stderr
    assert done.returncode == 0


def test_a_second_start_says_nothing_of_its_own(first_start: FirstStart) -> None:
    clone, _ = first_start
    done = clone.run("check", "--deploy")
    assert (done.stdout, done.stderr) == (f"1.0 check --deploy {clone.venv}\n", "")


def test_packages_are_compiled_even_where_python_is_told_to_write_no_bytecode(
    first_start: FirstStart,
) -> None:
    clone, _ = first_start
    assert clone.environment["PYTHONDONTWRITEBYTECODE"]
    assert list(clone.venv.glob("lib/*/site-packages/django/core/__pycache__/management.*.pyc"))


def test_scripts_of_the_environment_name_its_own_interpreter(first_start: FirstStart) -> None:
    clone, _ = first_start
    assert (clone.venv / "bin/pip").read_text().startswith(f"#!{clone.venv}/bin/python")


def test_changed_requirements_are_installed_at_the_next_start(made: Clone) -> None:
    made.release("2.0")
    assert made.run("check").stdout == f"2.0 check {made.venv}\n"
    assert made.run("check").stderr == ""


def test_the_test_command_becomes_pytest_with_its_words_in_the_projects_folder(made: Clone) -> None:
    done = made.run("test", "-k", "pay", "tests/engine")
    assert done.stdout == f"tested -k pay tests/engine {made.folder}\n"
    assert "tests/requirements.txt" in done.stderr
    assert made.run("check").stderr == ""


def test_where_the_packages_are_installed_already_nothing_is_made(
    fresh: Clone, tmp_path: Path
) -> None:
    for name in ("django-1.0", "pytest-1.0"):
        wheel = fresh.index.folder / f"{name}-py3-none-any.whl"
        shutil.unpack_archive(wheel, tmp_path / "own", "zip")
    fresh.environment["PYTHONPATH"] = str(tmp_path / "own")
    assert fresh.run("check").stdout.startswith("1.0 check ")
    assert fresh.run("test", "-x").stdout == f"tested -x {fresh.folder}\n"
    assert not fresh.venv.exists()


def test_a_set_up_that_was_stopped_or_killed_in_the_middle_is_made_anew(
    made: Clone, started: Start
) -> None:
    made.release("7.0")
    made.index.hang()
    process = started(made, "check")
    assert made.index.asked.wait(60)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert last_sentence(err).startswith("Stopped before the set-up was complete")
    assert out == ""

    made.index.hang()
    process = started(made, "check")
    assert made.index.asked.wait(60)
    process.kill()
    process.communicate()

    made.index.go_on()
    done = made.run("check")
    assert done.returncode == 0
    assert "Making .venv" in done.stderr


def test_of_two_starts_at_once_one_waits_for_the_other(made: Clone, started: Start) -> None:
    made.release("3.0")
    made.index.hang()
    first = started(made, "check", "first")
    assert made.index.asked.wait(60)
    second = started(made, "check", "second")
    assert second.stderr
    assert second.stderr.readline().startswith("Another start is setting up this folder")

    made.index.go_on()
    assert first.communicate(timeout=60)[0] == f"3.0 check first {made.venv}\n"
    assert second.communicate(timeout=60) == (f"3.0 check second {made.venv}\n", "")


def test_without_a_network_one_sentence_says_so_and_the_next_start_works(made: Clone) -> None:
    made.release("4.0")
    working = made.environment["PIP_INDEX_URL"]
    made.environment["PIP_INDEX_URL"] = NOBODY_LISTENS
    done = made.run("check")
    assert done.returncode == 1
    assert last_sentence(done.stderr).startswith(
        "The packages can't be installed: check the network and start again (pip says: ERROR:"
    )

    made.environment["PIP_INDEX_URL"] = working
    again = made.run("check")
    assert again.stdout == f"4.0 check {made.venv}\n"
    assert "Making .venv" not in again.stderr


def test_a_failed_set_up_of_the_tests_leaves_the_other_commands_working(made: Clone) -> None:
    made.environment["PIP_INDEX_URL"] = NOBODY_LISTENS
    assert made.run("test").returncode == 1
    done = made.run("check")
    assert (done.stdout, done.stderr) == (f"1.0 check {made.venv}\n", "")


def test_a_package_with_another_hash_is_refused(made: Clone) -> None:
    made.release("5.0")
    made.require("requirements.txt", "django==5.0 --hash=sha256:" + "0" * 64 + "\n")
    done = made.run("check")
    assert done.returncode == 1
    assert "HASH" in done.stderr.upper()
    assert "Traceback" not in done.stderr


def test_in_a_folder_that_cant_be_written_one_sentence_says_so(made: Clone) -> None:
    made.release("6.0")
    (made.folder / ".venv.lock").unlink()
    made.folder.chmod(0o555)
    done = made.run("check", preexec_fn=without_the_right_to_override)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"{made.folder}, where this user can't write (Permission denied)" in done.stderr

    made.folder.chmod(0o755)
    assert made.run("check").stdout == f"6.0 check {made.venv}\n"


def without_the_right_to_override() -> None:
    """Let even root meet the rights of files."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
