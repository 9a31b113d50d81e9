"""`python3 manage.py up`: one run, started, stopped, killed and hindered in every way."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bootstrap.test_environment import without_the_right_to_override
from tests.web.run_of_up import ROOT, RunOfUp, environment, free_port, wait_until

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/environ").exists(), reason="counts processes by /proc"
)


@pytest.fixture
def run(var: Path) -> Iterator[RunOfUp]:
    """A run that has printed its address and does its work."""
    with RunOfUp(var) as run:
        assert run.wait_for_address() == f"http://127.0.0.1:{run.port}/"
        run.wait_for_parts()
        yield run


def test_the_first_page_answers_without_a_redirect(run: RunOfUp) -> None:
    assert run.get("/")[0] == 200
    assert run.get("/en/")[0] == 200


def test_health_tells_of_database_and_redis(run: RunOfUp) -> None:
    assert run.get("/healthz") == (200, '{"status": "ok", "database": "ok", "redis": "ok"}')


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_every_process(run: RunOfUp, number: int) -> None:
    assert len(run.processes()) >= 6
    status, said = run.end(number)
    assert status == 0
    assert said.endswith("Stopping …\n")
    assert run.processes() == {}


@pytest.mark.parametrize(
    ("part", "command"),
    [
        ("Redis server", "valkey-server"),
        ("web server", "manage.py serve"),
        ("worker", "celery --app advisor.celery worker"),
        ("scheduler", "celery --app advisor.celery beat"),
    ],
)
def test_when_one_part_dies_all_stop_and_it_is_named(run: RunOfUp, part: str, command: str) -> None:
    run.kill(command)
    status, said = run.ended()
    assert status == 1
    assert f"The {part} was ended by signal 9, so all stops" in said
    assert run.processes() == {}


def test_when_it_is_killed_all_parts_stop_and_the_next_start_works(run: RunOfUp, var: Path) -> None:
    run.process.kill()
    with RunOfUp(var) as following:
        following.wait_for_address()
        assert following.get("/healthz")[0] == 200
        assert following.end(signal.SIGINT)[0] == 0
        assert following.processes() == {}


def test_when_it_is_killed_together_with_its_watchdog_the_kernel_stops_the_parts(
    run: RunOfUp,
) -> None:
    run.kill("watchdog.py")
    run.process.kill()
    wait_until(lambda: not run.processes(), seconds=20)


def test_a_second_run_in_the_folder_is_refused_with_the_address_of_the_first(
    run: RunOfUp, var: Path
) -> None:
    status, said = RunOfUp(var).ended()
    assert status == 1
    assert said == (
        f"Quliu already runs in this folder at http://127.0.0.1:{run.port}/"
        f" (process {run.process.pid}): stop it before starting it again.\n"
    )
    assert run.get("/healthz")[0] == 200


def test_a_taken_port_is_named_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with RunOfUp(tmp_path / "var", "--port", str(port)) as run:
            status, said = run.ended()
    assert status == 1
    assert said.startswith(f"Port {port} is taken by another program")
    assert said.count("\n") == 1
    assert not (tmp_path / "var" / "db.sqlite3").exists()


@pytest.mark.parametrize("port", ["70000", "-1"])
def test_an_impossible_port_is_refused_in_one_sentence(tmp_path: Path, port: str) -> None:
    with RunOfUp(tmp_path, f"--port={port}") as run:
        status, said = run.ended()
    assert status == 1
    assert said.startswith(f"Port {port} can't be used")


def test_the_port_can_come_from_the_environment(var: Path) -> None:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "up"],
        cwd=ROOT,
        env=environment(VAR_DIR=str(var), PORT=str(port)),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    process.stdout.close()


def test_a_folder_that_cant_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "manage.py", "up"],
        cwd=ROOT,
        env=environment(VAR_DIR=str(tmp_path / "var")),
        capture_output=True,
        text=True,
        preexec_fn=without_the_right_to_override,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(f"Quliu keeps its data in {tmp_path / 'var'}")
    assert done.stderr.count("\n") == 1


def test_a_wrong_setting_is_said_in_one_sentence(var: Path) -> None:
    with RunOfUp(var, EMAIL_URL="pigeon://loft") as run:
        status, said = run.ended()
        assert run.processes() == {}
    assert status == 1
    assert said.startswith("Wrong settings: EMAIL_URL must be smtp://")
    assert said.count("\n") == 1


@pytest.mark.parametrize("name", ["去留 #1 50%?", "deep/" * 20], ids=["odd signs", "deep"])
def test_the_folder_may_have_any_name_also_one_too_long_for_a_socket(
    tmp_path: Path, var: Path, name: str
) -> None:
    moved = tmp_path / name / "var"
    moved.parent.mkdir(parents=True)
    var.rename(moved)
    try:
        with RunOfUp(moved) as run:
            run.wait_for_address()
            run.wait_for_parts()
            assert '"redis": "ok"' in run.get("/healthz")[1]
    finally:
        moved.rename(var)


def test_where_a_redis_is_given_none_is_started(var: Path, redis_url: str) -> None:
    with RunOfUp(var, REDIS_URL=redis_url) as run:
        run.wait_for_address()
        assert '"redis": "ok"' in run.get("/healthz")[1]
        assert not [words for words in run.processes().values() if "valkey-server" in words]


def test_a_second_start_costs_at_most_three_times_a_check(var: Path) -> None:
    check = min(_seconds_of_check(var) for _ in range(3))
    second = min(_seconds_of_start(var) for _ in range(3))
    assert second <= 3 * check


def _seconds_of_check(var: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=environment(VAR_DIR=str(var)),
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


def _seconds_of_start(var: Path) -> float:
    start = time.perf_counter()
    with RunOfUp(var) as run:
        run.wait_for_address()
        seconds = time.perf_counter() - start
        assert run.end(signal.SIGINT)[0] == 0
    return seconds
