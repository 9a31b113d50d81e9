"""The data desk in a browser: a run is followed to its end, and a deed asks once more."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from playwright.sync_api import Page, expect

from advisor.datasets.models import RefreshRun, Version
from tests.browser.looks import EVERY_LOOK, Look
from tests.datasets.feeds import feed_of, price_dataset

ADDRESS, PHRASE = "chen@quliu.example", "a long way home"

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_a_run_is_followed_to_its_end_without_loading_the_page_again(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    run = RefreshRun.objects.create(
        feed=feed_of(price_dataset(), "https://office.example/prices.csv"),
        asked_at=timezone.now(),
        stage="reading",
    )
    get_user_model().objects.create_superuser("chen", ADDRESS, PHRASE)
    page.goto(f"{look.home}admin/datasets/refreshrun/{run.pk}/change/")
    page.locator("[name=login]").fill(ADDRESS)
    page.locator("[name=password]").fill(PHRASE)
    page.locator("main form [type=submit]").click()
    expect(page.locator("#state[hx-get]")).to_be_visible()
    axe(page)
    screenshot(page, "admin-run")
    RefreshRun.objects.update(outcome="unchanged", finished_at=timezone.now())
    expect(page.locator("#state [role=status]")).to_be_visible()
    expect(page.locator("#state[hx-get]")).to_have_count(0)
    version = Version.objects.published().first()
    for name, address in (("version", "change"), ("withdraw", "withdraw")):
        page.goto(f"{look.home}admin/datasets/version/{version.pk}/{address}/")
        axe(page)
        screenshot(page, f"admin-{name}")
