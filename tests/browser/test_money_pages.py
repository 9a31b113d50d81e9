"""Glossary, rent or buy, and the chances in all cities in a browser, with scripts on and off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from advisor.comparisons.models import Draft
from tests.browser.looks import EVERY_LOOK, Look

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

WORKING_OUT = 30_000  # milliseconds that a slow machine may take for an answer
FIELDS = {"home": "辽源", "gross": "8000"}


def ask(page: Page, look: Look) -> str:
    """Ask the quick question; the address of the answer."""
    page.goto(f"{look.home}check/")
    for name, text in FIELDS.items():
        page.locator(f"[name={name}]").fill(text)
    page.locator("[name=kind][value=renter]").check()
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator("#answer")).to_be_visible(timeout=WORKING_OUT)
    return page.url.removesuffix("whole/")  # where scripts are off, all of it is sent


def does_not_scroll_sideways(page: Page) -> bool:
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return bool(page.evaluate(width) <= 0)


def is_sound(page: Page, axe: Check) -> None:
    axe(page)
    assert does_not_scroll_sideways(page)


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_the_glossary_has_no_barrier(page: Page, look: Look, axe: Check, screenshot: Keep) -> None:
    page.goto(f"{look.home}glossary/")
    is_sound(page, axe)
    screenshot(page, "glossary")


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_rent_or_buy_has_no_barrier(page: Page, look: Look, axe: Check, screenshot: Keep) -> None:
    page.goto(f"{ask(page, look)}rent-or-buy/")
    is_sound(page, axe)
    screenshot(page, "rent-or-buy")


@pytest.mark.parametrize("look", EVERY_LOOK[:1], ids=str)
def test_a_word_on_the_result_leads_to_its_meaning(page: Page, look: Look) -> None:
    ask(page, look)
    page.locator('main a[href$="/glossary/#gross"]').click()
    expect(page.locator("#gross")).to_be_in_viewport()


def with_an_offer(address: str) -> str:
    """Give the draft of an answer an offer; the address of its chances in all cities."""
    draft = Draft.objects.get(pk=address.rstrip("/").rpartition("/")[2])
    first, *others = draft.document["destinations"]
    draft.document["destinations"] = [{**first, "offers": [{"gross_monthly": 12_000}]}, *others]
    draft.save()
    return f"cities/chances/?for={draft.pk}"


@pytest.mark.parametrize("look", [EVERY_LOOK[0], EVERY_LOOK[-1]], ids=str)
def test_chances_in_all_cities_come_block_by_block(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    page.goto(f"{look.home}{with_an_offer(ask(page, look))}")
    expect(page.locator("#chances tbody tr").nth(60)).to_be_attached(timeout=WORKING_OUT)
    is_sound(page, axe)
    screenshot(page, "chances")


@pytest.mark.parametrize("look", EVERY_LOOK[:1], ids=str)
def test_without_scripts_a_link_works_out_more_cities(
    page_without_scripts: Page, look: Look
) -> None:
    page = page_without_scripts
    page.goto(f"{look.home}{with_an_offer(ask(page, look))}")
    before = page.locator("#chances tbody tr").count()
    page.locator("#chances a").click()
    expect(page.locator("#chances tbody tr")).not_to_have_count(before)
