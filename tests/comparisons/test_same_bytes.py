"""The same question gets the same answer to the byte, in any process."""

import os
import subprocess
import sys

from tests.product_modules import ROOT

PROGRAM = """
import json
import django
django.setup()
from tests.comparisons.test_comparison_document import CONTRACT, answered
print(json.dumps(answered(CONTRACT), ensure_ascii=False))
"""


def answer(hash_seed):
    """The answer's bytes from a new process, whose sets and dictionaries hash apart."""
    surroundings = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONHASHSEED": str(hash_seed),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-c", PROGRAM]
    ran = subprocess.run(command, cwd=ROOT, env=surroundings, check=True, capture_output=True)
    return ran.stdout


def test_two_processes_answer_with_the_same_bytes():
    first = answer(hash_seed=1)
    assert b'"verdict"' in first
    assert first == answer(hash_seed=2)
