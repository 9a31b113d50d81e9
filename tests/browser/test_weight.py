"""How much comes over the wire, compressed, and how calmly it is laid out."""

import gzip

import pytest
from playwright.sync_api import Page, Response

from tests.browser.looks import Look

FIRST_VIEW, LATER_PAGE, WHOLE = 100_000, 30_000, 60_000  # bytes
WATCHED = """
window.seen = {shift: 0, longest: 0};
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) seen.shift += one.value;
})).observe({type: "layout-shift", buffered: true});
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  seen.longest = Math.max(seen.longest, one.duration);
})).observe({type: "longtask", buffered: true});
"""
LATER = (
    *("check/", "cities/", "cities/beijing/", "compare-cities/beijing/shenzhen/", "method/"),
    *("glossary/", "help/", "privacy/", "report/", "data/", "data/wages/", "data/sources/"),
)
AT_ONCE = ("example/",)  # asked for as a whole, with everything behind it


class Wire:
    """What a page asks for until it is at rest; each body as a proxy compresses it.

    Static files are kept for good where they are served with hashed names: each weighs once.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._answers: list[Response] = []
        self._kept: set[str] = set()
        page.on("response", lambda answer: self._answers.append(answer))

    def weight(self, path: str) -> int:
        """Bytes that opening the page brings; what the browser has already brings none."""
        self._answers.clear()
        self._page.goto(path)
        self._page.wait_for_load_state("networkidle")
        came = [one for one in self._answers if one.status == 200 and one.url not in self._kept]
        self._kept |= {one.url for one in came if "/static/" in one.url}
        return sum(len(gzip.compress(one.body())) for one in came)


@pytest.mark.parametrize("look", [Look(width=360, language="zh")], ids=str)
def test_the_first_view_and_later_pages_are_light(page: Page, look: Look) -> None:
    wire = Wire(page)
    first = wire.weight(look.home)
    assert first <= FIRST_VIEW, first
    heavy = {path: weight for path in LATER if (weight := wire.weight(f"/{path}")) > LATER_PAGE}
    assert not heavy
    assert all(wire.weight(f"/{path}") <= WHOLE for path in AT_ONCE)


@pytest.mark.parametrize("look", [Look(width=360, language="zh")], ids=str)
def test_pages_stay_where_they_are_and_leave_the_thread_free(page: Page, look: Look) -> None:
    page.add_init_script(WATCHED)
    for path in ("", "cities/", "cities/beijing/", "method/"):
        longest = []
        for _ in range(3):  # another program may hold the processor: the calmest counts
            page.goto(f"/{path}")
            page.wait_for_load_state("networkidle")
            seen = page.evaluate("seen")
            assert seen["shift"] < 0.05, path
            longest.append(seen["longest"])
        assert min(longest) <= 200, path
