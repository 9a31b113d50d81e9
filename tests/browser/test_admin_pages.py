"""Staff signing in, and their first page, in a browser under the strict policy."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from advisor.web import demo_staff
from tests.browser.looks import EVERY_LOOK, Look

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

UNLIKE = (*EVERY_LOOK[:2], *EVERY_LOOK[-2:])  # both languages, each narrow and wide, light and dark


def sign_in(page: Page, password: str) -> None:
    page.locator("[name=login]").fill(demo_staff.ADDRESS)
    page.locator("[name=password]").fill(password)
    page.locator("main form [type=submit]").click()


@pytest.mark.parametrize("look", UNLIKE, ids=str)
def test_signing_in_and_the_first_page_have_no_barrier(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    password = demo_staff.new_password()
    demo_staff.admit(password)
    page.goto(f"{look.home}admin/")
    assert page.locator("h1").count() == 1
    axe(page)
    sign_in(page, "not that one")
    expect(page.locator(".faults")).to_be_visible()
    axe(page)
    screenshot(page, "admin-login")
    sign_in(page, password)
    expect(page.locator("#user-tools")).to_be_visible()
    axe(page)
    screenshot(page, "admin")


@pytest.mark.parametrize("look", UNLIKE[:2], ids=str)
def test_staff_sign_in_without_scripts(page_without_scripts: Page, look: Look) -> None:
    password = demo_staff.new_password()
    demo_staff.admit(password)
    page_without_scripts.goto(f"{look.home}admin/")
    sign_in(page_without_scripts, password)
    expect(page_without_scripts.locator("#user-tools")).to_be_visible()
