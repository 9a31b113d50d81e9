"""`python3 manage.py up --demo-staff`: staff to try the data desk with, on one's own machine."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from django.contrib.auth import authenticate, get_user_model

from advisor.web import demo_staff
from tests.web.run_of_up import RunOfUp

INVITATION = re.compile(r"Staff sign in at (\S+/admin/) as demo@localhost with (\S+)")


@contextmanager
def run_with_staff(var: Path) -> Iterator[tuple[str, str, RunOfUp]]:
    """A run with staff: the address where they sign in, their password, and the run."""
    with RunOfUp(var, "--demo-staff") as run:
        run.wait_for_address()
        assert run.process.stdout
        found = INVITATION.match(run.process.stdout.readline())
        assert found, run.ended()
        yield found[1], found[2], run
        assert run.end(signal.SIGINT)[0] == 0


def may_enter(desk: str, password: str) -> bool:
    """Whether the desk's first page follows on the form with this password."""
    with httpx.Client(follow_redirects=True, trust_env=False) as visitor:
        form = visitor.get(desk)
        answer = visitor.post(
            form.url,
            data={
                "login": "demo@localhost",
                "password": password,
                "csrfmiddlewaretoken": visitor.cookies["csrftoken"],
                "next": "/admin/",
            },
        )
        return "logout-form" in answer.text


def all_that_is_kept(run: RunOfUp) -> Iterator[tuple[Path, bytes]]:
    """A run's files, and the command lines and environments of its processes, with their bytes."""
    paths = [path for path in run.var.rglob("*") if path.is_file()]
    for number in run.processes():
        paths += (Path(f"/proc/{number}/{name}") for name in ("cmdline", "environ"))
    for path in paths:
        with suppress(OSError):  # it may be gone by now
            yield path, path.read_bytes()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks into /proc")
def test_each_start_prints_a_password_of_its_own_which_is_kept_nowhere(var: Path) -> None:
    with run_with_staff(var) as (desk, first, run):
        assert may_enter(desk, first)
        assert not may_enter(desk, "another")
        kept = dict(all_that_is_kept(run))
        assert any(b"manage.py serve" in words.replace(b"\0", b" ") for words in kept.values())
        assert [path for path, words in kept.items() if first.encode() in words] == []
    with run_with_staff(var) as (desk, second, _):
        assert may_enter(desk, second)
        assert not may_enter(desk, first)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"DATABASE_URL": "sqlite:///own.sqlite3"}, "DATABASE_URL names a database of your own"),
        ({"ENVIRONMENT": "production"}, "ENVIRONMENT is not `local`"),
    ],
    ids=["own database", "production"],
)
def test_it_is_refused_elsewhere_before_anything_starts(
    tmp_path: Path, given: dict[str, str], reason: str
) -> None:
    with RunOfUp(tmp_path / "var", "--demo-staff", **given) as run:
        status, said = run.ended()
    assert status == 1
    assert reason in said
    assert said.count("\n") == 1
    assert not (tmp_path / "var").exists()


@pytest.mark.django_db
def test_an_account_that_was_shut_is_opened_again() -> None:
    people = get_user_model().objects
    people.create_user(demo_staff.NAME, is_active=False)
    password = demo_staff.new_password()
    demo_staff.admit(password)
    person = authenticate(email=demo_staff.ADDRESS, password=password)
    assert person is not None
    assert person == people.get(is_active=True, is_staff=True, is_superuser=True)
