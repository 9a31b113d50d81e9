"""A process that serves pages carries only what pages need."""

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = ("pandas", "pandera", "advisor.sources", "matplotlib", "scipy")


def test_pages_of_every_kind_are_served_without_what_only_tasks_need(
    transactional_db: None,
) -> None:
    visit = subprocess.run(
        [sys.executable, "-m", "tests.visit_every_page"],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "advisor.settings"},
        capture_output=True,
        text=True,
    )
    assert visit.returncode == 0, visit.stderr[-2000:]
    seen = json.loads(visit.stdout)
    assert not seen["unvisited"], "\n".join(seen["unvisited"])
    assert [name for name in HEAVY if name in seen["modules"]] == []
