import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from advisor.accounts.models import User
from advisor.comparisons.models import Draft
from tests.accounts.people import (
    ADDRESS,
    PHRASE,
    link_in_mail,
    log_in,
    logged_in,
    person,
    sign_up,
    visitor,
)

pytestmark = pytest.mark.django_db
ASKED = {"home": "辽源", "gross": "8000", "kind": "owner", "flat": "one_bed"}


def test_an_account_opens_once_its_address_is_confirmed(client: Client) -> None:
    answer = sign_up(client)
    assert answer.headers["Location"] == "/en/accounts/confirm-email/"
    assert logged_in(client) is None
    assert mail.outbox[0].to == [ADDRESS]
    assert "confirm" in client.get(link_in_mail()).content.decode()
    answer = client.post(link_in_mail())
    assert answer.headers["Location"] == "/en/account/"
    assert logged_in(client) == User.objects.get().pk
    assert ADDRESS in client.get("/en/account/").content.decode()


def test_nobody_can_log_in_before_that(client: Client) -> None:
    sign_up(client)
    answer = log_in(visitor())
    assert answer.headers["Location"] == "/en/accounts/confirm-email/"
    assert logged_in(client) is None


def test_looking_at_the_link_confirms_nothing(client: Client) -> None:
    sign_up(client)
    client.get(link_in_mail())
    assert not EmailAddress.objects.get().verified


def test_the_link_opened_elsewhere_confirms_but_logs_nobody_in(client: Client) -> None:
    sign_up(client)
    elsewhere = visitor()
    elsewhere.post(link_in_mail())
    assert EmailAddress.objects.get().verified
    assert logged_in(elsewhere) is None


@pytest.mark.usefixtures("slow_passwords")
def test_the_password_is_kept_as_argon2(client: Client) -> None:
    sign_up(client)
    assert User.objects.get().password.startswith("argon2$argon2id$v=19$m=102400")


def test_the_name_inside_says_nothing_about_the_person(client: Client) -> None:
    sign_up(client)
    assert re.fullmatch(r"[\w-]{16}", User.objects.get().username)


@pytest.mark.parametrize("phrase", ["short", "password1234", "123456789012", ADDRESS])
def test_a_weak_password_is_refused_and_the_address_stays_typed(
    client: Client, phrase: str
) -> None:
    answer = sign_up(client, phrase=phrase)
    page = answer.content.decode()
    assert f'value="{ADDRESS}"' in page
    assert "<title>Error: " in page.replace("\n", "")
    assert not User.objects.exists()


def test_what_was_compared_before_comes_along(client: Client) -> None:
    client.post("/check/", ASKED)
    sign_up(client)
    client.post(link_in_mail())
    draft = Draft.objects.get()
    assert draft.user == User.objects.get()
    elsewhere = visitor()
    log_in(elsewhere)
    assert elsewhere.get(f"/en/c/{draft.pk}/steps/1/").status_code == 200


def test_what_was_compared_comes_along_at_log_in(client: Client) -> None:
    user = person()
    client.post("/check/", ASKED)
    log_in(client)
    assert Draft.objects.get().user == user


def test_drafts_of_another_account_are_never_taken(client: Client) -> None:
    first, second = person(), person("wang@quliu.example")
    log_in(client)
    client.post("/check/", ASKED)
    token = client.session["visitor"]
    client.post("/accounts/logout/")
    assert "visitor" not in client.session
    session = client.session
    session["visitor"] = token  # as if it had been kept
    session.save()
    log_in(client, second.email)
    assert Draft.objects.get().user == first


def test_signing_up_again_answers_the_same_and_tells_the_owner(client: Client) -> None:
    person()
    known, unknown = sign_up(visitor()), sign_up(visitor(), "new@quliu.example")
    assert known.status_code == unknown.status_code == 302
    assert known.headers["Location"] == unknown.headers["Location"]
    assert [letter.to for letter in mail.outbox] == [[ADDRESS], ["new@quliu.example"]]
    assert "/accounts/password/reset/" in mail.outbox[0].body
    assert User.objects.count() == 2


def test_signing_up_says_nothing_else_about_oneself(client: Client) -> None:
    sign_up(client, is_staff="on", is_superuser="on", username="root", language="xx", verified="on")
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.language) == (False, False, "en")
    assert user.username != "root"
    assert not EmailAddress.objects.get().verified
    assert PHRASE not in mail.outbox[0].body
