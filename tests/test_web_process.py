"""A process that serves pages carries only what pages need, and every page is valid HTML."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.servers.private_folder import FOLDER

ROOT = Path(__file__).parents[1]
HEAVY = ("pandas", "pandera", "advisor.sources", "matplotlib", "scipy")
NO_NODE = shutil.which("npm") is None and os.environ.get("CI") != "true"


@cache
def visit(database: str) -> tuple[dict[str, Any], Path]:
    """What was seen by asking for a page of every kind, and the folder with the pages."""
    pages = FOLDER / f"pages-{abs(hash(database))}"
    pages.mkdir()
    visited = subprocess.run(
        [sys.executable, "-m", "tests.visit_every_page", str(pages)],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "advisor.settings"},
        capture_output=True,
        text=True,
    )
    assert visited.returncode == 0, visited.stderr[-2000:]
    return json.loads(visited.stdout), pages


def test_pages_of_every_kind_are_served_without_what_only_tasks_need(
    transactional_db: None,
) -> None:
    seen, _ = visit(os.environ["DATABASE_URL"])
    assert not seen["unvisited"], "\n".join(seen["unvisited"])
    assert [name for name in HEAVY if name in seen["modules"]] == []


@pytest.mark.skipif(NO_NODE, reason="HTML of every page: no npm on this machine")
def test_pages_of_every_kind_are_valid_html(transactional_db: None) -> None:
    _, pages = visit(os.environ["DATABASE_URL"])
    assert len([*pages.glob("*.html")]) > 50
    checked = subprocess.run(
        [html_validate(), "--config", ".htmlvalidate.json", "--formatter", "text", str(pages)],
        cwd=ROOT / "tests" / "html",
        capture_output=True,
        text=True,
    )
    assert checked.returncode == 0, checked.stdout[-3000:] + checked.stderr[-1000:]


@cache
def html_validate() -> Path:
    """The checker, installed under var/ from what is pinned where it is not there yet."""
    folder = ROOT / "var" / "html"
    folder.mkdir(parents=True, exist_ok=True)
    pinned = ROOT / "tests" / "html" / "package-lock.json"
    lock = folder / pinned.name
    if not lock.exists() or lock.read_bytes() != pinned.read_bytes():
        shutil.copy(pinned.with_name("package.json"), folder)
        install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        shutil.copy(pinned, folder / "npm-shrinkwrap.json")  # the lock itself says: all is there
        subprocess.run(install, cwd=folder, check=True, capture_output=True)
        shutil.copy(pinned, lock)
    return folder / "node_modules" / ".bin" / "html-validate"
