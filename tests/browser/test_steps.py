"""The whole household in a real browser: six steps without scripts, everything on one page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import PHONE, Look
from tests.browser.test_journeys import WORKING_OUT, does_not_scroll_sideways

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

ENGLISH = Look(language="en", width=PHONE)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Next").click()


def test_without_scripts_six_steps_lead_to_an_answer(page_without_scripts: Page) -> None:
    page = page_without_scripts
    page.goto("/en/")
    page.get_by_role("link", name="Rather step by step").click()
    page.locator("#id_you-city").fill("辽源")
    page.locator("#id_you-gross").fill("a lot")
    go_on(page)
    expect(page).to_have_title("Error: You · Quliu")
    expect(page.locator("#id_you-city")).to_have_value("辽源")
    page.locator("#id_you-gross").fill("4,500")
    go_on(page)
    expect(page.locator(".eyebrow")).to_have_text("Step 2 of 6 · then: Home")
    page.locator("#id_work-sector").select_option("P")
    go_on(page)
    page.locator("#id_home-details-kind_0").check()
    go_on(page)
    page.locator("#id_family-born_0").fill("2018-05")
    page.locator("#id_partner-who").select_option("both")
    page.locator("#id_partner-gross").fill("3000")
    go_on(page)
    page.locator("#id_everywhere-kind").select_option("two_bed")
    go_on(page)
    expect(page.locator(".eyebrow")).to_have_text("Step 6 of 6")
    page.locator("#id_savings-savings").fill("6万")
    page.get_by_role("button", name="Show me the answer").click()
    expect(page.locator("#editor-partner")).to_contain_text("CNY 3,000", timeout=WORKING_OUT)
    expect(page.locator("#editor-family")).to_contain_text("May 2018, moves along")
    expect(page.locator("#editor-work")).to_contain_text("P Education")


@pytest.mark.parametrize("look", [ENGLISH, Look(width=PHONE, scheme="dark")], ids=str)
def test_steps_and_everything_have_no_barrier_and_fit_a_phone(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    page.goto(f"{look.home}steps/")
    page.locator("#id_you-city").fill("辽源")
    page.keyboard.press("Escape")
    page.locator("#id_you-gross").fill("4500")
    axe(page)
    page.locator(".actions button").first.click()
    page.wait_for_url("**/steps/2/")
    first = page.url.removesuffix("steps/2/")
    for tail in (*(f"steps/{number}/" for number in range(2, 7)), "all/", "conventions/"):
        page.goto(first + tail)
        assert does_not_scroll_sideways(page), tail
        axe(page)
        screenshot(page, tail.strip("/").replace("/", "-"))
