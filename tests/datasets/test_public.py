"""The data in the open: pages, ages, downloads without what may not be taken in bulk."""

import csv
import io
import json
import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client

from advisor.datasets.contents import content
from advisor.datasets.drafting import Making, draft_figures
from advisor.datasets.editions import publish
from advisor.datasets.models import Dataset, Edition, Origin, Place, Source
from advisor.datasets.public.freshness import Freshness, freshness, period_end

ANY = "2026-11-24"
PAGES = ("", "sources/", "editions/", "home_prices/", "rules/")


def whole(client: Client, address: str) -> str:
    """A file that is sent while it is written, all of it."""
    response = client.get(address)
    assert response.streaming
    assert "attachment" in response["Content-Disposition"]
    return b"".join(response.streaming_content).decode()


def words(content: bytes) -> str:
    return re.sub(r"\s+", " ", BeautifulSoup(content, "html.parser").get_text(" "))


@pytest.mark.parametrize(
    ("period", "end"),
    [("2025", date(2025, 12, 31)), ("2026-02", date(2026, 2, 28)), ("2026-12", date(2026, 12, 31))],
)
def test_a_period_ends_on_its_last_day(period, end):
    assert period_end(period) == end


@pytest.mark.parametrize(
    ("newest", "cadence", "found"),
    [
        ("2025", "annual", Freshness.ON_TIME),
        ("2024", "annual", Freshness.DUE),
        ("2023", "annual", Freshness.LATE),
        ("2020", "annual", Freshness.VERY_LATE),
        ("2026-10", "monthly", Freshness.ON_TIME),
        ("2026-09", "monthly", Freshness.DUE),
        ("2026-08", "monthly", Freshness.LATE),
        ("2026-06", "monthly", Freshness.VERY_LATE),
        ("2015", "irregular", Freshness.NO_RHYTHM),
        ("2015", "one-off", Freshness.NO_RHYTHM),
    ],
)
def test_a_series_is_late_when_another_value_should_have_been_out(newest, cadence, found):
    assert freshness(newest, cadence, date.fromisoformat(ANY)) is found


def test_the_limit_of_a_feed_counts_before_the_rhythm():
    today = date(2026, 11, 24)
    assert freshness("2026-10", "annual", today, limit_days=10) is Freshness.VERY_LATE
    assert freshness("2026-10", "one-off", today, limit_days=30) is Freshness.ON_TIME
    assert freshness("2026-09", "monthly", today, limit_days=90) is Freshness.DUE


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["", "/en"])
def test_every_page_opens_for_everybody_and_may_be_kept(client: Client, page, language):
    response = client.get(f"{language}/data/{page}")
    assert response.status_code == 200
    assert "public" in response.headers["Cache-Control"]
    again = client.get(f"{language}/data/{page}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.django_db
def test_every_dataset_in_force_is_listed_and_every_one_has_its_page(client: Client):
    page = BeautifulSoup(client.get("/en/data/").content, "html.parser")
    links = [str(link["href"]) for link in page.select("tbody a")]
    assert len(links) == Dataset.objects.exclude(head=None).count() > 5
    assert {client.get(link).status_code for link in links} == {200}


@pytest.mark.django_db
def test_a_file_leaves_out_what_platforms_forbid_and_says_so(client: Client):
    text = whole(client, "/en/data/wages.csv")
    rows = list(csv.DictReader(io.StringIO(text)))
    document = json.loads(whole(client, "/en/data/wages.json"))
    kinds = {source.pk: source.kind for source in Source.objects.all()}
    assert rows
    given = [row for row in rows if row["value"]]
    assert not [row for row in given if kinds[row["source_id"]] == "platform"]
    assert len(document["observations"]) == len(given)
    said = {row["indicator"]: row["note"] for row in rows if not row["value"]}
    assert set(said) == set(document["left_out"]["series"])
    assert set(said.values()) == {document["left_out"]["why"]}
    assert "posted_offer" in document["left_out"]["series"]
    assert "terms" in document["left_out"]["why"]


@pytest.mark.django_db
def test_an_official_dataset_is_given_whole(client: Client):
    document = json.loads(whole(client, "/en/data/population.json"))
    assert document["left_out"]["series"] == {}
    assert all(row["source_id"] and row["value"] is not None for row in document["observations"])


@pytest.mark.django_db
def test_the_terms_of_a_source_decide_what_a_file_holds(client: Client):
    used = {row["source_id"] for row in population(client)["observations"]}
    Source.objects.filter(pk=min(used)).update(allows_bulk=False)
    after = population(client)
    assert min(used) not in {row["source_id"] for row in after["observations"]}
    assert min(used) in {name for names in after["left_out"]["series"].values() for name in names}


def population(client: Client):
    return json.loads(whole(client, "/en/data/population.json"))


@pytest.mark.django_db
def test_the_first_edition_says_what_it_brought(client: Client):
    first = Edition.objects.order_by("published_at").first()
    assert first is not None
    said = words(client.get(f"/en/data/editions/{first.pk}/").content)
    assert "figures added, 0 changed, 0 gone" in said
    assert "The rules are another version." in said


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["nothing/", "nothing.csv", "rules.csv", "editions/1999-01-01.1/"])
def test_what_is_not_there_is_not_found(client: Client, path):
    assert client.get(f"/en/data/{path}").status_code == 404


@pytest.mark.django_db
def test_the_page_of_an_edition_names_the_figures_that_moved_most(client: Client):
    edition, place = published_with("99999")
    said = words(client.get(f"/en/data/editions/{edition.pk}/").content)
    assert "0 figures added, 1 changed, 0 gone" in said
    assert "A corrected table" in said
    assert "Average wage, urban private units" in said
    assert "99999" in said
    assert Place.objects.get(pk=place).name_en in said


@pytest.mark.django_db
def test_a_version_that_was_never_committed_is_not_remembered(client: Client):
    with transaction.atomic():
        first, _place = published_with("77777")
        assert "77777" in words(client.get(f"/en/data/editions/{first.pk}/").content)
        transaction.set_rollback(True)
    second, _place = published_with("88888")
    said = words(client.get(f"/en/data/editions/{second.pk}/").content)
    assert "88888" in said
    assert "77777" not in said


def published_with(value: str) -> tuple[Edition, str]:
    """An edition in which one wage is another, and that wage's place."""
    wages = Dataset.objects.get(pk="wages")
    before = content(wages.head)
    key = next(key for key in sorted(before) if key[1] == "private_avg_wage")
    figures = {key: before[key]._replace(value=value)}
    making = Making(origin=Origin.UPLOAD, file=b"x", reason="A corrected table")
    version = draft_figures(dataset=wages, figures=figures, whole=False, making=making)
    return publish(drafts=[version], by=None, why="checked"), key[0]
