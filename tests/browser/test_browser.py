"""The browser tests see what they are meant to see."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.looks import PHONE, Look
from tests.browser.witness import Witness

ICON = "<link rel='icon' href='data:,'>"
STRICT = {
    "content-security-policy": "default-src 'self'; img-src 'self' data:",
    "content-type": "text/html",
}


@pytest.mark.parametrize("look", [Look(), Look(width=PHONE, scheme="dark", language="en")], ids=str)
def test_a_visitor_has_the_screen_and_language_of_the_look(page: Page, look: Look) -> None:
    page.goto(look.home)
    assert page.evaluate("innerWidth") == look.width
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (
        look.scheme == "dark"
    )
    assert page.evaluate("navigator.language").startswith(look.language)


def test_without_scripts_none_runs(page_without_scripts: Page) -> None:
    page_without_scripts.set_content("<p>as sent</p><script>document.body.innerText = ''</script>")
    assert page_without_scripts.inner_text("p") == "as sent"


def test_axe_finds_a_picture_without_a_text(page: Page, axe: Callable[[Page], None]) -> None:
    page.set_content("<img src='data:,'>")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(page)


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ("<p style='color: red'>", "content security policy: style-src-attr"),
        ("<script>1</script>", "content security policy: script-src-elem"),
        ("<img src='http://elsewhere.test/' alt=''>", "request to another host: http://elsewhere"),
        ("<img src='/absent.png' alt=''>", "answer 404: "),
        ("<script src='/broken.js'></script>", "script error: broken"),
        ("<script src='/complaining.js'></script>", "console error: complaint"),
    ],
    ids=["style", "inline script", "other host", "missing picture", "throw", "complaint"],
)
def test_the_witness_notices(
    browser: Browser, live_server: LiveServer, body: str, trouble: str
) -> None:
    with browser.new_context(base_url=live_server.url) as context:
        serve(context, "/broken.js", body="throw Error('broken')")
        serve(context, "/complaining.js", body="console.error('complaint')")
        assert trouble in "\n".join(troubles_of(context, live_server, body=body))


def test_the_witness_lets_a_refused_form_pass(browser: Browser, live_server: LiveServer) -> None:
    with browser.new_context(base_url=live_server.url) as context:
        assert troubles_of(context, live_server, body="<p>not a number", status=422) == []


def serve(context: BrowserContext, path: str, **answer: Any) -> None:
    context.route(f"**{path}", lambda route: route.fulfill(**answer))


def troubles_of(
    context: BrowserContext, server: LiveServer, *, body: str, status: int = 200
) -> list[str]:
    """What the witness says of a page under a strict policy."""
    witness = Witness(server.url)
    witness.watch(context)
    serve(
        context, "/page", body=f"{ICON}<title>a page</title>{body}", status=status, headers=STRICT
    )
    context.new_page().goto("/page", wait_until="networkidle")
    return witness.troubles
