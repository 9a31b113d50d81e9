"""The queue, its schedule and its tasks."""

import subprocess
import sys
from pathlib import Path

import pytest

from advisor.celery import app
from tests.web.run_of_up import ROOT, environment

MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in sorted(Path(ROOT, "advisor").glob("*/tasks.py"))
    if "shared_task" in path.read_text()
]


def python(code: str) -> str:
    """What a fresh process with Django set up prints."""
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {code}"],
        cwd=ROOT,
        env=environment(DJANGO_SETTINGS_MODULE="advisor.settings"),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize("module", MODULES)
def test_a_task_is_sent_to_our_queue_whoever_sends_it(module: str) -> None:
    assert python(f"import {module}, celery; print(celery.current_app.main)") == "quliu"


def test_everything_scheduled_is_a_task_that_a_worker_knows() -> None:
    known = python(
        "from advisor.celery import app; app.loader.import_default_modules(); print(*app.tasks)"
    ).split()
    assert {entry["task"] for entry in app.conf.beat_schedule.values()} <= {*known}


def test_a_worker_loads_no_pandas_before_its_first_refresh() -> None:
    code = "import sys; from advisor.celery import app; app.loader.import_default_modules()"
    assert python(f"{code}; print('pandas' in sys.modules)") == "False"


def test_a_task_that_its_worker_did_not_finish_is_given_to_another() -> None:
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.worker_prefetch_multiplier == 1
