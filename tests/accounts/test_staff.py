"""How staff come in: by the site's own log-in, with a second factor where it is asked of them."""

from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from advisor.accounts.models import User
from advisor.web import demo_staff
from tests.accounts.people import ADDRESS, PHRASE, log_in, logged_in, person, visitor

pytestmark = pytest.mark.django_db


def code_now(secret: str) -> str:
    """What an authenticator app shows now."""
    counter = next(iter(auth.yield_hotp_counters_from_time()))
    return auth.format_hotp_value(auth.hotp_value(secret, counter))


@pytest.fixture
def asked(settings: Settings) -> None:
    settings.STAFF_SECOND_FACTOR = True


def test_staff_made_on_the_command_line_can_log_in_at_once(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PHRASE)
    call_command("createsuperuser", "--noinput", "--email", ADDRESS, stdout=StringIO())
    answer = log_in(client, next="/en/admin/")
    assert answer.headers["Location"] == "/en/admin/"
    assert client.get("/en/admin/").status_code == 200


def test_staff_without_an_address_are_not_made() -> None:
    with pytest.raises(CommandError):
        call_command("createsuperuser", "--noinput", "--email", "")
    assert not User.objects.exists()


def test_the_admin_leads_to_the_sites_own_log_in(client: Client) -> None:
    answer = client.get("/en/admin/datasets/dataset/", follow=True)
    assert answer.redirect_chain[-1][0].startswith("/en/accounts/login/?next=")


def test_who_is_not_staff_is_refused_at_the_door() -> None:
    assert visitor(person()).get("/en/admin/login/").status_code == 403


@pytest.mark.usefixtures("asked")
def test_staff_without_a_second_factor_are_led_to_set_it_up() -> None:
    staff = visitor(person(is_staff=True))
    for path in ("/en/admin/", "/en/admin/datasets/dataset/", "/en/admin/password_change/"):
        assert staff.get(path).headers["Location"] == "/en/accounts/2fa/totp/activate/"
    assert visitor(person("other@quliu.example")).get("/en/account/").status_code == 200


@pytest.mark.usefixtures("asked")
def test_with_one_they_log_in_in_two_steps_and_the_admin_opens(client: Client) -> None:
    user = person(is_staff=True, is_superuser=True)
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    assert log_in(client, next="/en/admin/").headers["Location"].startswith("/en/accounts/2fa/")
    assert logged_in(client) is None
    wrong = client.post("/en/accounts/2fa/authenticate/", {"code": "000000"})
    assert "not right" in wrong.content.decode()
    right = client.post("/en/accounts/2fa/authenticate/", {"code": code_now(secret)})
    assert right.headers["Location"] == "/en/admin/"
    assert client.get("/en/admin/").status_code == 200


@pytest.mark.usefixtures("asked")
def test_setting_it_up_needs_the_password_and_gives_recovery_codes(client: Client) -> None:
    person(is_staff=True, is_superuser=True)
    log_in(client)
    activate = "/en/accounts/2fa/totp/activate/"
    answer = client.get(activate)
    assert answer.headers["Location"].startswith("/en/accounts/reauthenticate/")
    client.post(answer.headers["Location"], {"password": PHRASE, "next": activate})
    page = client.get(activate)
    assert b"data:image/svg+xml;base64," in page.content
    answer = client.post(activate, {"code": code_now(client.session["mfa.totp.secret"])})
    assert answer.headers["Location"] == "/en/accounts/2fa/recovery-codes/"
    codes = client.get("/en/accounts/2fa/recovery-codes/download/").content.decode().split()
    assert len(codes) == 10
    off = client.post("/en/accounts/2fa/totp/deactivate/")
    assert "Staff need a second factor" in off.content.decode()
    again = visitor()
    log_in(again)
    again.post("/en/accounts/2fa/authenticate/", {"code": codes[0]})
    assert logged_in(again)
    spent = visitor()
    log_in(spent)
    spent.post("/en/accounts/2fa/authenticate/", {"code": codes[0]})
    assert logged_in(spent) is None


def test_demo_staff_have_a_confirmed_address() -> None:
    demo_staff.admit(PHRASE)
    demo_staff.admit(PHRASE)
    assert EmailAddress.objects.get().verified
    client = visitor()
    log_in(client, demo_staff.ADDRESS)
    assert logged_in(client)
