"""What a person does, from the first page to a refined answer, with scripts on and off."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.looks import EVERY_LOOK, PHONE, Look

type Check = Callable[[Page], None]
type Keep = Callable[[Page, str], None]

FIRST_VIEW_BYTES = 100_000
ENGLISH = Look(language="en")
MOST_SHIFT = 0.05
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""
WORKING_OUT = 30_000  # milliseconds that a slow machine may take for an answer


def ask(page: Page, look: Look, *, city: str = "辽源", gross: str = "4,500") -> None:
    """The quick check from the first page on."""
    page.goto(look.home)
    page.locator("#id_home").fill(city)
    page.keyboard.press("Escape")
    page.locator("#id_gross").fill(gross)
    page.locator("#id_kind_0").check()
    page.locator("form.quick > button").click()
    expect(page.locator("#answer")).to_be_visible(timeout=WORKING_OUT)


def worked_out(page: Page) -> None:
    """Wait for the years ahead, which follow the answer by themselves."""
    expect(page.locator("#ahead .asking")).to_have_count(0, timeout=WORKING_OUT)
    expect(page.locator("#ahead .verdict")).to_have_count(4)


def with_everything_open(page: Page) -> None:
    """Open every part of the answer, one after the other."""
    worked_out(page)
    for place in ("#gaps", "#at_home", "#sources"):
        page.locator(f"{place} a[hx-get]").click()
        expect(page.locator(f"{place} [autofocus]")).to_be_focused(timeout=WORKING_OUT)
    for more in page.locator("a.more").all():
        more.evaluate("(link) => { link.closest('details').open = true; }")
    while page.locator("a.more").count():
        left = page.locator("a.more").count()
        page.locator("a.more").first.click()
        expect(page.locator("a.more")).to_have_count(left - 1, timeout=WORKING_OUT)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def does_not_scroll_sideways(page: Page) -> bool:
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return bool(page.evaluate(width) <= 0)


@pytest.mark.parametrize("look", EVERY_LOOK, ids=str)
def test_the_first_page_and_the_answer_have_no_barrier_and_fit_the_screen(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    page.goto(look.home)
    axe(page)
    assert does_not_scroll_sideways(page)
    screenshot(page, "first-page")
    ask(page, look)
    worked_out(page)
    axe(page)
    assert does_not_scroll_sideways(page)
    screenshot(page, "answer")


@pytest.mark.parametrize("look", [Look(width=320, language="en")], ids=str)
def test_nothing_scrolls_sideways_at_320_pixels_with_everything_open(
    page: Page, look: Look, axe: Check
) -> None:
    ask(page, look)
    with_everything_open(page)
    assert does_not_scroll_sideways(page)
    axe(page)


@pytest.mark.parametrize("look", [ENGLISH, Look(width=PHONE)], ids=str)
def test_the_years_ahead_follow_without_moving_what_is_read(page: Page, look: Look) -> None:
    page.add_init_script(SHIFTS)
    ask(page, look, gross=f"4,{look.width}"[:5])  # which nobody has asked before
    page.evaluate("scrollTo(0, document.querySelector('#ahead').offsetTop - 200)")
    expect(page.locator("#announcement")).not_to_be_empty(timeout=WORKING_OUT)
    worked_out(page)
    assert page.evaluate("window.shifted") < MOST_SHIFT
    assert page.evaluate("document.activeElement.tagName") == "BODY"  # nobody is called off
    page.reload()
    worked_out(page)


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_a_change_brings_a_new_answer_in_place(page: Page, look: Look) -> None:
    ask(page, look)
    before = page.locator("#answer").inner_text()
    address = page.url
    page.locator("#editor-pay a.change").click()
    expect(page.locator("#editor-pay h3")).to_be_focused()
    page.locator("#id_pay-gross").fill("9,000")
    page.locator("#editor-pay button[type=submit]").click()
    expect(page.locator("#answer")).not_to_have_text(before, timeout=WORKING_OUT)
    expect(page.locator("#answer")).to_be_focused()
    expect(page.locator("#announcement")).to_contain_text("The answer has changed.")
    expect(page.locator("#editor-pay")).to_contain_text("CNY 9,000 a month")
    assert page.url == address
    page.reload()
    expect(page.locator("#editor-pay")).to_contain_text("CNY 9,000 a month")


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_a_fault_is_shown_in_place_with_the_answer_still_there(
    page: Page, look: Look, axe: Check
) -> None:
    ask(page, look)
    page.locator("#editor-pay a.change").click()
    page.locator("#id_pay-gross").fill("a lot")
    page.locator("#editor-pay button[type=submit]").click()
    expect(page.locator(".faults")).to_be_focused()
    expect(page).to_have_title("Error: Your pay now · Quliu")
    expect(page.locator("#id_pay-gross")).to_have_value("a lot")
    expect(page.locator("#answer")).to_be_visible()
    axe(page)
    page.locator(".faults a").click()
    expect(page.locator("#id_pay-gross")).to_be_focused()


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_leaving_a_part_as_it_was_closes_it(page: Page, look: Look) -> None:
    ask(page, look)
    page.locator("#editor-pay a.change").click()
    page.get_by_role("link", name="Leave as it was").click()
    expect(page.locator("#editor-pay a.change")).to_be_visible(timeout=WORKING_OUT)


@pytest.mark.parametrize("look", [ENGLISH], ids=str)
def test_a_city_is_added_and_left_out_in_place(page: Page, look: Look) -> None:
    ask(page, look)
    page.locator("#id_add-city").fill("杭州")
    page.keyboard.press("Escape")
    page.locator("#add-city > button").click()
    expect(page.locator("#city-330100")).to_be_attached(timeout=WORKING_OUT)
    page.locator("summary", has_text="Hangzhou").click()
    page.get_by_role("button", name="Leave Hangzhou out").click()
    expect(page.locator("#city-330100")).not_to_be_attached(timeout=WORKING_OUT)


def test_a_city_is_found_by_typing_and_chosen_with_the_keyboard(page: Page, axe: Check) -> None:
    page.goto("/")
    field = page.get_by_role("combobox", name="现居城市")
    field.press_sequentially("liaoy")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    axe(page)
    wanted = page.get_by_role("option", name="吉林省辽源市")
    for _ in range(options.count()):
        field.press("ArrowDown")
        if wanted.get_attribute("aria-selected") == "true":
            break
    expect(field).to_have_attribute("aria-activedescendant", str(wanted.get_attribute("id")))
    field.press("Enter")
    expect(field).to_have_value("辽源")
    expect(options).to_have_count(0)


def test_a_city_is_chosen_by_touch_and_the_list_closed_by_escape(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox", name="现居城市")
    field.press_sequentially("ly")
    page.get_by_role("option", name="辽源").click()
    expect(field).to_have_value("辽源")
    expect(field).to_be_focused()
    field.fill("shen")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_number_opens_to_where_it_comes_from_by_keyboard(page: Page) -> None:
    ask(page, Look())
    page.locator("#destination-110000 a.more").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#destination-110000 summary[autofocus]")).to_be_focused(
        timeout=WORKING_OUT
    )
    row = page.locator("#destination-110000 tr.why > td > details").nth(3)
    row.locator("> summary").focus()
    page.keyboard.press("Enter")
    line = row.locator("details.line").first
    line.locator("> summary").focus()
    page.keyboard.press("Enter")
    expect(line.locator(".source").first).to_be_visible()


def test_the_table_that_may_scroll_can_be_reached_by_keyboard(page: Page) -> None:
    ask(page, Look(width=PHONE))
    region = page.locator(".scroll").first
    region.focus()
    expect(region).to_be_focused()


def test_without_scripts_the_whole_way_works_as_plain_pages(
    page_without_scripts: Page, axe: Check
) -> None:
    page = page_without_scripts
    ask(page, ENGLISH)
    page.locator("#editor-pay a.change").click()
    expect(page.locator("h1")).to_have_text("Your pay now")
    page.locator("#id_pay-gross").fill("a lot")
    page.get_by_role("button", name="Work it out again").click()
    expect(page).to_have_title("Error: Your pay now · Quliu")
    expect(page.locator("#id_pay-gross")).to_have_value("a lot")
    page.locator("#id_pay-gross").fill("9,000")
    page.get_by_role("button", name="Work it out again").click()
    expect(page.locator("#editor-pay")).to_contain_text("CNY 9,000 a month", timeout=WORKING_OUT)
    page.locator("#id_add-city").fill("Atlantis")
    page.locator("#add-city > button").click()
    expect(page.locator(".faults")).to_contain_text("we know no city called “Atlantis”")
    page.locator("#id_add-city").fill("Hangzhou")
    page.locator("#add-city > button").click()
    expect(page.locator("#city-330100")).to_be_attached(timeout=WORKING_OUT)


@pytest.mark.parametrize("look", [ENGLISH, Look(width=PHONE, scheme="dark")], ids=str)
def test_each_part_of_the_answer_has_no_barrier_as_a_page(
    page: Page, look: Look, axe: Check, screenshot: Keep
) -> None:
    ask(page, look)
    first = page.url
    for part in ("ahead", "city/110000", "at-home", "gaps", "sources", "whole"):
        page.goto(f"{first}{part}/")
        axe(page)
        assert does_not_scroll_sideways(page), part
        screenshot(page, part.replace("/", "-"))


def test_without_scripts_each_part_of_the_answer_is_a_link_away(
    page_without_scripts: Page,
) -> None:
    page = page_without_scripts
    ask(page, ENGLISH)
    whole = page.url
    assert whole.endswith("/whole/")  # nothing could fetch the rest, so all of it was sent
    expect(page.locator("#result .verdict").first).to_be_visible()
    first = whole.removesuffix("whole/")
    page.goto(first)
    for link in page.locator("#result a[hx-get]:not(.change)").all():
        page.goto(first)
        path = str(link.get_attribute("href"))
        page.goto(path)
        expect(page.locator("h1")).to_be_visible(timeout=WORKING_OUT)
        page.get_by_role("link", name="Back to the answer").click()
        expect(page).to_have_url(first)
    page.get_by_role("link", name="The whole answer on one page").click()
    expect(page).to_have_url(whole)


def test_without_scripts_an_unknown_city_is_chosen_from_the_nearest(
    page_without_scripts: Page,
) -> None:
    page = page_without_scripts
    page.goto("/")
    page.locator("#id_home").fill("辽原")
    page.locator("#id_gross").fill("4500")
    page.locator("#id_kind_1").check()
    page.locator("form.quick > button").click()
    expect(page.locator("#id_home")).to_have_value("辽原")
    page.locator("#id_home").press("Enter")  # sends what stands there, not the first suggestion
    expect(page.locator("#id_home")).to_have_value("辽原")
    page.get_by_role("button", name="吉林省辽源市").click()
    expect(page.locator(".eyebrow")).to_have_text("现居辽源", timeout=WORKING_OUT)


def test_the_language_is_switched_on_the_same_answer(page: Page) -> None:
    ask(page, Look())
    page.get_by_role("link", name="English").click()
    expect(page.locator(".eyebrow")).to_have_text("Living in Liaoyuan", timeout=WORKING_OUT)


def test_going_back_and_forth_shows_the_answer_as_it_was(page: Page) -> None:
    ask(page, Look())
    answer = page.locator("#answer").inner_text()
    page.goto("/example/")
    page.go_back()
    expect(page.locator("#answer")).to_have_text(answer, timeout=WORKING_OUT)


def test_everything_on_a_first_view_weighs_little_and_comes_from_here(page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto("/", wait_until="networkidle")
    names = {answer.url.rpartition("/")[2].partition("?")[0] for answer in answers}
    assert {"pico.classless.min.css", "htmx.min.js", "components.css", "favicon.svg"} <= names
    weight = sum(compressed_size(answer) for answer in answers)
    assert weight <= FIRST_VIEW_BYTES, f"{weight} bytes"


def compressed_size(answer: Response) -> int:
    """Bytes over the wire when compressed as the product serves it."""
    import brotli  # noqa: PLC0415  only here

    return len(brotli.compress(answer.body()))
