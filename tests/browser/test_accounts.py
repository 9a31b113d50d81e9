"""Signing up, the second factor and one's own pages in a browser, and without scripts."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal import auth
from playwright.sync_api import Page, expect

from tests.accounts.people import ADDRESS, PHRASE, link_in_mail, person
from tests.browser.looks import EVERY_LOOK, Look

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

UNLIKE = (EVERY_LOOK[0], EVERY_LOOK[-1])  # each language once, wide and light, narrow and dark
OPEN = ("login/", "signup/", "password/reset/", "password/reset/done/", "confirm-email/guessed/")
OWN = ("accounts/email/", "accounts/password/change/", "accounts/sessions/", "accounts/2fa/",
       "account/", "account/data/")  # fmt: skip


def fill(page: Page, **given: str) -> None:
    """Fill the form and send it."""
    for name, text in given.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("main form:has(label) [type=submit]").first.click()


def has_no_sideways_scrolling(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.parametrize("look", UNLIKE, ids=str)
def test_every_page_of_an_account_has_no_barrier(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    def inspect(name: str) -> None:
        expect(page.locator("h1")).to_have_count(1)
        assert has_no_sideways_scrolling(page), page.url
        axe(page)
        screenshot(page, f"account-{name}")

    for path in OPEN:
        page.goto(f"{look.home}accounts/{path}")
        inspect(path.replace("/", "-"))
    person()
    page.goto(f"{look.home}accounts/login/")
    fill(page, login=ADDRESS, password=PHRASE[1:])
    expect(page.locator(".faults")).to_be_visible()
    inspect("login-failed")
    fill(page, password=PHRASE)
    for path in OWN:
        page.goto(f"{look.home}{path}")
        inspect(path.replace("/", "-"))
    set_up_second_factor(page, look, inspect)
    page.goto(f"{look.home}account/data/delete/")
    inspect("delete")
    page.locator("main form:not([action*=logout]) [type=submit]").click()
    expect(page.locator(".note")).to_be_visible()
    inspect("deleted")


def set_up_second_factor(page: Page, look: Look, inspect: Callable[[str], None]) -> None:
    page.goto(f"{look.home}accounts/2fa/totp/activate/")
    inspect("reauthenticate")
    fill(page, password=PHRASE)
    expect(page.locator(".qr")).to_be_visible()
    assert page.locator(".qr").evaluate("image => image.complete && image.naturalWidth > 0")
    inspect("activate")
    counter = next(iter(auth.yield_hotp_counters_from_time()))
    secret = page.locator("main code").inner_text()
    fill(page, code=auth.format_hotp_value(auth.hotp_value(secret, counter)))
    expect(page.locator(".codes li")).to_have_count(10)
    inspect("codes")
    page.goto(f"{look.home}accounts/2fa/")
    inspect("second-factor-on")


@pytest.mark.parametrize("look", UNLIKE[:1], ids=str)
def test_a_visitor_signs_up_without_scripts_and_finds_the_way_back(
    page_without_scripts: Page, look: Look
) -> None:
    page = page_without_scripts
    page.goto(look.home)
    page.locator(f"header a[href='{look.home}account/']").click()
    page.locator(f"main a[href^='{look.home}accounts/signup/']").click()
    fill(page, email=ADDRESS, password1=PHRASE)
    page.goto(link_in_mail())
    page.locator("main form [type=submit]").click()
    expect(page.locator("dl.account")).to_contain_text(ADDRESS)
