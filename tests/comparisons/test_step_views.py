"""The whole household as pages: six steps, one page with everything, what a convention does."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from advisor.comparisons.models import Draft

pytestmark = pytest.mark.django_db
YOU = {"you-city": "辽源", "you-gross": "4,500"}


def soup(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def words(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", soup(response).get_text(" "))


def sent_as_shown(response: HttpResponse) -> dict[str, str]:
    """What a browser with scripts would send of the form as it is."""
    form = soup(response).select_one("main form[method=post]")
    assert form is not None
    fields = {
        str(one["name"]): str(one.get("value", ""))
        for one in form.select("input[name]:not([type=radio])")
        if one.find_parent("noscript") is None
    }
    fields |= {
        str(one["name"]): str(one["value"]) for one in form.select("input[type=radio][checked]")
    }
    for select in form.select("select[name]"):
        chosen = select.select_one("option[selected]") or select.select_one("option")
        assert chosen is not None
        fields[str(select["name"])] = str(chosen["value"])
    return fields


@pytest.fixture
def address(client: Client) -> str:
    """The address of the answer of somebody who took the first step."""
    response = client.post("/en/steps/", YOU)
    assert response.status_code == 302, words(response)
    following = str(response.headers["Location"])
    assert re.fullmatch(r"/en/c/[\w-]{22}/steps/2/", following)
    return following.removesuffix("steps/2/")


def document() -> dict[str, Any]:
    return Draft.objects.get().document


def test_the_first_page_leads_to_the_first_step(client: Client) -> None:
    link = soup(client.get("/en/")).select_one("a[href='/en/steps/']")
    assert link is not None
    page = client.get(str(link["href"]))
    assert "Step 1 of 6 · then: Pay" in words(page)
    assert not Draft.objects.exists()


def test_the_first_step_is_enough_for_an_answer(client: Client, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert "CNY 4,500 a month" in words(page)
    assert [one["city"] for one in document()["destinations"]] == [
        "110000", "310000", "440100", "440300",
    ]  # fmt: skip


def test_a_faulty_first_step_keeps_what_was_typed_and_makes_no_draft(client: Client) -> None:
    response = client.post("/en/steps/", YOU | {"you-gross": "viel"})
    page = soup(response)
    assert response.status_code == 422
    assert page.title is not None
    assert page.title.get_text().startswith("Error: ")
    assert page.select_one(".faults a")["href"] == "#id_you-gross"  # type: ignore[index]
    assert page.select_one("#id_you-gross")["value"] == "viel"  # type: ignore[index]
    assert page.select_one("#id_you-city")["value"] == "辽源"  # type: ignore[index]
    assert not Draft.objects.exists()


def test_six_steps_sent_as_shown_end_in_the_answer_and_change_nothing(
    client: Client, address: str
) -> None:
    before = document()
    path = f"{address}steps/1/"
    for number in range(1, 7):
        page = client.get(path)
        assert f"Step {number} of 6" in words(page)
        path = str(client.post(path, sent_as_shown(page)).headers["Location"])
    assert path == address
    after = document()
    assert after.pop("basket") == "typical"
    assert after == before


def test_a_step_leads_back_and_lets_one_finish_early(client: Client, address: str) -> None:
    page = soup(client.get(f"{address}steps/2/"))
    assert page.find("a", string="Back")["href"] == f"{address}steps/1/"  # type: ignore[index]
    response = client.post(f"{address}steps/2/", {"pay-details-months": "13", "finish": "yes"})
    assert response.headers["Location"] == address
    assert document()["earners"][0]["pay"] == {"gross_monthly": 4500, "months": 13}


def test_a_faulty_step_is_not_kept_and_shows_every_fault(client: Client, address: str) -> None:
    sent = {"family-parents": "1", "family-parents_60": "x", "family-born_0": "May"}
    response = client.post(f"{address}steps/4/", sent | {"partner-who": "both"})
    faults = [str(link["href"]) for link in soup(response).select(".faults a")]
    assert response.status_code == 422
    assert faults == ["#id_family-parents_60", "#id_family-born_0", "#id_partner-gross"]
    assert "children" not in document()


@pytest.mark.parametrize("tail", ["steps/0/", "steps/7/", "steps/x/", "partner-work/"])
def test_a_step_or_part_that_does_not_exist_is_not_found(
    client: Client, address: str, tail: str
) -> None:
    assert client.get(address + tail).status_code == 404


def test_steps_and_everything_open_for_who_made_them_and_for_nobody_else(
    client: Client, address: str
) -> None:
    for tail in ("steps/1/", "steps/6/", "all/"):
        mine = client.get(address + tail)
        assert mine.status_code == 200
        assert mine.headers["Cache-Control"] == "private, no-store"
        assert Client().get(address + tail).status_code == 404
        assert Client().post(address + tail, YOU).status_code == 404


def test_each_step_and_everything_opens_in_chinese(client: Client, address: str) -> None:
    for tail in (*(f"steps/{number}/" for number in range(1, 7)), "all/"):
        page = soup(client.get(address.removeprefix("/en") + tail))
        assert page.html is not None
        assert page.html["lang"] == "zh-Hans"


def test_everything_sent_as_shown_leads_to_the_same_answer(client: Client, address: str) -> None:
    before = soup(client.get(address)).select_one("#answer")
    response = client.post(f"{address}all/", sent_as_shown(client.get(f"{address}all/")))
    assert response.headers["Location"] == address
    assert soup(client.get(address)).select_one("#answer") == before


def test_without_scripts_steps_and_everything_lead_to_the_whole_answer(
    client: Client, address: str
) -> None:
    for tail in ("steps/6/", "all/"):
        sent = sent_as_shown(client.get(address + tail)) | {"scripts_off": "yes"}
        assert client.post(address + tail, sent).headers["Location"] == f"{address}whole/"


FAMILY = {
    "partner-who": "both", "partner-gross": "3,000", "family-born_0": "2018-05",
    "family-adults": "3", "work-sector": "P", "year-probation_months": "3",
    "home-kind": "owner", "home-value": "30万", "home-if_leaving": "let",
    "categories-food_home": "900", "plan-horizon": "8", "plan-move_date": "2027-03",
    "flat-440300-kind": "dormitory", "life-440300-school_place": "private",
    "move-440300-advance_months": "2",
}  # fmt: skip


def test_everything_is_said_on_one_page_and_stands_in_the_list_with_its_change(
    client: Client, address: str
) -> None:
    sent = sent_as_shown(client.get(f"{address}all/")) | FAMILY
    response = client.post(f"{address}all/", sent)
    assert response.status_code == 302, words(response)
    page = soup(client.get(f"{address}whole/"))
    for key, said in {
        "partner": "CNY 3,000 a month",
        "family": "May 2018, moves along",
        "work": "P Education",
        "year": "3 months",
        "home": "CNY 300,000",
        "categories": "CNY 900 a month",
        "plan": "March 2027",
        "flat-440300": "staff dormitory",
        "life-440300": "private",
        "move-440300": "2 months",
        "partner-work": "all industries",
        "partner-offer-440300": "none: typical pay there",
    }.items():
        part = page.select_one(f"#editor-{key}")
        assert part is not None, key
        assert said in part.get_text(), key
        change = part.select_one("a.change")
        assert change is not None
        assert client.get(str(change["href"])).status_code == 200


def test_everything_with_a_fault_keeps_all_that_was_typed(client: Client, address: str) -> None:
    sent = sent_as_shown(client.get(f"{address}all/")) | FAMILY | {"move-440300-travel": "x"}
    response = client.post(f"{address}all/", sent)
    page = soup(response)
    assert response.status_code == 422
    assert [one["href"] for one in page.select(".faults a")] == ["#id_move-440300-travel"]
    assert page.select_one("#id_home-value")["value"] == "30万"  # type: ignore[index]
    assert "children" not in document()


def test_a_changed_convention_says_what_it_does_to_the_answer(client: Client, address: str) -> None:
    path = f"{address}conventions/"
    response = client.post(path, {"conventions-trips_home_a_year": "24"}, follow=True)
    said = [one.get_text() for one in soup(response).select("p.note")]
    assert response.redirect_chain == [(path, 302)]
    assert len(said) == 4
    assert re.match(r"Beijing: left a month against home .* → .*; gross pay needed", said[0])
    assert soup(response).select_one("button[name=reset][value=trips_home_a_year]")
    assert soup(response).select_one("button[name=reset][value=all]")
    client.post(path, {"conventions-trips_home_a_year": "24", "reset": "trips_home_a_year"})
    assert "assumptions" not in document()


def test_a_convention_of_the_years_ahead_says_what_it_does_to_them(
    client: Client, address: str
) -> None:
    response = client.post(f"{address}conventions/", {"conventions-pay_growth": "12"}, follow=True)
    said = [one.get_text() for one in soup(response).select("p.note")]
    assert len(said) == 4
    assert all("owned in the end, against staying" in one for one in said)
    assert not any("left a month" in one for one in said)


def test_a_convention_that_moves_nothing_says_so(client: Client, address: str) -> None:
    response = client.post(f"{address}conventions/", {}, follow=True)
    assert "It moves nothing that the answer shows" in words(response)
