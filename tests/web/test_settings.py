"""The settings: strict and loud in production, working without any on one's own machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.mailer import mailer
from tests.web.run_of_up import ROOT, SETTINGS, environment

PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "a-key-of-fifty-and-more-signs-0123456789-abcdefghijklmnop",
    "ALLOWED_HOSTS": "quliu.example",
    "DATABASE_URL": "postgres://quliu@db/quliu",
    "REDIS_URL": "redis://redis:6379/0",
    "EMAIL_URL": "smtp+tls://quliu:secret@mail.example",
}


READS = re.compile(r"""(?:env\.\w+|environ\.get)\(\s*"([A-Z_]+)\"""")


def check(var: Path, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    """`manage.py check` with these settings and no others."""
    return subprocess.run(
        [sys.executable, "manage.py", "check", *words],
        cwd=ROOT,
        env=environment(VAR_DIR=str(var), **given),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_server_with_everything_set_passes_every_check(tmp_path: Path) -> None:
    done = check(tmp_path, "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_in_production_nothing_is_guessed(tmp_path: Path, name: str) -> None:
    given = {one: value for one, value in PRODUCTION.items() if one != name}
    done = check(tmp_path, **given)
    assert done.returncode == 1
    assert done.stderr == f"Wrong settings: Set the {name} environment variable\n"


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL", "EMAIL_URL"])
def test_a_deploy_check_names_what_is_still_of_a_single_machine(tmp_path: Path, name: str) -> None:
    given = {one: value for one, value in PRODUCTION.items() if one != name}
    done = check(tmp_path, "--deploy", "--fail-level", "WARNING", **given)
    assert done.returncode == 1
    assert f"{name} is not set" in done.stderr


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("ENVIRONMENT", "prod", "ENVIRONMENT is 'prod'"),
        ("EMAIL_URL", "pigeon://loft", "EMAIL_URL must be smtp://"),
    ],
)
def test_a_wrong_value_is_named_in_one_sentence(
    tmp_path: Path, name: str, value: str, said: str
) -> None:
    done = check(tmp_path, **{name: value})
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_any_setting_a_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    assert check(tmp_path / "var").returncode == 0
    key = tmp_path / "var" / "secret_key"
    first = key.read_text()
    assert check(tmp_path / "var").returncode == 0
    assert key.read_text() == first
    assert len(first) >= 50
    assert key.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://mail.example", {"host": "mail.example", "port": 25, "use_tls": False}),
        ("smtp+tls://a%40b:c%2Fd@m:2525", {"username": "a@b", "password": "c/d", "port": 2525}),
        ("smtp+ssl://m", {"port": 465, "use_ssl": True}),
    ],
)
def test_a_mail_server_is_named_by_its_address(url: str, options: dict[str, object]) -> None:
    assert mailer(url, kept_in=Path())["OPTIONS"].items() >= options.items()


def test_the_example_names_every_setting_that_is_read_and_no_other() -> None:
    files = [*Path(ROOT, "advisor").glob("*.py"), *Path(ROOT, "advisor", "web").glob("*.py")]
    read = {name for path in files for name in READS.findall(path.read_text())}
    elsewhere = {"PATH", "PYENV_ROOT", "UV_PYTHON_INSTALL_DIR"}
    assert sorted(read - elsewhere) == sorted(SETTINGS)
