"""Pages of cities in a browser: no barrier, no sideways scrolling, all without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import PHONE, Look
from tests.browser.test_cities import does_not_scroll_sideways, open_everything

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

WORKING_OUT = 30_000  # milliseconds that a slow machine may take for an answer
ENGLISH = Look(language="en")
LOOKS = (
    ENGLISH,
    Look(scheme="dark"),
    Look(width=PHONE),
    Look(width=320, scheme="dark", language="en"),
)


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("city", "cities/liaoyuan/"),
        ("city-empty", "cities/sansha/"),
        ("side-by-side", "compare-cities/qianxinan/shenzhen/"),
    ],
)
def test_a_page_of_cities_has_no_barrier_and_fits_the_screen(
    page: Page, look: Look, axe: Check, screenshot: Keep, name: str, address: str
) -> None:
    page.goto(f"{look.home}{address}")
    expect(page.locator("h1")).to_be_visible(timeout=WORKING_OUT)
    open_everything(page)
    axe(page)
    assert does_not_scroll_sideways(page)
    screenshot(page, name)


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_from_the_list_to_a_city_and_on_to_ones_own_without_scripts(
    page_without_scripts: Page, look: Look
) -> None:
    page = page_without_scripts
    page.goto(f"{look.home}cities/?tier=first")
    page.get_by_role("link", name="Shenzhen", exact=True).click(timeout=WORKING_OUT)
    expect(page.locator("h1")).to_contain_text("Shenzhen", timeout=WORKING_OUT)
    page.get_by_label("Compare with my city").fill("辽源")
    page.get_by_role("button", name="Side by side").click()
    expect(page.locator("h1")).to_have_text("Liaoyuan and Shenzhen side by side")
    page.get_by_role("link", name="Swap both").click()
    expect(page.locator("h1")).to_have_text("Shenzhen and Liaoyuan side by side")
    assert page.url.endswith("/en/compare-cities/shenzhen/liaoyuan/")
