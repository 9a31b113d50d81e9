"""A file with everything, the end of an account, and how long the rest is kept."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from advisor.accounts import retention, tasks
from advisor.accounts.models import User
from advisor.celery import app
from advisor.comparisons import drafts
from advisor.comparisons.models import Draft, SavedComparison, ShareLink
from advisor.comparisons.saved.sharing import token_of
from tests.accounts.people import ADDRESS, PHRASE, log_in, logged_in, person, visitor

pytestmark = pytest.mark.django_db
ASKED = {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"}
DELETE = "/en/account/data/delete/"


def show_who_it_is(client: Client, then: str) -> None:
    client.post("/en/accounts/reauthenticate/", {"password": PHRASE, "next": then})


def test_the_file_holds_what_is_ones_own_and_nothing_else(client: Client) -> None:
    person()
    other = person("other@quliu.example")
    visitor(other).post("/check/", ASKED)
    log_in(client)
    client.post("/check/", ASKED)
    answer = client.get("/account/data/download/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in answer.headers["Cache-Control"]
    file = json.loads(answer.content)
    assert file["account"]["addresses"] == [{"address": ADDRESS, "confirmed": True}]
    mine = Draft.objects.get(user__email=ADDRESS)
    assert [one["asked"] for one in file["drafts"]] == [mine.document]
    assert "other@" not in answer.content.decode()
    assert "argon2" not in answer.content.decode()


def test_an_account_is_deleted_at_once_with_what_hangs_on_it(client: Client) -> None:
    person()
    log_in(client)
    client.post("/check/", ASKED)
    elsewhere = visitor()
    log_in(elsewhere)
    assert client.post(DELETE).headers["Location"].startswith("/en/accounts/reauthenticate/")
    assert User.objects.exists()
    show_who_it_is(client, DELETE)
    client.post(DELETE)
    assert not User.objects.exists()
    assert not Draft.objects.exists()
    assert not EmailAddress.objects.exists()
    assert logged_in(client) is None
    assert elsewhere.get("/en/account/").status_code == 302
    assert "not right" in log_in(visitor()).content.decode()


def test_what_was_saved_and_shared_goes_with_the_account(client: Client) -> None:
    user = person()
    log_in(client)
    draft = client.post("/check/", ASKED).headers["Location"]
    saved = client.post(f"{draft}save/").headers["Location"]
    client.post(f"{saved}1/share/", {"days": "7", "shows": "ratios"})
    shared = f"/share/{token_of(ShareLink.objects.get())}/"
    assert visitor().get(shared).status_code == 200
    file = client.get("/account/data/download/").json()
    assert [one["asked"] for one in file["drafts"]]
    assert len(file["saved_comparisons"]) == 1
    show_who_it_is(client, DELETE)
    client.post(DELETE)
    assert not User.objects.filter(pk=user.pk).exists()
    assert not SavedComparison.objects.exists()
    assert visitor().get(shared).status_code in {404, 410}


def test_only_who_knows_the_password_can_delete_an_account(client: Client) -> None:
    person()
    log_in(client)
    client.post(
        "/en/accounts/reauthenticate/", {"password": "a guess that is long", "next": DELETE}
    )
    client.post(DELETE)
    assert User.objects.exists()


def test_staff_cannot_delete_themselves_and_are_told_why(client: Client) -> None:
    person(is_staff=True)
    log_in(client)
    show_who_it_is(client, DELETE)
    assert "You are staff" in client.post(DELETE).content.decode()
    assert User.objects.exists()


def test_the_page_shows_the_rules_that_run() -> None:
    page = visitor(person()).get("/en/account/data/").content.decode()
    for rule in retention.everything_kept():
        assert escape(str(rule.name)) in page
        assert f"{rule.days} days" in page


def test_every_rule_has_its_task_at_the_beat() -> None:
    at_the_beat = {entry["task"] for entry in app.conf.beat_schedule.values()}
    app.loader.import_default_modules()
    for rule in retention.everything_kept():
        assert rule.task in at_the_beat
        assert rule.task in app.tasks


def test_drafts_are_kept_as_long_as_the_rule_says() -> None:
    assert retention.kept_for("drafts") == drafts.KEPT_FOR


@pytest.mark.parametrize(
    "wrong",
    [
        ("days = 730", "days = 0"),
        ("days = 730", 'days = "long"'),
        ("days = 730", "days = 730\nhours = 2"),
        ('what = "drafts"', 'what = "draughts"'),
        ('what = "drafts"', 'what = "sessions"'),
        ("[[kept]]", "[[lost]]"),
    ],
)
def test_a_file_that_says_something_else_is_refused(wrong: tuple[str, str]) -> None:
    with pytest.raises(ImproperlyConfigured):
        retention.read(retention.FILE.read_text().replace(*wrong))


def test_accounts_that_were_never_confirmed_go_after_a_month() -> None:
    old, young = (
        User.objects.create_user(name, f"{name}@quliu.example") for name in ("old", "young")
    )
    confirmed, staff = person(), person("staff@quliu.example", is_staff=True)
    now = timezone.now()
    User.objects.exclude(pk=young.pk).update(date_joined=now - timedelta(days=31))
    User.objects.filter(pk=young.pk).update(date_joined=now - timedelta(days=29))
    EmailAddress.objects.create(user=old, email=old.email)
    tasks.delete_unconfirmed_accounts()
    assert {*User.objects.all()} == {young, confirmed, staff}


def test_sessions_and_the_staffs_log_go_in_time(client: Client) -> None:
    user = person()
    log_in(client)
    entry = LogEntry.objects.create(user=user, action_flag=2)
    tasks.delete_old_sessions()
    tasks.delete_old_staff_log()
    assert (user.usersession_set.count(), LogEntry.objects.count()) == (1, 1)
    long_ago = timezone.now() - timedelta(days=731)
    client.session.__class__.get_model_class().objects.update(expire_date=long_ago)
    user.usersession_set.update(created_at=long_ago)
    LogEntry.objects.filter(pk=entry.pk).update(action_time=long_ago)
    tasks.delete_old_sessions()
    tasks.delete_old_staff_log()
    assert (user.usersession_set.count(), LogEntry.objects.count()) == (0, 0)


def test_logs_put_aside_go_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    (tmp_path / "logs").mkdir()
    old, new, running = (
        tmp_path / "logs" / name for name in ("a.old.log", "b.old.log", "worker.log")
    )
    for file in (old, new, running):
        file.touch()
    long_ago = timezone.now().timestamp() - 31 * 24 * 3600
    for file in (old, running):
        os.utime(file, (long_ago, long_ago))
    tasks.delete_old_logs()
    assert (old.exists(), new.exists(), running.exists()) == (False, True, True)
