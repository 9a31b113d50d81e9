"""Rent or buy as a page: for its owner, here and there, with what it rests on."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db
ASKED = {"home": "辽源", "gross": "4500", "kind": "renter", "flat": "one_bed"}


def words(content: bytes) -> str:
    return re.sub(r"\s+", " ", BeautifulSoup(content, "html.parser").get_text(" "))


@pytest.fixture
def address(client: Client) -> str:
    return str(client.post("/en/check/", ASKED).headers["Location"]) + "rent-or-buy/"


def test_the_answer_leads_to_home_and_every_destination(client: Client, address: str) -> None:
    result = client.get(address.removesuffix("rent-or-buy/"))
    assert f'href="{address}"'.encode() in result.content
    page = BeautifulSoup(client.get(address).content, "html.parser")
    names = [heading.get_text() for heading in page.select("section h2")]
    assert names == ["Liaoyuan", "Beijing", "Shanghai", "Guangzhou", "Shenzhen"]
    for place in page.select("section.card"):
        assert place.select_one("svg[aria-label]")
        assert len(place.select("tbody tr")) == 8
        assert place.select("details a[href^=http]")


def test_a_city_without_an_index_says_whose_movement_is_used(client: Client, address: str) -> None:
    said = words(client.get(address).content)
    assert "The city is in no official price index." in said
    assert "taken from that of Jilin" in said  # the stand-in named for Liaoyuan
    assert said.count("taken from the city's own index") == 4


def test_a_larger_flat_costs_more(client: Client, address: str) -> None:
    def prices(flat: str) -> list[str]:
        page = BeautifulSoup(client.get(address, {"flat": flat}).content, "html.parser")
        assert page.select_one(f"input[value={flat}][checked]")
        return [one.get_text() for one in page.select("dl.figures dd:first-of-type")]

    assert prices("one") != prices("three")
    assert client.get(address, {"flat": "castle"}).status_code == 200


def test_a_city_without_a_price_says_that_it_is_missing(client: Client, address: str) -> None:
    draft = address.removesuffix("rent-or-buy/")
    client.post(f"{draft}cities/", {"add-city": "三沙"})
    assert words(client.get(address).content).count("Sansha") > 0
    page = BeautifulSoup(client.get(address).content, "html.parser")
    last = page.select("section.card")[-1]
    assert not last.select("svg")


def test_it_opens_for_who_asked_and_nobody_else(address: str) -> None:
    assert Client().get(address).status_code == 404
    staff = Client()
    staff.force_login(get_user_model().objects.create_superuser("staff", "s@quliu.example", "x"))
    assert staff.get(address).status_code == 404


def test_it_speaks_chinese(client: Client, address: str) -> None:
    said = words(client.get(address.removeprefix("/en")).content)
    assert "租房还是买房" in said
    assert "吉林" in said


def test_what_is_owned_either_way_stands_beside_the_difference(
    client: Client, address: str
) -> None:
    page = BeautifulSoup(client.get(address).content, "html.parser")
    heads = [head.get_text() for head in page.select("section.card")[0].select("thead th")]
    assert heads[1:3] == ["Owned by renting", "Owned by buying"]
