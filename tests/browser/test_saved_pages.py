"""What was saved, in a browser: no barrier, nothing that scrolls sideways, and it works by hand."""

from collections.abc import Callable

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from advisor.comparisons.models import SavedComparison
from advisor.comparisons.saved import sharing
from tests.browser.looks import PHONE, Look
from tests.comparisons.saved.cases import (
    ASKED,
    member,
    newest,
    publish_dearer,
    saved,
)

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]
LOOKS = (Look(), Look(width=PHONE, scheme="dark", language="en"))
WIDTH = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def logged_in(page: Page) -> SavedComparison:
    """One's own comparison, with the page logged in as its owner."""
    owner = member("owner")
    client = Client()
    client.force_login(owner)
    cookie = client.cookies["sessionid"]
    page.goto("/healthz")
    page.context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": page.url}])
    return saved(owner, name="深圳的录用", note="九月前要答复。")


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_pages_of_what_was_saved_have_no_barrier_and_fit(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    comparison = logged_in(page)
    other = saved(comparison.owner, {**ASKED, "savings": 60000}, name="With savings")
    links = [
        sharing.make_link(newest(comparison), days=30, hides_amounts=hides)
        for hides in (True, False)
    ]
    publish_dearer("rents")
    own = f"saved/{comparison.pk}/"
    paths = {
        "list": "saved/",
        "saved": own,
        "sides": f"saved/sides/?one={comparison.pk}&one={other.pk}",
        "changes": f"{own}1/changes/",
        "print": f"{own}1/print/",
        "share": f"{own}1/share/",
        "label": f"{own}label/",
        "ratios": f"share/{sharing.token_of(links[0])}/",
        "shared": f"share/{sharing.token_of(links[1])}/",
        "dead-link": f"share/{'x' * 43}/",
    }
    for name, path in paths.items():
        page.goto(f"{look.home}{path}")
        axe(page)
        assert page.evaluate(WIDTH) <= 0, name
        screenshot(page, f"saved-{name}")


def test_without_scripts_deleting_is_undone(page_without_scripts: Page) -> None:
    page = page_without_scripts
    logged_in(page)
    page.goto("/en/saved/")
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("status").filter(has_text="is deleted")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="深圳的录用")).to_be_visible()
