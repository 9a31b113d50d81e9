"""A real browser in front of a real server. Debian's Chromium, found on the path.

Where there is none, tests that need it are skipped by name; in CI they fail.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.looks import Look
from tests.browser.witness import Witness

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",  # nothing leaves this machine
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what needs a browser, and skip it under its own name where there is none."""
    if "browser" not in getattr(item, "fixturenames", ()):
        return
    item.add_marker("browser")
    if CHROMIUM is None and os.environ.get("CI") != "true":
        reason = f"{item.name}: no Chromium on this machine"
        item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    assert CHROMIUM, "CI must install Chromium"
    with (
        pytest.MonkeyPatch.context() as patch,
        sync_playwright() as playwright,
    ):
        # Playwright leaves an event loop running in this thread, where Django's guard sees it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET) as browser:
            yield browser


@pytest.fixture
def look() -> Look:
    """How the visitor's screen is; parametrize a test by `look` to try others."""
    return Look()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer, look: Look) -> Iterator[Page]:
    """A new visitor's page; the test fails if anything went wrong behind its back."""
    with _visit(browser, live_server, look, scripts=True) as page:
        yield page


@pytest.fixture
def page_without_scripts(browser: Browser, live_server: LiveServer, look: Look) -> Iterator[Page]:
    """The same with scripts switched off."""
    with _visit(browser, live_server, look, scripts=False) as page:
        yield page


@contextmanager
def _visit(browser: Browser, server: LiveServer, look: Look, *, scripts: bool) -> Iterator[Page]:
    with browser.new_context(
        base_url=server.url, java_script_enabled=scripts, **look.context_options()
    ) as context:
        witness = Witness(server.url)
        witness.watch(context)
        yield context.new_page()
        assert not witness.troubles


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """Assert that a page has no barrier that axe-core finds."""
    # Its own copies of the style sheets are what a strict policy forbids.
    options = {"resultTypes": ["violations"], "preload": False}

    def assert_no_violations(page: Page) -> None:
        results = Axe().run(page, options=options)
        assert results.violations_count == 0, results.generate_report()

    return assert_no_violations


@pytest.fixture
def screenshot(request: pytest.FixtureRequest, look: Look) -> Callable[[Page, str], None]:
    """Keep a picture of the whole page under var/screenshots, where `--screenshots` is given."""

    def keep(page: Page, name: str) -> None:
        if request.config.getoption("screenshots"):
            folder = ROOT / "var" / "screenshots"
            page.screenshot(path=folder / f"{name}-{look}.png", full_page=True)

    return keep
