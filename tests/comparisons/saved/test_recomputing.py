"""New data and what was saved: only whom it concerns, once an edition, and the owner is told."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from advisor.celery import app
from advisor.comparisons.models import (
    DigestWish,
    FigureUse,
    RecomputePass,
    SavedComparison,
    TodayAnswer,
)
from advisor.comparisons.saved import digests, keeping, passes, recomputing
from advisor.comparisons.saved.gist import is_told
from advisor.datasets.models import Edition
from tests.accounts.people import person
from tests.comparisons.saved.cases import ASKED, member, newest, publish_dearer, saved, today

pytestmark = pytest.mark.django_db
SHENZHEN, NOT_ASKED = "440300", "330100"
ELSEWHERE: dict[str, Any] = {
    **ASKED,
    "home": {"city": "420100"},
    "destinations": [{"city": "330100"}],
}


def examine() -> RecomputePass:
    """The whole pass for the newest edition."""
    run = passes.ask()
    assert run is not None
    passes.go_on(run, passes.claim(run), until=in_a_while())
    run.refresh_from_db()
    return run


def in_a_while() -> datetime:
    return timezone.now() + timedelta(minutes=5)


def counts(run: RecomputePass) -> tuple[int, int, int, int]:
    return run.examined, run.recomputed, run.told, run.failed


@pytest.fixture
def comparison() -> SavedComparison:
    return saved(member("owner"))


def test_only_what_uses_a_changed_figure_is_worked_out_again(comparison: SavedComparison) -> None:
    saved(comparison.owner, ELSEWHERE)
    publish_dearer("rents", places=(SHENZHEN,))
    assert counts(examine()) == (1, 1, 1, 0)
    answer = TodayAnswer.objects.get()
    assert answer.comparison_id == comparison.pk
    assert answer.gist != newest(comparison).gist
    assert newest(comparison).number == 1


def test_the_fingerprint_decides_where_the_figures_are_the_same(
    comparison: SavedComparison,
) -> None:
    publish_dearer("rents", places=(NOT_ASKED,))
    assert counts(examine()) == (0, 0, 0, 0)
    publish_dearer("home_prices", places=(SHENZHEN,), indicator="home_price_m2_mean")
    assert counts(examine()) == (1, 0, 0, 0)
    assert not TodayAnswer.objects.exists()
    assert comparison.uses.filter(place=SHENZHEN, dataset="rents").exists()


def test_there_is_one_pass_an_edition_and_none_before_anything_changed(
    comparison: SavedComparison,
) -> None:
    assert passes.ask() is None
    publish_dearer("rents")
    first, second = passes.ask(), passes.ask()
    assert first == second
    examine()
    assert passes.ask() is None
    assert RecomputePass.objects.count() == 2


def test_a_pass_done_twice_changes_nothing_and_counts_the_same(comparison: SavedComparison) -> None:
    publish_dearer("rents")
    run = examine()
    before = TodayAnswer.objects.values().get()
    nothing = dict.fromkeys(("examined", "recomputed", "told"), 0)
    RecomputePass.objects.update(finished_at=None, position="", heartbeat_at=None, **nothing)
    run.refresh_from_db()
    passes.go_on(run, passes.claim(run), until=in_a_while())
    assert TodayAnswer.objects.values().get() == before
    run.refresh_from_db()
    assert (run.recomputed, run.told) == (1, 1)


def test_a_worker_that_lost_the_pass_counts_nothing(comparison: SavedComparison) -> None:
    publish_dearer("rents")
    run = passes.ask()
    assert run is not None
    dead = passes.claim(run)
    assert passes.claim(run) == ""
    RecomputePass.objects.update(heartbeat_at=timezone.now() - timedelta(minutes=6))
    word = passes.claim(run)
    assert word
    assert passes.work(run, dead, [comparison.pk]) is False
    assert passes.work(run, word, [comparison.pk])
    run.refresh_from_db()
    assert counts(run) == (1, 1, 1, 0)


def test_blocks_go_on_where_the_last_one_ended(
    comparison: SavedComparison,
) -> None:
    content = keeping.content_again(newest(comparison))
    for number in range(2):
        keeping.keep_new(comparison.owner_id, content, keeping.Label(name=str(number)))
    publish_dearer("rents", places=(SHENZHEN,))
    run = passes.ask()
    assert run is not None
    first, *_others = recomputing.concerned(run)
    word = passes.claim(run)
    assert passes.work(run, word, [first])
    assert passes.go_on(run, word, until=timezone.now())  # no time left
    passes.let_go(run, word)
    run.refresh_from_db()
    assert len(recomputing.concerned(run)) == 2
    assert counts(examine()) == (3, 3, 3, 0)


def test_who_was_saved_meanwhile_by_the_old_figures_is_looked_at(
    comparison: SavedComparison,
) -> None:
    content = keeping.content_again(newest(comparison))
    comparison.delete()
    publish_dearer("rents")
    run = passes.ask()
    assert run is not None
    word = passes.claim(run)
    assert recomputing.concerned(run) == []
    keeping.keep_new(member("late").pk, content, keeping.Label(name="late"))
    FigureUse.objects.all().delete()  # as if it came right after the selection
    passes.go_on(run, word, until=in_a_while())
    run.refresh_from_db()
    assert counts(run) == (1, 1, 1, 0)
    assert run.finished_at is not None


def test_an_older_edition_never_overwrites_a_newer(comparison: SavedComparison) -> None:
    publish_dearer("rents")
    older = passes.ask()
    assert older is not None
    publish_dearer("rents")
    newer = examine()
    kept = TodayAnswer.objects.get()
    assert kept.edition == newer.edition
    older.refresh_from_db()
    assert older.is_superseded
    recomputing.recompute([comparison.pk], older, today=today())
    assert TodayAnswer.objects.get().edition == newer.edition
    assert newer.since == Edition.objects.earliest("published_at").pk


def test_what_is_deleted_or_saved_anew_meanwhile_is_left_alone(
    comparison: SavedComparison,
) -> None:
    publish_dearer("rents")
    run = passes.ask()
    assert run is not None
    version = newest(comparison)
    answer = recomputing.recorded_answer(ASKED, today=today())
    keeping.keep_version(
        comparison,
        keeping.content_of({**ASKED, "savings": 5}, today=today()),
        based_on=1,
    )
    assert recomputing._keep(version, None, run, answer) is False
    keeping.delete(comparison)
    assert recomputing.recompute([comparison.pk], run, today=today()).examined == 0
    assert not TodayAnswer.objects.exists()


def test_the_owner_sees_that_new_data_changes_it_until_they_have_looked(
    client: Client, comparison: SavedComparison
) -> None:
    client.force_login(comparison.owner)
    publish_dearer("rents")
    examine()
    listed = client.get("/en/saved/").content.decode()
    assert "New data changes what one of them says" in listed
    assert "new data changes it" in listed
    assert (
        "New data changes the verdict" in client.get(f"/en/saved/{comparison.pk}/").content.decode()
    )
    assert client.get(f"/en/saved/{comparison.pk}/1/changes/").status_code == 200
    assert "new data changes it" not in client.get("/en/saved/").content.decode()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"verdict": "stay"}, True),
        ({"needed": 8400.0}, False),
        ({"needed": 8401.0}, True),
        ({"break_even": 7599.0}, True),
        ({"worth": None}, True),
        ({"difference": -99999.0}, False),
    ],
)
def test_a_verdict_or_a_threshold_by_more_than_a_twentieth_is_told(
    change: dict[str, Any], told: bool
) -> None:
    city = {"city": SHENZHEN, "verdict": "go", **dict.fromkeys(("needed", "standard"), 8000.0)}
    city |= {"break_even": 8000.0, "worth": 8000.0, "difference": 1.0}
    assert is_told({"cities": [city]}, {"cities": [{**city, **change}]}) is told


def test_who_wants_it_has_one_letter_a_week_and_stops_it_without_logging_in(
    client: Client,
) -> None:
    owner = person()
    comparison = saved(owner, name="Secret 12345")
    client.force_login(owner)
    publish_dearer("rents")
    examine()
    now = timezone.now()
    assert digests.send_digests(now) == 0
    client.post("/en/saved/digest/", {"wanted": "yes"})
    assert digests.send_digests(now) == 1
    (letter,) = mail.outbox
    assert letter.to == [owner.email]
    assert "12345" not in letter.subject + str(letter.body)
    assert "http://testserver/en/saved/" in letter.body
    assert digests.send_digests(now + timedelta(days=8)) == 0  # nothing new
    TodayAnswer.objects.update(made_at=now + timedelta(hours=1))
    assert digests.send_digests(now + timedelta(days=6)) == 0
    assert digests.send_digests(now + timedelta(days=7)) == 1
    address = re.search(r"http://testserver(/en/saved/unsubscribe/\S+/)", str(letter.body))
    assert address is not None
    anybody = Client(enforce_csrf_checks=True)
    assert anybody.get(address.group(1)).status_code == 200
    assert DigestWish.objects.exists()
    assert anybody.post(address.group(1), {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not DigestWish.objects.exists()
    assert anybody.post("/en/saved/unsubscribe/guessed/").status_code == 404
    assert comparison.owner == owner


def test_the_beat_begins_passes_and_letters() -> None:
    tasks = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert {
        "advisor.comparisons.tasks.tend_recomputing",
        "advisor.comparisons.tasks.send_digests",
    } <= tasks
