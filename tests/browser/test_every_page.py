"""Every kind of public page in a browser: no barrier, a sound outline, narrow, and still."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.looks import Look

type Check = Callable[[Page], None]

PATHS = (
    *("", "example/", "check/", "cities/", "cities/liaoyuan/", "compare-cities/"),
    *("compare-cities/liaoyuan/shenzhen/", "method/", "glossary/", "help/", "about/", "privacy/"),
    *("report/", "report/?received=1", "data/", "data/wages/", "data/sources/", "data/editions/"),
    *("places/?q=liao", "absent/", "cities/absent/", "accounts/login/", "accounts/signup/"),
)
LOOKS = (Look(width=320, language="zh"), Look(width=1280, scheme="dark", language="en"))
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTLINE = """() => ({
  h1: document.querySelectorAll("h1").length,
  main: document.querySelectorAll("main").length,
  skipped: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
    .map((one) => Number(one.tagName[1]))
    .filter((level, at, levels) => at && level > levels[at - 1] + 1).length,
  unnamed: [...document.querySelectorAll("nav, [role=region], section[aria-labelledby]")]
    .filter((one) => !(one.getAttribute("aria-label")
      || document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim()))
    .map((one) => one.outerHTML.slice(0, 80)),
})"""
MOVING = """() => document.getAnimations().length"""


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_page_has_no_barrier_fits_the_screen_and_is_well_outlined(
    page: Page, look: Look, axe: Check
) -> None:
    page.emulate_media(color_scheme=look.scheme, reduced_motion="reduce")
    wrong: list[str] = []
    for path in PATHS:
        page.goto(f"{look.home}{path}")
        wrong += [f"{path or 'home'}: {fault}" for fault in (*barriers(page, axe), *faults(page))]
    assert not wrong, "\n".join(wrong)


def barriers(page: Page, axe: Check) -> list[str]:
    """What axe finds, so that one page does not hide the others."""
    try:
        axe(page)
    except AssertionError as found:
        return [str(found)]
    return []


def faults(page: Page) -> Iterator[str]:
    """What is wrong with width, outline and rest."""
    outline: dict[str, Any] = page.evaluate(OUTLINE)
    if page.evaluate(WIDTH) > 0:
        yield "scrolls sideways"
    if (outline["h1"], outline["main"]) != (1, 1):
        yield f"{outline['h1']} h1, {outline['main']} main"
    if outline["skipped"]:
        yield "a heading skips a level"
    yield from (f"no name: {one}" for one in outline["unnamed"])
    if page.evaluate(MOVING):
        yield "moves though less motion is asked for"


@pytest.mark.parametrize("look", [Look(width=360, language="en")], ids=str)
def test_forms_stay_visible_in_forced_colours(page: Page, look: Look) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{look.home}report/")
    for name in ("#id_figure", "#id_wrong", "main button"):
        field = page.locator(name)
        border = field.evaluate(
            "(one) => ['borderTopColor', 'borderTopStyle', 'borderTopWidth', 'backgroundColor']"
            ".map((name) => getComputedStyle(one)[name])"
        )
        assert border[1] != "none"
        assert border[2] != "0px"
        assert border[0] != border[3], name
