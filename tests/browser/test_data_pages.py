"""The data in the open, in a browser: no barrier, nothing that scrolls sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.looks import EVERY_LOOK, Look

PATHS = ("data/", "data/wages/", "data/sources/", "data/editions/")


@pytest.mark.parametrize("look", EVERY_LOOK[::3], ids=str)
def test_the_pages_of_the_data_have_no_barrier(
    page: Page, look: Look, axe: Callable[[Page], None]
) -> None:
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for path in PATHS:
        page.goto(f"{look.home}{path}")
        axe(page)
        assert page.evaluate(width) <= 0, path
