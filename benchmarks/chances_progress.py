"""Print when the chances of all cities show progress: `python -m benchmarks.chances_progress`.

A browser opens the page for households never asked before; beside it the plain page in the same
browser, and without scripts the first byte of the page. Needs the test requirements and Chromium.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, Page, sync_playwright

from benchmarks.run import free_port, prepared
from benchmarks.serving import Visitor, address_asked, served
from benchmarks.timing import Row, written

ROUNDS = 7
OFFER = {"gross_monthly": 12_000}  # with one, every city has an answer
AT_MOST = 1.0  # seconds until something moves
SECONDS = 60_000  # milliseconds a browser waits at most
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Measure and print."""
    os.environ["STATIC_COLLECTED"] = "1"
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        prepared(folder)
        with served(folder, port):
            visitor = Visitor(port)
            visitor.get("/check/")
            pages = [_chances_of(visitor, 4000 + 7 * number) for number in range(2 * ROUNDS + 2)]
            rows = _rows(visitor, pages)
    print(f"{os.cpu_count()} cores\n\n{written(rows)}")  # noqa: T201  what it is for


def _rows(visitor: Visitor, pages: list[str]) -> list[Row]:
    with sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, BROWSERS)), None)
        with playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser:
            context = browser.new_context(base_url=f"http://127.0.0.1:{visitor.port}")
            _as_visitor(context, visitor)
            page = context.new_page()
            plain = [_opened(page, visitor, "/plain/", "table") for _ in range(ROUNDS + 1)]
            first = [_opened(page, visitor, path, "progress") for path in pages[: ROUNDS + 1]]
            more = _next_block(page)
            page.goto("about:blank")
            visitor.get("/healthz")
    bytes_ = [_first_byte(visitor, path) for path in pages[ROUNDS + 1 :]]
    yardstick = median(plain[1:])
    return [
        _row("progress is visible, with scripts", first[1:], yardstick),
        _row("first byte, without scripts", bytes_[1:], yardstick),
        Row(bar="", what="the next block after the first", ratio=more / yardstick,
            note=f"{more * 1000:.0f} ms"),
    ]  # fmt: skip


def _row(what: str, times: list[float], yardstick: float) -> Row:
    middle = median(times)
    note = (
        f"{middle * 1000:.0f} ms, the slowest {max(times) * 1000:.0f} ms;"
        f" the plain page {yardstick * 1000:.0f} ms"
    )
    return Row(
        bar="progress", what=what, ratio=middle / yardstick,
        limit=f"<= {AT_MOST:g} s", met=middle <= AT_MOST, note=note,
    )  # fmt: skip


def _chances_of(visitor: Visitor, gross: int) -> str:
    """The address of the chances, in every city, of a household never asked about before."""
    from advisor.comparisons.models import Draft  # noqa: PLC0415  Django must be set up first

    draft = Draft.objects.get(pk=address_asked(visitor, gross).strip("/").split("/")[-1])
    draft.document = draft.document | {"destinations": [{"city": "440300", "offers": [OFFER]}]}
    draft.save()
    return f"/cities/chances/?for={draft.pk}"


def _as_visitor(context: BrowserContext, visitor: Visitor) -> None:
    context.add_cookies(
        [
            {"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}
            for name, value in visitor.cookies.items()
        ]
    )


def _opened(page: Page, visitor: Visitor, path: str, what: str) -> float:
    """Seconds until that is visible; nothing that an earlier page asked for is under way."""
    page.goto("about:blank")
    visitor.get("/healthz")
    start = time.perf_counter()
    page.goto(path, wait_until="commit")
    page.locator(what).first.wait_for(timeout=SECONDS)
    return time.perf_counter() - start


def _next_block(page: Page) -> float:
    """Seconds until the progress has moved on."""
    done = page.locator("progress").get_attribute("value")
    start = time.perf_counter()
    page.locator(f"progress:not([value='{done}'])").wait_for(timeout=SECONDS)
    return time.perf_counter() - start


def _first_byte(visitor: Visitor, path: str) -> float:
    """Seconds until the page begins to come."""
    connection = HTTPConnection("127.0.0.1", visitor.port, timeout=60)
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    start = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": cookies})
    response = connection.getresponse()
    response.read(1)
    seconds = time.perf_counter() - start
    connection.close()
    if response.status != 200:
        raise RuntimeError(f"{path} was answered with {response.status}")
    return seconds


if __name__ == "__main__":
    main()
