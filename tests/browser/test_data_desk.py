"""The data desk from a new source to a changed answer and back, as a publisher walks it."""

import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from advisor.web import demo_staff
from tests.browser.looks import Look
from tests.browser.test_admin_pages import sign_in
from tests.servers.celery_worker import CeleryWorker

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

RENTS = "城市,月份,租金\n深圳,2026-10,97.5\n长春,2026-10,22.4\n朝阳,2026-10,20\n"
ASKED = {
    "home": {"city": "辽源"},
    "earners": [{"pay": {"gross_monthly": 4500}}],
    "destinations": [{"city": "深圳"}],
    "draws": 100,
}
WORKING = 60_000  # milliseconds that a worker on a slow machine may take


@pytest.fixture
def office(tmp_path: Path) -> Iterator[str]:
    """The address of a file on a server such as `python3 -m http.server` is."""
    (tmp_path / "rents.csv").write_text(RENTS, encoding="utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/rents.csv"
        server.shutdown()


def answer(page: Page) -> str:
    """The answer of the API to the letter, but for the edition's name."""
    headers = {"Content-Type": "application/json"}
    response = page.request.post("/api/v1/compare", data=json.dumps(ASKED), headers=headers)
    document: dict[str, Any] = response.json()
    del document["edition"]
    return json.dumps(document)


def fill_in(page: Page, address: str) -> None:
    page.locator("#id_name").fill("rents of the office")
    page.locator("#id_dataset").select_option("rents")
    page.locator("[aria-labelledby*=id_source]").click()
    page.locator(".select2-search__field").fill("nbs_yb2012_4_15")
    page.locator(".select2-results__option--highlighted").click(timeout=WORKING)
    page.locator("#id_address").fill(address)
    page.locator("#id_format").select_option("csv")
    page.locator("#id_place_column").fill("城市")
    page.locator("#id_indicator_text").fill("rent_m2")
    page.locator("#id_period_column").fill("月份")
    page.locator("#id_unit").fill("元/平方米/月")


def followed(page: Page) -> str:
    """The sentence with which a run ends, watched on its page."""
    said = page.locator("#state [role=status]")
    expect(said).to_be_visible(timeout=WORKING)
    return said.inner_text()


def do(page: Page, deed: str, why: str = "") -> None:
    page.locator(f".object-tools a[href$='/{deed}/']").click()
    page.locator("#id_why").fill(why)
    page.locator("#content form .default").click()


@pytest.mark.parametrize("look", [Look(language="en")], ids=str)
def test_a_source_added_without_code_changes_an_answer_and_a_roll_back_changes_it_back(
    page: Page, look: Look, office: str, celery_worker: CeleryWorker, axe: Check, screenshot: Keep
) -> None:
    celery_worker.start()
    password = demo_staff.new_password()
    demo_staff.admit(password)
    before = answer(page)
    page.goto(f"{look.home}admin/datasets/feed/add/")
    sign_in(page, password)

    fill_in(page, office)
    page.locator("[name=_preview]").click()
    expect(page.locator(".errorlist")).to_contain_text("Nothing leads to: value.")
    axe(page)
    screenshot(page, "desk-form")
    page.locator("#id_value_column").fill("租金")
    page.locator("[name=_preview]").click()
    assert followed(page).startswith("3 rows were read and 2 can be taken")
    expect(page.locator("#state")).to_contain_text("“朝阳” is the name of several places")
    axe(page)
    screenshot(page, "desk-preview")
    page.get_by_role("link", name="Back to the form").click()
    expect(page.locator("#id_value_column")).to_have_value("租金")
    page.go_back()
    page.locator("#state [name=_save]").click()

    page.get_by_role("link", name="rents of the office").first.click()
    do(page, "refresh")
    assert followed(page).startswith("A draft waits for a person: 2 new, 0 changed")
    page.get_by_role("link", name="The version that it made").click()
    axe(page)
    screenshot(page, "desk-draft")
    do(page, "publish", "Seen with the office.")
    expect(page.locator(".messagelist")).to_contain_text("is in force as edition")
    assert answer(page) != before
    page.goto(f"{look.home}data/rents/")
    expect(page.locator("main")).to_contain_text("2026-10")
    screenshot(page, "desk-data")

    page.goto(f"{look.home}admin/datasets/dataset/rents/change/")
    page.locator("#versions-group a[href*='/version/']").last.click()
    do(page, "roll_back", "A slip of the office.")
    expect(page.locator(".messagelist")).to_contain_text("is in force again")
    assert answer(page) == before
    page.goto(f"{look.home}admin/datasets/deed/")
    for done in ("feed added", "refresh asked for", "drafted", "published", "rolled back"):
        expect(page.locator("#result_list")).to_contain_text(done)
