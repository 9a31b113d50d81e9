"""A figure is reported by anybody, without an account; the data desk settles it with a reason."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from advisor.accounts.retention import kept_for
from advisor.comparisons.reports import views
from advisor.comparisons.tasks import forget_addresses_of_reports
from advisor.datasets.models import Deed, FigureReport
from advisor.datasets.roles import EDITOR
from tests.datasets.admin.people import address, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/en/report/"
TYPED = {
    "place": "辽源",
    "figure": "Rent of a one-bedroom flat",
    "wrong": "It is twice what people pay here.",
    "source_url": "office.example/rents",
    "email": "reader@quliu.example",
    "indicator": "rent_one_bed",
}


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def sent(client: Client, **changed: str) -> BeautifulSoup | str:
    """The page that answers, or where it leads."""
    answer = client.post(PAGE, TYPED | changed)
    if answer.status_code == 302:
        return answer.headers["Location"]
    return BeautifulSoup(answer.content, "html.parser")


def test_a_report_reaches_the_data_desk_with_what_it_is_about(client: Client) -> None:
    where = sent(client)
    assert "has arrived" in client.get(where).content.decode()
    report = FigureReport.objects.get()
    assert (report.place_id, report.indicator_id) == ("220400", "rent_one_bed")
    assert (report.state, report.language) == ("open", "en")
    assert report.source_url == "https://office.example/rents"
    page = signed_in(EDITOR).get(address("figurereport_change", report.pk)).content.decode()
    assert TYPED["wrong"] in page
    assert TYPED["email"] in page


def test_links_fill_in_place_and_figure(client: Client) -> None:
    page = BeautifulSoup(
        client.get(f"{PAGE}?place=220000&indicator=rent_one_bed").content, "html.parser"
    )
    assert page.select_one("#id_figure")["value"] == "Rent, one-bed flat, Jilin"
    assert not page.select_one("#id_place").get("value")
    page = BeautifulSoup(client.get(f"{PAGE}?place=220400&figure=Pay").content, "html.parser")
    assert page.select_one("#id_place")["value"] == "Liaoyuan"
    assert page.select_one("#id_figure")["value"] == "Pay"
    assert client.get(f"{PAGE}?place=x&indicator=y").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"figure": ""}, "Which figure is missing"),
        ({"wrong": " "}, "What is wrong is missing"),
        ({"place": "Atlantis"}, "Atlantis"),
        ({"source_url": "no address"}, "can't be read"),
        ({"email": "reader@"}, "can't be read"),
        ({"left_empty": "shop.example"}, "Empty the last field"),
    ],
)
def test_nothing_typed_is_lost_where_something_is_not_right(
    client: Client, changed: dict[str, str], said: str
) -> None:
    page = sent(client, **changed)
    assert isinstance(page, BeautifulSoup)
    assert page.title.get_text().startswith("Error: ")
    assert said in page.select_one(".faults").get_text()
    for name, text in (TYPED | changed).items():
        shown = page.select_one(f"[name={name}]")
        assert (shown.get("value") or shown.get_text()).strip() == text.strip(), name
    assert not FigureReport.objects.exists()


def test_many_reports_from_one_place_have_to_wait_and_keep_what_was_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "MOST_AN_HOUR", 1)
    sent(client)
    answer = client.post(PAGE, TYPED)
    assert answer.status_code == 429
    assert TYPED["wrong"] in answer.content.decode()
    assert FigureReport.objects.count() == 1
    other = client.post(PAGE, TYPED, REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 302


@pytest.mark.parametrize(("deed", "state"), [("answer", "answered"), ("no_fault", "no_fault")])
def test_an_editor_settles_a_report_with_a_reason(client: Client, deed: str, state: str) -> None:
    sent(client)
    report = FigureReport.objects.get()
    desk, where = signed_in(EDITOR), address(f"figurereport_{deed}", report.pk)
    assert desk.post(where, {"why": ""}).status_code == 200
    desk.post(where, {"why": "Held against the office's table."})
    report.refresh_from_db()
    assert (report.state, report.reason) == (state, "Held against the office's table.")
    assert (report.settled_by.username, Deed.objects.get(what="settle_report").who) == (
        EDITOR,
        EDITOR,
    )
    assert signed_in("stranger").post(where, {"why": "No."}).status_code == 403


def test_addresses_are_forgotten_when_their_time_is_over_and_reports_stay(client: Client) -> None:
    sent(client)
    sent(client)
    old = FigureReport.objects.first()
    old.received_at = timezone.now() - kept_for("report_addresses") - timedelta(hours=1)
    old.save()
    forget_addresses_of_reports()
    left = FigureReport.objects.order_by("received_at").values_list("email", flat=True)
    assert [*left] == ["", TYPED["email"]]
