"""The list of all cities and the method page in a browser, with scripts on and off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looks import EVERY_LOOK, PHONE, Look

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

ENGLISH = Look(language="en")
NARROW = Look(width=320, language="en")
WORKING_OUT = 30_000  # milliseconds that a slow machine may take for an answer


def open_cities(page: Page, look: Look) -> None:
    page.goto(f"{look.home}cities/")
    expect(page.locator("table.cities")).to_be_visible(timeout=WORKING_OUT)


def does_not_scroll_sideways(page: Page) -> bool:
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return bool(page.evaluate(width) <= 0)


def open_everything(page: Page) -> None:
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


@pytest.mark.parametrize("look", [*EVERY_LOOK, NARROW], ids=str)
def test_the_list_of_cities_has_no_barrier_and_fits_the_screen(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    open_cities(page, look)
    open_everything(page)
    axe(page)
    assert does_not_scroll_sideways(page)
    screenshot(page, "cities")


@pytest.mark.parametrize("look", [*EVERY_LOOK, NARROW], ids=str)
def test_the_method_has_no_barrier_and_fits_the_screen(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    page.goto(f"{look.home}method/")
    expect(page.locator("#back-test-table")).to_be_visible(timeout=WORKING_OUT)
    open_everything(page)
    axe(page)
    assert does_not_scroll_sideways(page)
    screenshot(page, "method")


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_a_filter_changes_list_count_and_address_in_place(page: Page, look: Look) -> None:
    open_cities(page, look)
    page.evaluate("document.body.dataset.same = 'page'")
    page.get_by_label("Tier").select_option("first")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#count")).to_have_text("Cities 1 to 4 of 4 that fit, out of 361")
    expect(page.locator("table.cities tbody tr:not(.band)")).to_have_count(4)
    assert page.url.endswith("/en/cities/?tier=first")
    assert page.evaluate("document.body.dataset.same") == "page"
    expect(page.get_by_role("button", name="Show")).to_be_focused()


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_reload_and_back_bring_the_filtered_list_again(page: Page, look: Look) -> None:
    open_cities(page, look)
    page.get_by_label("Tier").select_option("first")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#count")).to_contain_text("of 4 that fit")
    page.reload()
    expect(page.locator("#count")).to_contain_text("of 4 that fit")
    page.locator("nav.pages a", has_text="Method").click()
    expect(page.locator("h1")).to_have_text("How it is worked out", timeout=WORKING_OUT)
    page.go_back()
    expect(page.locator("#count")).to_contain_text("of 4 that fit")
    expect(page.get_by_label("Tier")).to_have_value("first")


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_without_scripts_the_list_is_narrowed_ordered_and_paged(
    page_without_scripts: Page, look: Look
) -> None:
    page = page_without_scripts
    open_cities(page, look)
    page.get_by_label("Distance from home").select_option("2000")
    page.get_by_label("Order").select_option("rent")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#count")).to_contain_text("Cities 1 to 50 of")
    page.get_by_role("link", name="Page 2", exact=True).click()
    expect(page.locator("#count")).to_contain_text("Cities 51 to 100 of")
    expect(page.get_by_label("Order")).to_have_value("rent")


@pytest.mark.parametrize("look", [ENGLISH, Look(width=PHONE)], ids=str)
def test_from_an_answer_to_all_cities_for_the_same_household(
    page_without_scripts: Page, look: Look, screenshot: Keep
) -> None:
    page = page_without_scripts
    page.goto(look.home)
    page.locator("#id_home").fill("辽源")
    page.locator("#id_gross").fill("5,200")
    page.locator("#id_kind_1").check()
    page.locator("form.quick > button").click()
    page.locator("a[href*='/cities/?for=']").click()
    expect(page.locator(".promise")).to_contain_text("5,200", timeout=WORKING_OUT)
    screenshot(page, "cities-own")


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_the_rules_of_another_city_are_shown_without_scripts(
    page_without_scripts: Page, look: Look
) -> None:
    page = page_without_scripts
    page.goto("/en/method/")
    page.locator("#id_city").fill("Shenzhen")
    page.get_by_role("button", name="Show its rules").click()
    expect(page.locator("#contributions-of-city caption")).to_have_text("Contributions in Shenzhen")
