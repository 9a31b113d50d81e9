"""The examples of docs/api.md, run as they stand there."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.api.problem_kinds import KINDS
from advisor.api.work_limit import MOST_YEARS

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SITE = "http://127.0.0.1:8000"
EXAMPLES = re.findall(r"```sh\n(.*?)```.*?```json\n(.*?)```", TEXT, re.DOTALL)
PROGRAMS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def holds(found, told):
    """Whether what is told of an answer is in it: of objects some keys, all else as it is."""
    if isinstance(told, dict):
        return all(key in found and holds(found[key], inner) for key, inner in told.items())
    if isinstance(told, list):
        return len(found) == len(told) and all(map(holds, found, told))
    return found == told


def run(live_server, *command):
    """The standard output of a command that ends well."""
    command = [part.replace(SITE, live_server.url) for part in command]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=True, encoding="utf-8"
    ).stdout


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on this machine")
def test_the_examples_get_the_answers_shown(live_server):
    assert len(EXAMPLES) == 4
    for command, told in EXAMPLES:
        assert command.startswith("curl -s ")
        answer = json.loads(run(live_server, "sh", "-c", command))
        assert holds(answer, json.loads(told)), command


def test_the_program_runs(live_server):
    (program,) = PROGRAMS
    printed = run(live_server, sys.executable, "-c", program).splitlines()
    assert [line.split()[0] for line in printed] == ["220100", "210200"]


def test_the_numbers_told_are_those_that_hold(settings):
    assert f"{MOST_YEARS:,} a request" in TEXT
    for kind in KINDS:
        assert str(kind.status) in TEXT
    rates = settings.API_RATES
    assert f"{rates['compare'].removesuffix('/min')} comparisons" in TEXT
    assert f"{rates['net-pay'].removesuffix('/min')} net pays" in TEXT
    assert f"{rates['cities'].removesuffix('/min')} lists of cities a minute" in TEXT
